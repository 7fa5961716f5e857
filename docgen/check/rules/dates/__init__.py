"""Rules about dates and deadlines."""
