"""Reads Word files that docgen wrote and that come back: their passages as they read now, each with its source."""
