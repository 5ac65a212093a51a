"""Care that is granted: akkoord zorg, verlenging and stop, each judged by `regels`.

Reads `overleg` and below. Start in `operations/`.
"""
