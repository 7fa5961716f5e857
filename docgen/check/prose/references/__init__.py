"""What prose refers to: works by author and year, and tables, figures and sections by number."""
