"""The dates in prose: what is read as one, which days it means, and the clause that it stands in."""
