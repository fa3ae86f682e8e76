"""For every test: a slow or shared machine fails no example of hypothesis by the clock; what may take how long is tested by itself."""

from hypothesis import settings

settings.register_profile("signpost", deadline=None)
settings.load_profile("signpost")
