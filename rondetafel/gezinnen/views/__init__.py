"""The pages of the table, and of who reads what."""
