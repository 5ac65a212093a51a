"""Screens that join rooms: the start page per role, the caseload, the page of a family.

Reads every room; owns no tables. Start in `views.py`.
"""
