"""Who may register a jeugdige, and under which code does CBS count them?"""

from enum import StrEnum

from rondetafel.regels.oordeel import Bron

VERWIJZERS = Bron(
    document="halfjaarrapportage-2020-2",
    plek="3.1 Organisatie van zorg en ondersteuning",
    regel="Deze verwijzers leggen vragen bij JENS neer",
)
CBS_CODES = Bron(
    document="jeugdwet",
    plek="Regeling Jeugdwet, bijlage 2: verwijzer",
    regel="CBS telt verwijzers onder een vaste lijst van codes",
)


class Verwijzer(StrEnum):
    """The kinds of verwijzer. Parents and young people are not among them: they cannot register."""

    GEMEENTE = "gemeente"
    BUURTTEAM = "buurtteam"
    CJG = "cjg"
    SCHOOL = "school"
    HUISARTS = "huisarts"
    JEUGDARTS = "jeugdarts"
    MEDISCH_SPECIALIST = "medisch-specialist"
    GI = "gi"
    RECHTER = "rechter"
    AANBIEDER = "aanbieder"

    @property
    def naam(self) -> str:
        return NAMEN[self]

    @property
    def cbs_code(self) -> str | None:
        """Return the code of CBS; None for an aanbieder, where the first verwijzer still counts."""
        return CODES[self]


NAMEN = {
    Verwijzer.GEMEENTE: "toegang van de gemeente",
    Verwijzer.BUURTTEAM: "sociaal buurtteam",
    Verwijzer.CJG: "Centrum voor Jeugd en Gezin",
    Verwijzer.SCHOOL: "school",
    Verwijzer.HUISARTS: "huisarts",
    Verwijzer.JEUGDARTS: "jeugdarts",
    Verwijzer.MEDISCH_SPECIALIST: "medisch specialist",
    Verwijzer.GI: "gecertificeerde instelling",
    Verwijzer.RECHTER: "rechter, Raad voor de Kinderbescherming of officier van justitie",
    Verwijzer.AANBIEDER: "zorgaanbieder die al helpt",
}

# CBS knows no buurtteam, CJG or school; a question that comes through them is counted as the
# municipality's, because the municipality decides on it.
CODES = {
    Verwijzer.GEMEENTE: "01",
    Verwijzer.BUURTTEAM: "01",
    Verwijzer.CJG: "01",
    Verwijzer.SCHOOL: "01",
    Verwijzer.HUISARTS: "02",
    Verwijzer.JEUGDARTS: "03",
    Verwijzer.GI: "04",
    Verwijzer.MEDISCH_SPECIALIST: "05",
    Verwijzer.RECHTER: "08",
    Verwijzer.AANBIEDER: None,
}
