"""The rule book as pages: every rule with its source, every number of the portfolio, and cases to try.

Reads `regels` only, and no table at all. Start in `boek.py`: what stands in the book on a day. `zoeken.py` chooses
from it, `adressen.py` tells where a source is found, `proeven/` holds the cases that can be tried.
"""
