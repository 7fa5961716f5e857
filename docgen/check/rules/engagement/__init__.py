"""Rules about who was asked, and what they said."""
