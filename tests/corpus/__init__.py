"""The labelled corpus: faults of real papers rebuilt as small programmes, and sentences of our own for each family."""
