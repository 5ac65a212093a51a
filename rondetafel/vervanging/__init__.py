"""Who stands in for whom: a colleague reads along while somebody is away, and no day longer.

Reads `kern`, `toegang`, `gezinnen`. Start in `operations.py`. The ties themselves are drawn by the database
(`migrations/0002_hekken.py`), so that they follow whatever happens to the ties of who is away.
"""
