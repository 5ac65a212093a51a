"""Twelve invented families, a story per file. Each `tell(decor)` makes one family as it stands on the peildatum."""
