"""Numbers for people who do not exist: they pass the elfproef, and no municipality gives them out."""

from collections.abc import Iterator

from stdnum.nl import bsn as elfproef

EERSTE, LAATSTE = 999_900_000, 999_999_999


def invent_bsns() -> Iterator[str]:
    """Yield every BSN of the test range 9999xxxxx that passes the elfproef, in order: some 9000."""
    return (str(nummer) for nummer in range(EERSTE, LAATSTE + 1) if elfproef.is_valid(str(nummer)))
