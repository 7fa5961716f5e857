"""Which documents a programme asks for, of which type, and what is said about each as a whole."""
