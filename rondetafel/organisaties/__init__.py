"""The organisations around the families: municipalities, areas, providers, referrers.

Reads `toegang` and below. Start in `models.py`.
"""
