"""Where the passages of a Word file came from: what docgen writes into the file about it, and reads from it again.

Each passage, a paragraph or a table cell, is marked by a hidden bookmark, and a part of the package of its own says for
each bookmark where in the repository the passage stands. Both survive editing in Word and a save by LibreOffice.
"""
