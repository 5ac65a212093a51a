"""Settings, urls, command line, embedded database, demo data.

Reads every room. Start in `opdrachten.py`: the `rondetafel` command.
"""
