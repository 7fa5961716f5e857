"""Rules about the form of a finished document."""
