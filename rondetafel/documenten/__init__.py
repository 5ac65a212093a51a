"""Letters and files that people bring to a family: taken in through one door, checked, shared, kept.

Reads `gezinnen` and below. Start in `operations.py`; what a file goes through stands in `inhoud.py`.
"""
