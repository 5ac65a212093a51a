"""The plan of the family: goals from the doelenmatrix made SMART, the actions, and its adoption.

Reads `instroom` and below. Start in `operations/`.
"""
