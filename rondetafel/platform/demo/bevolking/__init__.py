"""A population of invented people whose records add up to the figures of one published report.

`cijfers.py` holds the figures, `loop.py` who gets care when, `huishoudens.py` who lives together,
`rijen.py` the rows of every table and `tabel.py` how they get into the database.
"""
