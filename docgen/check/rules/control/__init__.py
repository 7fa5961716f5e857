"""Rules about document control: versions, reviews and approvals."""
