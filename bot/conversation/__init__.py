"""What stands in a conversation: pure values and the rules for changing them. No Rasa import here."""
