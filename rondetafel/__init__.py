"""Rondetafel: the shared plan of a family in youth care, and everything that hangs on it."""
