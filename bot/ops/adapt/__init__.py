"""Adapts the sentence encoder to families' messages (`make adapt`): an hour or more, done when much new wording was added.

``examples`` reads what it learns from, ``network`` is the encoder with its heads in TensorFlow, ``learning`` fits it and
``export`` writes it as the ONNX file that :mod:`bot.nlu.encoder` runs. Decision 0007 says why.
"""
