"""How it looks: base page, components, forms, print, and pictures drawn as SVG.

Reads `regels` and `kern`. Start in `templatetags/componenten.py`; every component stands on `/componenten/`.
"""
