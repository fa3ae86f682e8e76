"""The conversation: what a message says beside what stands, and what is answered. Pure, with no Rasa import; docs/conversation.md says in which order."""
