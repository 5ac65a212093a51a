"""What may, what must, and why: the rules of law, method and product portfolio as plain Python.

Reads no other room, no Django and no clock. Start in `oordeel.py`: the answer every rule gives.
"""
