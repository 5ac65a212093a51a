"""What every room needs and no room owns: the logboek, versions, encrypted fields, terms, the clock.

Reads `regels`. Start in `operatie.py`: how every change in the product is made and recorded.
"""
