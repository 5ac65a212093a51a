"""The rows of one family: the gezin, its people, who decides, who sits at the table and who has regie."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from uuid import UUID

from cryptography.fernet import Fernet
from django.conf import settings

from rondetafel.gezinnen.maatregelen import JEUGDBESCHERMER
from rondetafel.gezinnen.models import (
    Betrokkene,
    Burgerservicenummer,
    Gezag,
    GezagSoort,
    Gezin,
    Gezinsrol,
    Groep,
    Maatregel,
    Persoon,
    Regie,
)
from rondetafel.kern.bsn import hash_bsn
from rondetafel.platform.demo.bevolking.huishoudens import Huishouden, Mens
from rondetafel.platform.demo.bevolking.namen import NETWERK
from rondetafel.platform.demo.bevolking.omgeving import Omgeving
from rondetafel.platform.demo.bevolking.rijen import Rijen
from rondetafel.platform.demo.organisaties import INSTELLING
from rondetafel.regels.maatregel import Maatregelsoort, last_day_under_age
from rondetafel.toegang.models import Band, Grond
from rondetafel.toegang.rollen import Hoedanigheid

NAZORG = timedelta(days=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stoel:
    """A chair at the table of one family."""

    id: UUID
    groep: Groep


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A family as far as later rows refer to it. `sleutel` is gezin and gemeente, as every row carries them."""

    sleutel: tuple[UUID, int]
    huishouden: Huishouden
    kinderen: tuple[tuple[UUID, Mens], ...]
    stoelen: tuple[Stoel, ...]
    regisseur: UUID
    van: date
    tot: date

    def seats(self, groep: Groep) -> list[UUID]:
        return [stoel.id for stoel in self.stoelen if stoel.groep == groep]


@dataclass(frozen=True, slots=True, kw_only=True)
class Schrijver:
    """What is needed to write down a family."""

    rijen: Rijen
    omgeving: Omgeving
    lot: Random
    bsns: Iterator[str]
    fernet: Fernet

    def open_dossier(self, nummer: int, huishouden: Huishouden) -> Dossier:
        """Write the family under this number; everything begins three days after the first aanmelding."""
        gebieden = self.omgeving.gebieden[huishouden.gemeente]
        gebied = self.lot.choice(gebieden) if gebieden else None
        gezin = self.rijen.add(Gezin, nummer, huishouden.gemeente, gebied)
        sleutel = (gezin, huishouden.gemeente)
        van, tot = huishouden.van + timedelta(days=3), huishouden.tot + NAZORG
        kinderen = [
            (self._add(sleutel, kind, Gezinsrol.KIND, huishouden), kind) for kind in huishouden.kinderen
        ]
        ouders = [
            (self._add(sleutel, ouder, Gezinsrol.OUDER, huishouden), ouder) for ouder in huishouden.ouders
        ]
        self._give_gezag(sleutel, kinderen, ouders, huishouden)
        regisseur, naam = self.lot.choice(self.omgeving.regisseurs[huishouden.gemeente])
        stoelen = [
            *self._seat_family(sleutel, [*kinderen, *ouders], van),
            *self._seat_network(sleutel, van),
            self._seat_regisseur(sleutel, regisseur, naam, (van, tot)),
            *self._seat_helpers(sleutel, huishouden),
        ]
        if huishouden.has_voogd:
            self._add_voogdij(sleutel, kinderen, regisseur, van)
        return Dossier(
            sleutel=sleutel,
            huishouden=huishouden,
            kinderen=tuple(kinderen),
            stoelen=tuple(stoelen),
            regisseur=regisseur,
            van=van,
            tot=tot,
        )

    def _add(self, sleutel: tuple[UUID, int], mens: Mens, rol: Gezinsrol, huishouden: Huishouden) -> UUID:
        persoon = self.rijen.add(
            Persoon,
            *sleutel,
            mens.voornaam,
            mens.achternaam,
            mens.geboren,
            mens.geslacht,
            rol.value,
            huishouden.taal,
        )
        if mens.loop:
            bsn = next(self.bsns)
            self.rijen.add(
                Burgerservicenummer, *sleutel, persoon, self.fernet.encrypt(bsn.encode()), hash_bsn(bsn)
            )
        return persoon

    def _give_gezag(
        self,
        sleutel: tuple[UUID, int],
        kinderen: list[tuple[UUID, Mens]],
        ouders: list[tuple[UUID, Mens]],
        huishouden: Huishouden,
    ) -> None:
        for kind, mens in kinderen if not huishouden.has_voogd else ():
            for ouder, volwassene in ouders:
                if volwassene.has_gezag:
                    self.rijen.add(Gezag, *sleutel, kind, ouder, GezagSoort.OUDERLIJK.value, mens.geboren)

    def _seat_family(
        self, sleutel: tuple[UUID, int], leden: list[tuple[UUID, Mens]], van: date
    ) -> Iterator[Stoel]:
        for persoon, mens in leden:
            is_kind = (van - mens.geboren).days < 18 * 365
            relaties = ("dochter", "zoon") if is_kind else ("moeder", "vader")
            naam, relatie = f"{mens.voornaam} {mens.achternaam}", relaties[mens.geslacht == "M"]
            yield self._seat(sleutel, Groep.GEZIN, naam, relatie, "", persoon, None, van, None)

    def _seat_network(self, sleutel: tuple[UUID, int], van: date) -> Iterator[Stoel]:
        for relatie, namen in self.lot.sample(NETWERK, self.lot.choice((0, 1, 1, 2))):
            naam = self.lot.choice(namen)
            yield self._seat(sleutel, Groep.NETWERK, naam, relatie, "", None, None, van, None)

    def _seat_regisseur(
        self, sleutel: tuple[UUID, int], regisseur: UUID, naam: str, looptijd: tuple[date, date]
    ) -> Stoel:
        regie = self.rijen.add(Regie, *sleutel, regisseur, *looptijd)
        self.rijen.add(
            Band, *sleutel, regisseur, Hoedanigheid.REGISSEUR.value, Grond.REGIE.value, regie, *looptijd
        )
        return self._seat(sleutel, Groep.BEROEP, naam, "regisseur", "JENS", None, regisseur, *looptijd)

    def _seat_helpers(self, sleutel: tuple[UUID, int], huishouden: Huishouden) -> Iterator[Stoel]:
        perioden = {
            periode.organisatie: periode.van for loop in huishouden.lopen for periode in loop.perioden
        }
        for organisatie, van in perioden.items():
            yield self._seat(
                sleutel,
                Groep.BEROEP,
                f"Team {organisatie}",
                "hulpverlener",
                organisatie,
                None,
                None,
                van,
                None,
            )

    def _add_voogdij(
        self, sleutel: tuple[UUID, int], kinderen: list[tuple[UUID, Mens]], regisseur: UUID, van: date
    ) -> None:
        """A measure for each child that is not of age yet, and an open chair for whoever carries them out."""
        dagen = {kind: last_day_under_age(mens.geboren) for kind, mens in kinderen}
        jong = [(kind, mens) for kind, mens in kinderen if dagen[kind] >= van]
        if not jong:
            return
        tot = max(dagen[kind] for kind, _ in jong)
        stoel = self._seat(sleutel, Groep.BEROEP, "", JEUGDBESCHERMER, INSTELLING, None, None, van, tot)
        instelling = self.omgeving.organisaties[INSTELLING]
        for kind, mens in jong:
            begin, soort = max(mens.geboren, van), Maatregelsoort.VOOGDIJ.value
            self.rijen.add(Maatregel, *sleutel, kind, soort, instelling, stoel.id, begin, van, regisseur)

    def _seat(self, sleutel: tuple[UUID, int], groep: Groep, *waarden: object) -> Stoel:
        return Stoel(id=self.rijen.add(Betrokkene, *sleutel, groep.value, *waarden), groep=groep)


def make_schrijver(rijen: Rijen, omgeving: Omgeving, lot: Random, bsns: Iterator[str]) -> Schrijver:
    """One key schedule for thousands of numbers: making it anew for each would take most of the time."""
    return Schrijver(rijen=rijen, omgeving=omgeving, lot=lot, bsns=bsns, fernet=Fernet(settings.BSN_SLEUTEL))
