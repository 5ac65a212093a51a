"""Who looks like somebody that is about to be added? Only among the people whom the asker may see."""

from datetime import date
from uuid import UUID

from django.db.models import CharField, Expression, F, FloatField, Func, Value
from django.db.models.functions import Concat, Lower, Trim

from rondetafel.gezinnen.gegevens import Persoonsgegevens
from rondetafel.gezinnen.models import Betrokkene, Persoon
from rondetafel.kern.looptijd import holds_some_day, not_over_on
from rondetafel.regels.dubbel import LIJKT_OP, LIJKT_OP_BIJ_ZELFDE_DAG, Bekende, assess_dubbel, looks_alike
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.mag import Wie

HOOGSTENS = 5


def look_for_double(opgave: Persoonsgegevens, wie: Wie, peildatum: date) -> Oordeel | None:
    """Return whom this person looks like, or None when there is nobody; one query."""
    naam = " ".join(filter(None, [opgave.voornaam, opgave.tussenvoegsel, opgave.achternaam]))
    return _judge(_people_like(naam, opgave.geboren.dag, wie, peildatum))


def look_for_double_around(gezin_id: UUID, naam: str, wie: Wie, peildatum: date) -> Oordeel | None:
    """Return whom somebody around a family looks like: a chair of that family, or a person; two queries.

    Chairs of other families are not looked at: a teacher or a doctor sits at many tables.
    """
    stoelen = Betrokkene.objects.visible_to(wie, peildatum).filter(
        not_over_on(peildatum), holds_some_day(), gezin_id=gezin_id, persoon__isnull=True
    )
    gelijk = stoelen.annotate(gelijkenis=_likeness("naam", naam)).filter(gelijkenis__gte=LIJKT_OP)
    aan_tafel = [
        Bekende(
            naam=een.naam, waar=f"dit gezin, als {een.relatie}", gelijkenis=een.gelijkenis, zelfde_dag=False
        )
        for een in gelijk.order_by("-gelijkenis", "pk")[:HOOGSTENS]
    ]
    return _judge([*aan_tafel, *_people_like(naam, None, wie, peildatum)])


def look_elsewhere(persoon: Persoon, wie: Wie, peildatum: date) -> list[Bekende]:
    """Return who in another family looks like this person, of those whom the asker may see; one query."""
    anderen = _people_like(str(persoon), persoon.geboortedatum, wie, peildatum, niet_in=persoon.gezin_id)
    return [een for een in anderen if looks_alike(een)]


def _people_like(
    naam: str, geboren: date | None, wie: Wie, peildatum: date, *, niet_in: UUID | None = None
) -> list[Bekende]:
    heel = Concat("voornaam", Value(" "), "tussenvoegsel", Value(" "), "achternaam")
    gelijk = Persoon.objects.visible_to(wie, peildatum).annotate(
        gelijkenis=_likeness(heel, naam), nummer=F("gezin__nummer")
    )
    gelijk = gelijk.filter(gelijkenis__gte=LIJKT_OP_BIJ_ZELFDE_DAG)
    gelijk = gelijk.exclude(gezin_id=niet_in) if niet_in else gelijk
    gelijk = gelijk.order_by("-gelijkenis", "pk")
    return [
        Bekende(
            naam=str(een),
            waar=f"gezin {een.nummer:04d}",
            gelijkenis=een.gelijkenis,
            zelfde_dag=een.geboortedatum is not None and een.geboortedatum == geboren,
        )
        for een in gelijk[:HOOGSTENS]
    ]


def _judge(bekenden: list[Bekende]) -> Oordeel | None:
    oordeel = assess_dubbel(bekenden)
    return oordeel if oordeel.redenen else None


def _likeness(kolom: Expression | str, naam: str) -> Func:
    """How much a column looks like a name, from 0 to 1, whatever the capitals and accents."""
    return Func(
        _plain(Lower(Trim(kolom))),
        _plain(Value(naam.lower())),
        function="similarity",
        output_field=FloatField(),
    )


def _plain(naam: Expression) -> Func:
    """A name without accents."""
    return Func(naam, function="unaccent", output_field=CharField())
