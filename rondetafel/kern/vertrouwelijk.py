"""Which work leaves no trace in what a family reads? Decided per kind of work, never per line.

A family that sees who looked must not learn from it that there are worries about safety, or that
someone's looking is being checked. A mark on a line could be forgotten, and a line that is missing from
a row of lines can be counted; so a whole part is confidential or it is not. The database repeats this
list (function `is_vertrouwelijk`); a test proves both equal.
"""

# Names of parts (toegang.rechten.Onderdeel); a room of that name is confidential as a whole.
VERTROUWELIJK = frozenset({"afscherming", "veiligheid", "toezicht"})


def part_of_room(room: str) -> str:
    """Return the part that a refusal in `room` belongs to: only a confidential room needs to say so."""
    return room if room in VERTROUWELIJK else ""
