"""The family and everyone around it: persons, gezag, addresses, who sits at the table, who has the regie.

Reads `organisaties` and below. Start in `models.py`; every later room hangs its rows on a `Gezin`.
"""
