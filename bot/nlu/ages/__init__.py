"""The ages of the children in a message: ``finding`` reads it, each other module knows one way that an age is said."""

from bot.nlu.ages.finding import AgeMention, find_ages, scan_ages

__all__ = ["AgeMention", "find_ages", "scan_ages"]
