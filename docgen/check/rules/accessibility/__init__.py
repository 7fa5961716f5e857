"""Rules about what keeps people from reading a paper with their ears, or without a mouse."""
