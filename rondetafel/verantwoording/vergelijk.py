"""Do our figures agree with what was published? The opdracht `rapport`, as somebody of the directie reads it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from rondetafel.regels.datum import MAANDEN, format_datum
from rondetafel.regels.gas import NietTeBerekenen
from rondetafel.regels.periode import Halfjaar
from rondetafel.toegang.context import DEUR, as_role
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from rondetafel.verantwoording.kpis import OPEN_KPIS, find_kpi
from rondetafel.verantwoording.publicaties import NietGepubliceerd, Publicatie, read_publicatie
from rondetafel.verantwoording.rapport import Rapport, make_rapport
from rondetafel.verantwoording.tabellen import RIJNAMEN, TABEL_5_1, TABEL_5_6

Tell = Callable[[str], None]
GELUKT, MISLUKT = 0, 1
# Columns of the first word: as wide as the longest name.
BREED = 68


class GeenDirectie(LookupError):
    """Figures are read by a person; without an account of the directie nobody can."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Naast:
    """One figure as published, beside ours."""

    naam: str
    gepubliceerd: str
    berekend: int | NietTeBerekenen

    @property
    def oordeel(self) -> str:
        if isinstance(self.berekend, NietTeBerekenen):
            return str(self.berekend)
        return "gelijk" if str(self.berekend) == self.gepubliceerd else "verschillend"

    def __str__(self) -> str:
        ons = "-" if isinstance(self.berekend, NietTeBerekenen) else str(self.berekend)
        return f"  {self.naam:<{BREED}}{self.gepubliceerd:>20}{ons:>10}  {self.oordeel}"


def compare(tekst: str, tell: Tell) -> int:
    """Lay every published figure of half a year beside ours; returns the exit code.

    A difference is an outcome and no failure: only without a report or a reader it fails.
    """
    try:
        halfjaar = Halfjaar.parse(tekst)
        publicatie = read_publicatie(halfjaar)
        rapport = make_rapport(find_directie(), halfjaar, peildatum=halfjaar.tot_en_met)
    except (ValueError, NietGepubliceerd, GeenDirectie) as fout:
        tell(str(fout))
        return MISLUKT
    delen = {
        f"Tabel 5.1 ({TABEL_5_1.document}, {TABEL_5_1.plek})": list(_compare_jeugdigen(publicatie, rapport)),
        f"Tabel 5.6 ({TABEL_5_6.document}, {TABEL_5_6.plek})": list(_compare_productie(publicatie, rapport)),
        f"KPI's en metingen ({publicatie.document})": list(_compare_kpis(publicatie)),
    }
    for titel, cijfers in delen.items():
        tell(f"{titel:<{BREED + 2}}{'gepubliceerd':>20}{'berekend':>10}")
        for cijfer in cijfers:
            tell(str(cijfer))
        tell("")
    tell(summarise([cijfer for cijfers in delen.values() for cijfer in cijfers]))
    return GELUKT


def show(tekst: str, tell: Tell) -> int:
    """Print the figures of half a year as the records hold them now; returns the exit code."""
    try:
        halfjaar = Halfjaar.parse(tekst)
        rapport = make_rapport(find_directie(), halfjaar, peildatum=halfjaar.tot_en_met)
    except (ValueError, GeenDirectie) as fout:
        tell(str(fout))
        return MISLUKT
    tell(f"{rapport.periode.naam}, volgens wat nu is vastgelegd")
    for kolom in (*rapport.jeugdigen.kolommen, rapport.jeugdigen.totaal):
        for letter in RIJNAMEN:
            tell(f"  5.1 {letter} {RIJNAMEN[letter]:<36}{kolom.naam:<14}{kolom.row(letter):>8}")
    for dag, aantal in rapport.productie.aanmeldingen.items():
        tell(f"  5.6 nieuwe vragen in {_name_month(dag):<35}{aantal:>8}")
    for dag, wachtend in rapport.productie.wachtenden.items():
        tell(f"  5.6 wachtlijst op {format_datum(dag):<38}{wachtend!s:>8}")
    for uitkomst in (*rapport.kpis, *rapport.redenen):
        tell(f"  {uitkomst.kpi.nummer:<4} {uitkomst.kpi.vraag}: {uitkomst.waarde}")
    for kpi in rapport.open_kpis:
        tell(f"  {kpi.nummer:<4} {kpi.vraag}: {kpi.uitkomst}")
    return GELUKT


def summarise(cijfers: list[Naast]) -> str:
    """Return the last line: how many agree, differ and cannot be told."""
    onbekend = sum(isinstance(cijfer.berekend, NietTeBerekenen) for cijfer in cijfers)
    gelijk = sum(cijfer.oordeel == "gelijk" for cijfer in cijfers)
    verschillend = len(cijfers) - gelijk - onbekend
    return f"{gelijk} gelijk, {verschillend} verschillend, {onbekend} niet te berekenen"


def find_directie() -> Wie:
    """Return the account of the directie that sees the most municipalities.

    :raises GeenDirectie: when there is none.
    """
    with as_role(DEUR):
        accounts = Gebruiker.objects.with_banden().filter(rol=Rol.DIRECTIE, is_active=True)
        gebruiker = max(accounts, key=lambda account: len(account.gemeenten), default=None)
    if gebruiker is None:
        raise GeenDirectie("Er is geen account met de rol directie. Open er eerst een.")
    return gebruiker.as_wie()


def _compare_jeugdigen(publicatie: Publicatie, rapport: Rapport) -> Iterator[Naast]:
    kolommen = {kolom.naam: kolom for kolom in (*rapport.jeugdigen.kolommen, rapport.jeugdigen.totaal)}
    for letter in RIJNAMEN:
        for naam, gepubliceerd in publicatie.jeugdigen.items():
            yield Naast(
                naam=f"{letter} {RIJNAMEN[letter]}, {naam}",
                gepubliceerd=str(gepubliceerd[letter]),
                berekend=kolommen[naam].row(letter)
                if naam in kolommen
                else NietTeBerekenen(ontbreekt=f"de gemeente {naam} hoort niet bij dit account"),
            )


def _compare_productie(publicatie: Publicatie, rapport: Rapport) -> Iterator[Naast]:
    for begin, aantal in publicatie.aanmeldingen.items():
        yield Naast(
            naam=f"nieuwe vragen in {_name_month(begin)}",
            gepubliceerd=str(aantal),
            berekend=rapport.productie.aanmeldingen[begin],
        )
    for einde, aantal in publicatie.wachtenden.items():
        yield Naast(
            naam=f"wachtlijst K2 en K3 op {format_datum(einde)}",
            gepubliceerd=str(aantal),
            berekend=rapport.productie.wachtenden[einde],
        )


def _compare_kpis(publicatie: Publicatie) -> Iterator[Naast]:
    """None of these is counted by the report as we count it; each says why, or what we do not keep."""
    open_kpis = {kpi.code: kpi for kpi in OPEN_KPIS}
    for waarde in publicatie.kpis:
        kpi = open_kpis.get(waarde.code) or find_kpi(waarde.code)
        assert kpi is not None, waarde.code
        ontbreekt = open_kpis[waarde.code].ontbreekt if waarde.code in open_kpis else waarde.waarom
        yield Naast(
            naam=f"{kpi.nummer} {kpi.vraag}",
            gepubliceerd=waarde.waarde,
            berekend=NietTeBerekenen(ontbreekt=ontbreekt),
        )


def _name_month(dag: date) -> str:
    return f"{MAANDEN[dag.month - 1]} {dag.year}"
