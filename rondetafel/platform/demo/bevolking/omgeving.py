"""What do the invented records refer to? Accounts, organisations, areas and goals, by their keys."""

from collections.abc import Mapping
from dataclasses import dataclass
from random import Random
from uuid import UUID

from rondetafel.organisaties.models import Gebied, Organisatie
from rondetafel.platform.demo.bevolking.namen import (
    ACHTERNAMEN,
    KERNTEAMLEDEN,
    MANNEN,
    REGISSEURS,
    VERWIJZERS,
    VROUWEN,
)
from rondetafel.platform.demo.matrix import read_format, read_matrix
from rondetafel.platform.demo.organisaties import HEERLEN, LANDGRAAF, VOERENDAAL
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol

# Of every sixty regisseurs so many work in each municipality.
VERDELING = (HEERLEN,) * 38 + (LANDGRAAF,) * 17 + (VOERENDAAL,) * 5
VERWIJZERSOORTEN = {
    "huisarts": 38,
    "gemeente": 20,
    "school": 12,
    "buurtteam": 10,
    "cjg": 6,
    "gi": 6,
    "jeugdarts": 4,
    "medisch-specialist": 3,
    "aanbieder": 1,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Omgeving:
    """Keys of what is there already, and the accounts of professionals who were made for this population."""

    organisaties: Mapping[str, UUID]
    gebieden: Mapping[int, tuple[UUID, ...]]
    matrix: Mapping[str, UUID]
    formatversie: UUID
    regisseurs: Mapping[int, tuple[tuple[UUID, str], ...]]
    verwijzers: tuple[tuple[UUID, str], ...]
    kernteam: tuple[UUID, ...]


def make_omgeving(lot: Random) -> Omgeving:
    """Make the accounts, which nobody can log in with, and look up the rest."""
    regisseurs = [_account(Rol.REGISSEUR, nummer, lot) for nummer in range(REGISSEURS)]
    for account, gemeente in zip(regisseurs, VERDELING, strict=True):
        account.gemeenten = [gemeente]
    verwijzers = [_account(Rol.VERWIJZER, nummer, lot) for nummer in range(VERWIJZERS)]
    kernteam = [_account(Rol.KERNTEAM, nummer, lot) for nummer in range(KERNTEAMLEDEN)]
    Gebruiker.objects.bulk_create([*regisseurs, *verwijzers, *kernteam])
    soorten = lot.choices(list(VERWIJZERSOORTEN), list(VERWIJZERSOORTEN.values()), k=VERWIJZERS)
    gebieden = Gebied.objects.order_by("nummer").values_list("gemeente_id", "pk")
    return Omgeving(
        organisaties=dict(Organisatie.objects.values_list("naam", "pk")),
        gebieden={code: tuple(pk for eigen, pk in gebieden if eigen == code) for code in set(VERDELING)},
        matrix={naam: doel.pk for naam, doel in read_matrix().items()},
        formatversie=read_format().pk,
        regisseurs={
            code: tuple((account.pk, account.naam) for account in regisseurs if account.gemeenten == [code])
            for code in set(VERDELING)
        },
        verwijzers=tuple((account.pk, soort) for account, soort in zip(verwijzers, soorten, strict=True)),
        kernteam=tuple(account.pk for account in kernteam),
    )


def _account(rol: Rol, nummer: int, lot: Random) -> Gebruiker:
    naam = f"{lot.choice(VROUWEN + MANNEN)} {lot.choice(ACHTERNAMEN)}"
    return Gebruiker(
        email=f"{rol.value}{nummer + 1}.2020@demo.example",
        naam=naam,
        rol=rol,
        functie=f"{rol.label} in 2020",
        gemeenten=sorted(set(VERDELING)),
        # Out of service: they stand in the records of then, not in the lists of now.
        is_active=False,
        password="!",  # noqa: S106  (no password fits this)
    )
