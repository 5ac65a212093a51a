"""What stops a file at the door."""

from rondetafel.regels.bestanden import Bezwaar


class Afgekeurd(Exception):
    """A file that cannot come in, and why; never with a word of what is in it."""

    def __init__(self, bezwaar: Bezwaar) -> None:
        super().__init__(bezwaar.value)
        self.bezwaar = bezwaar
