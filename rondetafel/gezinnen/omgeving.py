"""Everybody around a family with what was asked about them, for who keeps it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import (
    Betrokkene,
    Gezinsrol,
    Groep,
    Netwerkplek,
    Omgevingsvraag,
    Persoon,
    Stoelvraag,
    Vraagdoel,
)
from rondetafel.gezinnen.queries import people_at
from rondetafel.regels.omgeving import Omgeving, Omgevingsfeiten
from rondetafel.toegang.mag import Wie


@dataclass(frozen=True, slots=True, kw_only=True)
class Netwerkregel:
    """Somebody around the family. `naam` is also there for who waits for a yes; `vragen` from old to new."""

    stoel: Betrokkene
    naam: str
    plek: Netwerkplek | None
    vragen: tuple[Stoelvraag, ...]

    @property
    def wacht(self) -> Stoelvraag | None:
        """What was asked and is not answered; what nobody asked yet waits for nobody."""
        return next((een for een in self.vragen if een.is_ja is None and een.gevraagd_op), None)


def rows_of(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Netwerkregel]:
    """Everybody at the table who is not of the family; three queries."""
    plekken = {een.betrokkene_id: een for een in plekken_of(gezin_id, wie, peildatum)}
    vragen: dict[UUID, list[Stoelvraag]] = {}
    gesteld = Stoelvraag.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id)
    for vraag in gesteld.select_related("besloten_door").order_by("gevraagd_op", "created_at"):
        vragen.setdefault(vraag.betrokkene_id, []).append(vraag)
    return [
        Netwerkregel(
            stoel=een,
            naam=een.naam or next((vraag.naam for vraag in vragen.get(een.pk, ()) if vraag.naam), ""),
            plek=plekken.get(een.pk),
            vragen=tuple(vragen.get(een.pk, ())),
        )
        for een in people_at(gezin_id, wie, peildatum)
        if een.groep != Groep.GEZIN
    ]


def plekken_of(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Netwerkplek]:
    """What the chairs of a family are to it; one query."""
    return list(
        Netwerkplek.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id).select_related("voor")
    )


def facts_of(
    regels: list[Netwerkregel], personen: list[Persoon], niemand: list[Omgevingsvraag]
) -> Omgevingsfeiten:
    """What the rules look at; no queries."""
    van = {soort: [een for een in regels if een.plek and een.plek.soort == soort] for soort in Omgeving}
    huisarts = [vraag for een in van[Omgeving.HUISARTS] for vraag in een.vragen]
    antwoorden = [vraag.is_ja for vraag in huisarts if vraag.is_ja is not None]
    return Omgevingsfeiten(
        aanwezig=frozenset(soort for soort, rijen in van.items() if rijen),
        niemand=frozenset(Omgeving(een.soort) for een in niemand),
        geboren=[een.geboortedatum for een in personen if een.rol == Gezinsrol.KIND and een.geboortedatum],
        toestemming=antwoorden[-1] if antwoorden else None,
        huisarts_gevraagd=any(vraag.gevraagd_op for vraag in huisarts),
        jeugdarts_gevraagd=any(
            vraag.doel == Vraagdoel.INFORMATIE and vraag.gevraagd_op is not None
            for een in van[Omgeving.JGZ]
            for vraag in een.vragen
        ),
    )
