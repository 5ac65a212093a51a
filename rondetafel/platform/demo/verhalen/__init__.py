"""Twelve invented families, a story per file. Each `tell` makes one family as it stands on the peildatum."""
