"""Words in prose: without their endings, as short forms, as the names of bodies, and how hard they are to read."""
