"""Who is away, who can stand in, and which families does it concern?"""

from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from rondetafel.gezinnen.models import Afscherming, Betrokkene, Groep, Persoon
from rondetafel.kern.looptijd import not_over_on, running_on
from rondetafel.regels.datum import Looptijd
from rondetafel.toegang.mag import Wie, reach
from rondetafel.toegang.models import WERK, Band, Gebruiker, Grond
from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Rol
from rondetafel.vervanging.models import Vervanging, VervangingQuerySet


def list_vervangingen(wie: Wie, peildatum: date) -> VervangingQuerySet:
    """What holds today or later and concerns this person, the first to begin first; with both names."""
    return (
        Vervanging.objects.visible_to(wie, peildatum)
        .not_over_on(peildatum)
        .with_names()
        .order_by("van", "pk")
    )


def absentees(door: Wie) -> QuerySet[Gebruiker]:
    """Of whom may this person record that they are away? The kernteam of its regisseurs, others of themselves."""
    if door.rol is Rol.KERNTEAM:
        return Gebruiker.objects.professionals(Rol.REGISSEUR).filter(
            gemeenten__overlap=sorted(door.gemeenten)
        )
    return Gebruiker.objects.professionals(door.rol).filter(pk=door.id)


def colleagues_of(wie_id: UUID, rol: Rol) -> QuerySet[Gebruiker]:
    """Who does the same work: the same rol, and of a zorgaanbieder the same organisation."""
    collegas = Gebruiker.objects.professionals(rol).exclude(pk=wie_id)
    if rol is Rol.AANBIEDER:
        eigen = Gebruiker.objects.filter(pk=wie_id).values("organisatie_id")
        return collegas.filter(organisatie_id__in=eigen)
    return collegas


def absences_of(gebruiker_id: UUID) -> tuple[Looptijd, ...]:
    """The days on which a colleague is away, from today on. The days only: why is for fewer people."""
    with connection.cursor() as cursor:
        cursor.execute("select van, tot from dagen_afwezig(%s)", [gebruiker_id])
        return tuple(cursor.fetchall())


def works_elsewhere(door: Wie, gebruiker_id: UUID) -> bool:
    """Has this colleague families where `door` does not work? Only the database can tell: they are out of reach."""
    if door.rol is not Rol.KERNTEAM:
        return False
    with connection.cursor() as cursor:
        cursor.execute("select werkt_ook_elders(%s)", [gebruiker_id])
        return bool(cursor.fetchone()[0])


def ties_through(vervanging: Vervanging) -> list[Band]:
    """The ties of the stand-in: one for each family, or for each person in it that it is about."""
    banden = Band.objects.filter(grond=Grond.VERVANGING, grond_id=vervanging.pk).order_by("created_at", "pk")
    return list({(band.gezin_id, band.persoon_id): band for band in banden}.values())


def relations_of(
    vervanger: Gebruiker, wie_id: UUID, dagen: tuple[date, date], *, door: Wie, peildatum: date
) -> tuple[str, ...]:
    """In which families may the stand-in be more than a colleague? In words, as far as `door` may know."""
    van, tot = dagen
    banden = Band.objects.filter(
        reach(door, Onderdeel.TOEGANG, peildatum),
        not_over_on(van),
        van__lte=tot,
        gebruiker_id=wie_id,
        grond__in=sorted(WERK),
    )
    gezinnen = set(banden.values_list("gezin_id", flat=True))
    achternaam = vervanger.naam.split()[-1]
    naamgenoten = Persoon.objects.visible_to(door, peildatum).filter(achternaam__iexact=achternaam)
    stoelen = Betrokkene.objects.visible_to(door, peildatum).filter(
        running_on(peildatum), Q(gebruiker_id=vervanger.pk) | Q(naam__iexact=vervanger.naam)
    )
    schermen = Afscherming.objects.visible_to(door, peildatum).running(peildatum)
    aan_tafel = stoelen.exclude(groep=Groep.BEROEP)
    afgeschermd = schermen.filter(voor_gebruiker_id=vervanger.pk)
    return (
        *(f"In gezin {een:04d} heet iemand ook {achternaam}." for een in _numbers(naamgenoten, gezinnen)),
        *(
            f"In gezin {een:04d} zit iemand aan tafel die {vervanger.naam} heet."
            for een in _numbers(aan_tafel, gezinnen)
        ),
        *(
            f"In gezin {een:04d} is iets afgeschermd voor {vervanger.naam}. Dat blijft zo."
            for een in _numbers(afgeschermd, gezinnen)
        ),
    )


def _numbers(rijen: QuerySet[Any], gezinnen: set[UUID]) -> list[int]:
    """The numbers of the families, of these, that the rows are about."""
    return sorted(set(rijen.filter(gezin_id__in=gezinnen).values_list("gezin__nummer", flat=True)))
