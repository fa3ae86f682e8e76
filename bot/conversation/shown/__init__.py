"""What families ask of the help that was shown: which one is meant, what is asked of it, and the list otherwise."""
