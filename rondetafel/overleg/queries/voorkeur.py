"""Whom did the family choose to coordinate, and does the regie still have to follow?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef
from django.db.models.functions import JSONObject

from rondetafel.gezinnen.models import Regie
from rondetafel.gezinnen.schermen import Verborgen
from rondetafel.kern.looptijd import running_on
from rondetafel.overleg.models import Bespreking
from rondetafel.regels.intake import Onderwerp, Voorkeur
from rondetafel.toegang.mag import Reikwijdte


@dataclass(frozen=True, slots=True, kw_only=True)
class Regiekeuze:
    """Who was named. `gebruiker_id` empty: somebody without an account here, so the regie cannot go to them yet."""

    naam: str
    gebruiker_id: str
    uitkomst: Voorkeur
    is_geregeld: bool

    @classmethod
    def from_talk(cls, gesprek: Bespreking, *, is_geregeld: bool) -> Self | None:
        """None when the talk named nobody."""
        naam = gesprek.stoel.naam if gesprek.stoel else gesprek.wie
        if not naam or gesprek.uitkomst in ("", Voorkeur.GEEN):
            return None
        account = gesprek.stoel.gebruiker_id if gesprek.stoel else None
        return cls(
            naam=naam,
            gebruiker_id=str(account or ""),
            uitkomst=Voorkeur(gesprek.uitkomst),
            is_geregeld=is_geregeld,
        )


def voorkeur_within(bereik: Reikwijdte, verborgen: Verborgen, peildatum: date) -> ArraySubquery:
    """The newest talk about who coordinates, for who already asks for the family."""
    gesprekken = Bespreking.objects.filter(
        bereik.rows(), verborgen.leave_out("stoel__"), gezin=OuterRef("pk"), onderwerp=Onderwerp.VOORKEUR
    )
    regie = Regie.objects.filter(
        running_on(peildatum), gezin=OuterRef("gezin"), regisseur=OuterRef("stoel__gebruiker")
    )
    return ArraySubquery(
        gesprekken.order_by("-created_at", "-pk").values(
            een=JSONObject(
                is_besproken="is_besproken",
                stoel="stoel__naam",
                wie="wie",
                gebruiker="stoel__gebruiker_id",
                uitkomst="uitkomst",
                is_geregeld=Exists(regie),
            )
        )[:1]
    )


def as_keuze(rijen: Iterable[Mapping[str, Any]]) -> Regiekeuze | None:
    """What still waits: None when nobody was named, it was taken back, or the regie followed."""
    for een in rijen:
        naam = een["stoel"] or een["wie"]
        if een["is_besproken"] and naam and not een["is_geregeld"]:
            return Regiekeuze(
                naam=naam,
                gebruiker_id=een["gebruiker"] or "",
                uitkomst=Voorkeur(een["uitkomst"] or Voorkeur.GEEN),
                is_geregeld=False,
            )
    return None
