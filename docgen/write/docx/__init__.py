"""The Word writer: `writer.py` tells the story; the other modules each write one family of nodes or one part of the package."""
