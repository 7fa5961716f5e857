"""Begins things for a team: a repository, a programme, the content files of a document, a copy of a programme."""
