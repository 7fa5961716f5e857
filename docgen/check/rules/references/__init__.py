"""Rules about what papers refer to: laws, works, tables, figures, other papers."""
