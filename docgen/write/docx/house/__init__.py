"""Makes a Word document of the house, or docgen's own, into the package that papers are written into."""
