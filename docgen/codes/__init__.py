"""Every kind of problem that docgen reports, one file for each family; `registry.py` lists them all."""
