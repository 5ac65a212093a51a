"""The demo: invented people, families with a story each, and a population whose records add up to a real report.

Fills an empty database only and marks it; the pages of the demo answer on a marked database alone.
Start with `laden.py`; the stories stand in `verhalen/`, a family per file.
"""
