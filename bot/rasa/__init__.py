"""Thin adapters that put Signpost's pure modules into Rasa: graph components, channel, tracker store."""
