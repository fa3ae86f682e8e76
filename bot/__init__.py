"""Signpost: the soonest help for a child with SEND in County Durham, and how to get it."""
