"""A Word form of another organisation, with tags in it, is filled from the content."""
