"""Is it good: looking that stands out and what became of it; later complaints, satisfaction, dossier audits.

Reads `kern`, `toegang`, `gezinnen`. Start in `operations.py`: the weekly search and the closing of a finding.
"""
