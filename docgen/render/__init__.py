"""Content and a template become Markdown in which every value is a placeholder."""
