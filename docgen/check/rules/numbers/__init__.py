"""Rules about figures that must agree with one another."""
