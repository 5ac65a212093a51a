"""Who are you, what may you do, what may you see: accounts, rights, row-level security, invitations.

Reads `regels`, `kern` and `web`. Start in `rechten.py`: the one table of rights, and `mag.py`: the one decision.
"""
