"""Figures that come out of records and open into people: tables, KPI's, the half-year report.

Reads `zorg` and below. Start in `tabellen.py`: each table of the report is one function over records.
"""
