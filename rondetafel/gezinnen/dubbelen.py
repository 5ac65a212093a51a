"""Who looks like somebody that is about to be added? Only among the people whom the asker may see."""

from datetime import date

from django.db.models import CharField, Expression, F, FloatField, Func, Value
from django.db.models.functions import Concat, Lower, Trim

from rondetafel.gezinnen.gegevens import Persoonsgegevens
from rondetafel.gezinnen.models import Persoon
from rondetafel.regels.dubbel import LIJKT_OP_BIJ_ZELFDE_DAG, Bekende, assess_dubbel
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.mag import Wie

HOOGSTENS = 5


def look_for_double(opgave: Persoonsgegevens, wie: Wie, peildatum: date) -> Oordeel | None:
    """Return whom this person looks like, or None when there is nobody; one query."""
    naam = " ".join(filter(None, [opgave.voornaam, opgave.tussenvoegsel, opgave.achternaam])).lower()
    heel = Concat("voornaam", Value(" "), "tussenvoegsel", Value(" "), "achternaam")
    gelijk = Persoon.objects.visible_to(wie, peildatum).annotate(
        gelijkenis=Func(
            _plain(Lower(Trim(heel))), _plain(Value(naam)), function="similarity", output_field=FloatField()
        ),
        nummer=F("gezin__nummer"),
    )
    bekenden = [
        Bekende(
            naam=str(een),
            waar=f"gezin {een.nummer:04d}",
            gelijkenis=een.gelijkenis,
            zelfde_dag=een.geboortedatum is not None and een.geboortedatum == opgave.geboren.dag,
        )
        for een in gelijk.filter(gelijkenis__gte=LIJKT_OP_BIJ_ZELFDE_DAG).order_by("-gelijkenis", "pk")[
            :HOOGSTENS
        ]
    ]
    oordeel = assess_dubbel(bekenden)
    return None if oordeel.is_akkoord else oordeel


def _plain(naam: Expression) -> Func:
    """A name without accents."""
    return Func(naam, function="unaccent", output_field=CharField())
