"""What `docgen check` prints for other programs: one file for each format, all of them in `registry.py`."""
