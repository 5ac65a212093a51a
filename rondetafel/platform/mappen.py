"""Where do files stand? The clone itself, and the folder for everything that is made while running."""

import os
from pathlib import Path

BASE_DIR = Path(__file__).parents[2]
VAR = Path(os.environ.get("RONDETAFEL_VAR") or BASE_DIR / "var").resolve()
# Built by run.py from front/ and belonging to the clone, wherever the data stands.
ASSETS = BASE_DIR / "var" / "assets"
