"""The round table: startoverleg, RTO and eindoverleg, who sits there and what was looked at.

Reads `gezinsplan` and below. Start in `operations.py`.
"""
