"""How fast are the pages, and what do they cost? Measured as they run for real: `python3 run.py bench http`.

Start in `bladzijden.py`: the pages, and the order of the measurement. Nothing here is part of the app.
"""
