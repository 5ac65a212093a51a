"""Everything that a parent or young person may see here about themselves and who they decide for, in one file.

The right to a copy (AVG, article 15). Each part goes through the same two fences as the page that shows it, so what
is shielded, of somebody else, or of an organisation alone is not in it. One family is little: the file is made while
one waits, and no second copy of a dossier lies on a server.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rondetafel.documenten.models import Document
from rondetafel.gezinnen.models import Betrokkene, Deelvraag, Gezag, Gezin, Persoon
from rondetafel.gezinsplan.models import Actie, Doel, Eigenplanstap, Evaluatie, Tafelwoord, Weekkleur
from rondetafel.kern.looptijd import holds_some_day
from rondetafel.overleg.models import Overleg
from rondetafel.regels.datum import format_datum
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.zorg.models import AkkoordZorg
from rondetafel.zorg.queries import name_product

# On these one reads about oneself or somebody one decides for; consent opens a plan, not a right to a copy.
VAN_ZICHZELF = frozenset({Grond.EIGEN, Grond.GEZAG, Grond.VERTEGENWOORDIGING})
Kolom = str | Callable[[Any], Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Soort:
    """One kind of row in the copy: where it is read, which part it is of, and what is written of it.

    `over`: the column that says whom a row is about, `ook_samen` with what is of the whole family; empty is everyone.
    `alleen` leaves out rows that were never true.
    """

    titel: Promise
    model: Any
    onderdeel: Onderdeel
    volgorde: str
    kolommen: tuple[tuple[Promise, Kolom], ...]
    over: str = ""
    ook_samen: bool = False
    mee: tuple[str, ...] = ()
    alleen: Q = field(default_factory=Q)


@dataclass(frozen=True, slots=True, kw_only=True)
class Kopiedeel:
    """One kind of row in the file; of each row what is filled in, with its heading."""

    titel: str
    rijen: list[list[tuple[str, str]]]


def people_copied(gezin_id: UUID, wie: Wie, peildatum: date) -> frozenset[UUID]:
    """About whom may this account ask a copy: themselves, and whom they decide for. Empty for everybody else."""
    if not wie.is_gezin:
        return frozenset()
    return frozenset(
        band.persoon_id
        for band in wie.banden
        if band.gezin_id == gezin_id
        and band.grond in VAN_ZICHZELF
        and band.persoon_id
        and band.holds_on(peildatum)
    )


def read_kopie(gezin: Gezin, wie: Wie, peildatum: date) -> list[Kopiedeel]:
    """Every part that has rows; one query for each kind of row."""
    personen = people_copied(gezin.pk, wie, peildatum)
    delen = (_read(soort, gezin.pk, personen, wie, peildatum) for soort in SOORTEN)
    return [deel for deel in delen if deel.rijen]


def _read(soort: Soort, gezin_id: UUID, personen: frozenset[UUID], wie: Wie, peildatum: date) -> Kopiedeel:
    rijen = soort.model.objects.visible_to(wie, peildatum).filter(soort.alleen, gezin_id=gezin_id)
    if soort.over:
        over = personen | {gezin_id} if soort.ook_samen else personen
        rijen = rijen.filter(**{f"{soort.over}__in": over})
    # Without a name Django would follow every key, also to accounts.
    rijen = rijen.select_related(*soort.mee) if soort.mee else rijen
    return Kopiedeel(
        titel=str(soort.titel),
        rijen=[
            [(str(kop), gezegd) for kop, kolom in soort.kolommen if (gezegd := _tell(kolom, rij))]
            for rij in rijen.order_by(soort.volgorde, "pk")
        ],
    )


def _tell(kolom: Kolom, rij: Any) -> str:
    waarde = kolom(rij) if callable(kolom) else reduce(_follow, kolom.split("."), rij)
    if isinstance(waarde, bool):
        return _("ja") if waarde else _("nee")
    if isinstance(waarde, date):
        return format_datum(waarde)
    return "" if waarde is None else str(waarde)


def _follow(rij: Any, naam: str) -> Any:
    waarde = getattr(rij, naam, None)
    return waarde() if callable(waarde) else waarde


def _over(rij: Any) -> str:
    """Whom a goal is about."""
    return rij.over.voornaam if rij.over else _("het hele gezin")


def _product(rij: AkkoordZorg) -> str:
    return name_product(rij.product_code, rij.startdatum)


def parts_of() -> Iterable[Onderdeel]:
    """Which parts of a dossier the copy looks at."""
    return dict.fromkeys(soort.onderdeel for soort in SOORTEN)


def _kolommen(*paren: tuple[Any, Kolom]) -> tuple[tuple[Promise, Kolom], ...]:
    return paren


SOORTEN = (
    Soort(
        titel=gettext_lazy("Gegevens"),
        model=Persoon,
        onderdeel=Onderdeel.GEZIN,
        volgorde="created_at",
        over="pk",
        kolommen=_kolommen(
            (gettext_lazy("Naam"), str),
            (gettext_lazy("Geboren"), "geboortedatum"),
            (gettext_lazy("Overleden"), "overleden_op"),
            (gettext_lazy("Taal"), "taal"),
            (gettext_lazy("Tolk"), "get_tolk_display"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Gezag"),
        model=Gezag,
        onderdeel=Onderdeel.GEZIN,
        volgorde="van",
        over="kind_id",
        mee=("kind", "volwassene"),
        kolommen=_kolommen(
            (gettext_lazy("Over"), "kind"),
            (gettext_lazy("Wie"), "volwassene"),
            (gettext_lazy("Soort"), "get_soort_display"),
            (gettext_lazy("Vanaf"), "van"),
            (gettext_lazy("Tot en met"), "tot"),
            (gettext_lazy("Nagekeken op"), "gecontroleerd_op"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Wie er aan tafel zit of zat"),
        model=Betrokkene,
        onderdeel=Onderdeel.GEZIN,
        volgorde="van",
        alleen=holds_some_day(),
        kolommen=_kolommen(
            (gettext_lazy("Naam"), "naam"),
            (gettext_lazy("Wat diegene is"), "relatie"),
            (gettext_lazy("Organisatie"), "organisatie"),
            (gettext_lazy("Vanaf"), "van"),
            (gettext_lazy("Tot en met"), "tot"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Vragen om mee te lezen"),
        model=Deelvraag,
        onderdeel=Onderdeel.TOEGANG,
        volgorde="created_at",
        over="persoon_id",
        mee=("persoon", "betrokkene"),
        kolommen=_kolommen(
            (gettext_lazy("Over"), "persoon.voornaam"),
            (gettext_lazy("Wie"), "betrokkene"),
            (gettext_lazy("Waarvoor"), "doel"),
            (gettext_lazy("Antwoord"), "get_stand_display"),
            (gettext_lazy("Tot en met"), "tot"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Doelen"),
        model=Doel,
        onderdeel=Onderdeel.PLAN,
        volgorde="created_at",
        over="sleutel",
        ook_samen=True,
        mee=("voor", "volwassene", "eigenaar"),
        kolommen=_kolommen(
            (gettext_lazy("Over"), _over),
            (gettext_lazy("Doel"), "specifiek"),
            (gettext_lazy("Hoe je het ziet"), "meetbaar"),
            (gettext_lazy("Wie het ermee eens is"), "acceptabel"),
            (gettext_lazy("Waarom het kan"), "realistisch"),
            (gettext_lazy("Van wie"), "eigenaar"),
            (gettext_lazy("Begonnen"), "gestart_op"),
            (gettext_lazy("Klaar voor"), "behaald_voor"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Acties"),
        model=Actie,
        onderdeel=Onderdeel.PLAN,
        volgorde="created_at",
        over="sleutel",
        ook_samen=True,
        mee=("doel", "wie"),
        kolommen=_kolommen(
            (gettext_lazy("Doel"), "doel.specifiek"),
            (gettext_lazy("Actie"), "tekst"),
            (gettext_lazy("Wie"), "wie"),
            (gettext_lazy("Vanaf"), "vanaf"),
            (gettext_lazy("Tot en met"), "tot"),
            (gettext_lazy("Klaar op"), "klaar_op"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Hoe het ging"),
        model=Evaluatie,
        onderdeel=Onderdeel.PLAN,
        volgorde="geevalueerd_op",
        over="sleutel",
        ook_samen=True,
        mee=("doel",),
        kolommen=_kolommen(
            (gettext_lazy("Doel"), "doel.specifiek"),
            (gettext_lazy("Dag"), "geevalueerd_op"),
            (gettext_lazy("Wat er is gezien"), "waarneming"),
            (gettext_lazy("Score van het gezin"), "score_gezin"),
            (gettext_lazy("Score van de hulp"), "score_hulp"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Kleur van de week"),
        model=Weekkleur,
        onderdeel=Onderdeel.PLAN,
        volgorde="week",
        over="sleutel",
        ook_samen=True,
        mee=("stoel",),
        kolommen=_kolommen(
            (gettext_lazy("Week van"), "week"),
            (gettext_lazy("Wie"), "stoel"),
            (gettext_lazy("Kleur"), "kleur"),
            (gettext_lazy("Woorden"), "woord"),
            (gettext_lazy("Contact na rood"), "contact_hoe"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Wat het gezin zei"),
        model=Tafelwoord,
        onderdeel=Onderdeel.PLAN,
        volgorde="gezegd_op",
        over="sleutel",
        ook_samen=True,
        mee=("stoel",),
        kolommen=_kolommen(
            (gettext_lazy("Dag"), "gezegd_op"),
            (gettext_lazy("Wie"), "stoel"),
            (gettext_lazy("Woorden"), str),
        ),
    ),
    Soort(
        titel=gettext_lazy("Eigen plan van het gezin"),
        model=Eigenplanstap,
        onderdeel=Onderdeel.PLAN,
        volgorde="created_at",
        mee=("stoel",),
        kolommen=_kolommen(
            (gettext_lazy("Dag"), "op"),
            (gettext_lazy("Wat"), "get_stap_display"),
            (gettext_lazy("Wie"), "stoel"),
            (gettext_lazy("Woorden"), "tekst"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Overleg"),
        model=Overleg,
        onderdeel=Onderdeel.PLAN,
        volgorde="gepland_op",
        kolommen=_kolommen(
            (gettext_lazy("Soort"), "get_soort_display"),
            (gettext_lazy("Gepland op"), "gepland_op"),
            (gettext_lazy("Gehouden op"), "gehouden_op"),
            (gettext_lazy("Afgezegd op"), "afgezegd_op"),
            (gettext_lazy("Verslag"), "verslag"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Hulp"),
        model=AkkoordZorg,
        onderdeel=Onderdeel.ZORG,
        volgorde="startdatum",
        over="jeugdige_id",
        mee=("jeugdige", "aanbieder"),
        kolommen=_kolommen(
            (gettext_lazy("Voor"), "jeugdige.voornaam"),
            (gettext_lazy("Welke hulp"), _product),
            (gettext_lazy("Van wie"), "aanbieder.naam"),
            (gettext_lazy("Vanaf"), "startdatum"),
            (gettext_lazy("Tot en met"), "einddatum"),
        ),
    ),
    Soort(
        titel=gettext_lazy("Papieren"),
        model=Document,
        onderdeel=Onderdeel.DOCUMENT,
        volgorde="geplaatst_op",
        kolommen=_kolommen(
            (gettext_lazy("Titel"), "titel"),
            (gettext_lazy("Soort"), "get_soort_display"),
            (gettext_lazy("Geplaatst op"), "geplaatst_op"),
        ),
    ),
)
