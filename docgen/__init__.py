"""docgen turns a shared repository of structured content into the papers of a commissioning decision."""

__version__ = "0.1.0"
