"""Rasa SDK actions: one small class a conversation step. No matching rules and no words of their own."""
