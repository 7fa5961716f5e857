"""What happens and when, as content and papers say: votes, submissions, decisions, and whatever else has a date."""
