"""Messages with the outside.

Nothing lives here yet: the iJw messages will, made from the akkoord zorg and the stop.
"""
