"""Reads a repository: one reader for each format gives plain data and the place of every value.

`repository.py` takes the snapshot, `content.py` puts the files of a programme together, `registry.py` says which
reader reads which file.
"""
