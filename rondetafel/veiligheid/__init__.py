"""Worries about the safety of a child, kept apart from the plan: own schema, own database role, own key.

Only members of a dossier read it, after saying why, and nothing outside this room can tell whether there
is one. Reads `toegang`, `gezinnen`, `kern`, `web` and `regels`. Start in `migrations/0002_hekken.py` for the
fence and in `slot.py` for the door.
"""
