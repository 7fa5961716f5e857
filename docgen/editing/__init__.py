"""Editing with help: schemas for editors, workbooks to fill in, and tables that move between YAML, CSV and Excel."""
