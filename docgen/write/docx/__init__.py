"""The Word writer. `writer.py` tells the story; each other module writes one family of nodes or one part of a file."""
