"""Which published figures must the records add up to? Counts, no people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from rondetafel.platform.demo.organisaties import HEERLEN, LANDGRAAF, VOERENDAAL
from rondetafel.regels.oordeel import Bron

TABEL_5_1 = Bron(
    document="halfjaarrapportage-2020-2",
    plek="5.1 Cliënten jeugdhulp",
    regel="Per gemeente: in zorg op 1 januari, nieuw, uit zorg en in zorg op 31 december",
)
TABEL_5_6 = Bron(
    document="halfjaarrapportage-2020-2",
    plek="5.6 Productie",
    regel="Nieuwe vragen per maand, en wachtenden in K2 en K3 per kwartaal",
)

JAARBEGIN, JAAREINDE = date(2020, 1, 1), date(2020, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jeugdigen:
    """One column of table 5.1; the other two rows follow: c = a + b and e = c - d."""

    begin: int
    nieuw: int
    uit: int


JEUGDIGEN: Mapping[int, Jeugdigen] = {
    HEERLEN: Jeugdigen(begin=1473, nieuw=1137, uit=1055),
    LANDGRAAF: Jeugdigen(begin=631, nieuw=387, uit=502),
    VOERENDAAL: Jeugdigen(begin=131, nieuw=93, uit=108),
}

# January to March were not published; those three are ours.
AANMELDINGEN = dict(enumerate((540, 515, 490, 526, 501, 513, 437, 282, 430, 426, 530, 537), start=1))

WACHTENDEN = {
    date(2020, 3, 31): 444,
    date(2020, 6, 30): 326,
    date(2020, 9, 30): 253,
    date(2020, 12, 31): 288,
}
# How the new children of the year spread over its quarters. Whoever waits at the end of a quarter
# begins in the next one, so each next quarter holds more children than that.
NIEUW_PER_KWARTAAL = (0.15, 0.31, 0.25, 0.29)
