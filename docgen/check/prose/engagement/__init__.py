"""What prose says of those who were asked: who they are, and what would give them away."""
