"""On which page each place of a Word file stands, found by laying the file out as Word and LibreOffice do."""
