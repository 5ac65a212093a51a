"""Everything at the door: who comes in, how sure we are of it, how long they stay in, and what is kept meanwhile."""
