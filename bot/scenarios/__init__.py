"""Practitioners' signposting scenarios: reading them, running them, and what an edit changes in their answers."""
