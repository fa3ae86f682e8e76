"""Open Referral UK (HSDS-UK 3.0): the directory as an open feed, and other feeds as drafts for the directory.

Out: ``feed`` (what is published) over ``record`` (one service), written by ``export`` and answered by ``serve``.
In: ``source`` and ``fetch`` (where records come from), ``older`` (1.0 shapes), ``draft`` (one record), ``drafts`` (files).
Both ways: ``ids``, ``terms``, ``ages``, ``times``, ``places``, ``labelled``. The rules are in docs/open-referral.md.
"""
