"""Rules about committees and how they decide."""
