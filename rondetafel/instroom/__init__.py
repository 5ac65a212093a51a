"""A verwijzer asks, the kernteam decides, a place is found: aanmelding, triage, zorgmatch, wait list.

Reads `gezinnen` and below. Start in `operations.py`.
"""
