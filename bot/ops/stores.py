"""The process's directory, questions and answers (reloaded when edited) and counts, opened at first use."""

from __future__ import annotations

import functools
import os
from pathlib import Path

from bot.answer.faq import Faqs, FaqStore
from bot.directory.load import DirectoryError, ids_by_file, ids_of
from bot.directory.service import Directory
from bot.directory.store import DirectoryStore
from bot.ops.environment import var_folder
from bot.ops.paths import FAQ, SERVICES
from bot.reports.enquiries import EnquiryCounts
from bot.reports.feedback import FeedbackCounts


def directory() -> Directory:
    """The current directory: a whole, valid version, the last good one where an edit is broken."""
    return _directories().current()


def directory_warning() -> str | None:
    """What is wrong with the newest edit of the directory or of the questions, or None."""
    _directories().current()
    _questions().current()
    return _directories().warning or _questions().warning


def known_ids() -> frozenset[str]:
    """The ids of the directory's files, of broken ones too, and their names (``ids_of``); none where the folder cannot be looked through."""
    try:
        return ids_of(ids_by_file(services_folder()))
    except DirectoryError:
        return frozenset()


def questions() -> Faqs:
    """The current questions and answers."""
    return _questions().current()


def services_folder() -> Path:
    """The folder of the directory's files."""
    return Path(os.environ.get("SIGNPOST_SERVICES") or SERVICES)


def faq_folder() -> Path:
    """The folder of the questions and answers."""
    return Path(os.environ.get("SIGNPOST_FAQ") or FAQ)


def counts_folder() -> Path:
    """The folder of both counts."""
    return var_folder(os.environ)


@functools.cache
def feedback_counts() -> FeedbackCounts:
    """Where the answers to "did this help?" are counted."""
    return FeedbackCounts(counts_folder() / "feedback.db")


@functools.cache
def enquiry_counts() -> EnquiryCounts:
    """Where the needs that families asked about are counted."""
    return EnquiryCounts(counts_folder() / "enquiries.db")


@functools.cache
def _directories() -> DirectoryStore:
    return DirectoryStore(services_folder())


@functools.cache
def _questions() -> FaqStore:
    return FaqStore(faq_folder())
