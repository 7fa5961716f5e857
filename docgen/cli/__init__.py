"""The command line: one file for each command, `report.py` for what it prints, `failures.py` for how it ends."""
