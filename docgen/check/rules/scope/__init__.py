"""Rules about which functions are in scope, and who decides them."""
