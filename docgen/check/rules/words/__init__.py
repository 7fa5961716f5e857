"""Rules about the wording of narrative."""
