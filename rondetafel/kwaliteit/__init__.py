"""Is it good: complaints, satisfaction, dossier audits, improvement.

Nothing lives here yet: klachten, metingen and audits will.
"""
