"""Who decides about the people of one family? The facts, gathered for the rule in one query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from rondetafel.gezinnen.models import (
    Betrokkene,
    Deelantwoord,
    Deelvraag,
    Gezag,
    GezagSoort,
    Gezinsrol,
    Maatregel,
    Netwerkplek,
    Persoon,
    Stoelvraag,
    Wilsbekwaamheid,
    Wilsoordeel,
)
from rondetafel.regels.beslissers import Als, Beslisser, Gezagsfeit, Mens, Onbekwaamheid, deciders_about
from rondetafel.regels.datum import DAG
from rondetafel.regels.maatregel import VOOGDIJSOORTEN, Maatregelsoort
from rondetafel.regels.regie import consenters_of
from rondetafel.regels.toestemming import Antwoord, Toestemming, weigh_antwoorden
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.rollen import Hoedanigheid

GEZAG_ALS = {
    GezagSoort.OUDERLIJK: Als.GEZAG,
    GezagSoort.SAMEN: Als.GEZAG,
    GezagSoort.ALLEEN: Als.GEZAG,
    GezagSoort.GEZAMENLIJK: Als.GEZAG,
    GezagSoort.VOOGDIJ: Als.VOOGD,
}

GEBOREN = ("rol", "geboortedatum", "geboortejaar", "geboortemaand", "verwacht_op")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stem:
    """In whose name an account answers: a person of the family, or the instelling as voogd of these children."""

    persoon_id: UUID | None = None
    voogd_over: frozenset[UUID] = frozenset()

    def is_of(self, beslisser: Beslisser, *, over: UUID) -> bool:
        if beslisser.persoon is None:
            return over in self.voogd_over
        return beslisser.persoon == self.persoon_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Maatregelfeit:
    """One measure of the kinderrechter, with names; `jeugdbeschermer` is empty while the chair is open."""

    soort: Maatregelsoort
    instelling: str
    jeugdbeschermer: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gezinsleden:
    """The people of a family by key, and each as the rule about deciding reads them.

    A child of whom not even the year of birth is known has no entry in `mensen`: nobody can be named then.
    Of whom only the year or the month is known, the first day of it counts (regels/personen.py says why).
    """

    personen: dict[UUID, Persoon]
    mensen: dict[UUID, Mens]
    maatregelen: dict[UUID, tuple[Maatregelfeit, ...]]

    def deciders_about(self, persoon_id: UUID, peildatum: date) -> tuple[Beslisser, ...]:
        mens = self.mensen.get(persoon_id)
        return deciders_about(mens, peildatum) if mens else ()

    def decides(self, persoon_id: UUID | None, *, over: UUID, peildatum: date) -> bool:
        if persoon_id is None:
            return False
        return any(een.persoon == persoon_id for een in self.deciders_about(over, peildatum))

    def voice(self, stem: Stem, *, over: UUID, peildatum: date) -> Beslisser | None:
        """As whom does this account decide about `over`? None: it does not."""
        beslissers = self.deciders_about(over, peildatum)
        return next((een for een in beslissers if stem.is_of(een, over=over)), None)

    def name(self, beslisser: Beslisser) -> str:
        if beslisser.persoon is None:
            return _("de gecertificeerde instelling")
        persoon = self.personen.get(beslisser.persoon)
        return persoon.voornaam if persoon else ""


def people_of(gezin_id: UUID) -> Gezinsleden:
    """Gather everyone in a family with the facts that say who decides; one query."""
    rijen: Any = _with_feiten(
        Persoon.objects.filter(gezin_id=gezin_id), "soort", "van", "tot", "instelling__naam", "stoel__naam"
    ).order_by("rol", "geboortedatum", "pk")
    personen = {een.pk: een for een in rijen}
    return Gezinsleden(
        personen=personen,
        mensen={
            pk: _as_mens(een)
            for pk, een in personen.items()
            if een.geboren.vroegst or een.rol != Gezinsrol.KIND
        },
        maatregelen={pk: tuple(map(_as_maatregel, een.maatregel_json)) for pk, een in personen.items()},
    )


def consenters_in(gezin_id: UUID, peildatum: date, *, over: UUID | None = None) -> list[Persoon]:
    """Who can say yes for a family, or about one of them; still alive on `peildatum`. One query."""
    leden = people_of(gezin_id)
    mensen = leden.mensen.items()
    gekozen = consenters_of([mens for pk, mens in mensen if over in (None, pk)], peildatum)
    return [
        een
        for pk, een in leden.personen.items()
        if pk in gekozen and (een.overleden_op is None or een.overleden_op > peildatum)
    ]


def concerned_by(vraag: Stoelvraag) -> UUID | None:
    """About whom of the family is this chair? None is all of them; one query."""
    plekken = Netwerkplek.objects.filter(betrokkene_id=vraag.betrokkene_id)
    return plekken.values_list("voor_id", flat=True).first()


def mens_of(persoon_id: UUID) -> Mens | None:
    """One child as the rule about deciding reads it: days and keys, no name; one query.

    None: not even the year of birth is known.
    """
    kind: Any = _with_feiten(Persoon.objects.only(*GEBOREN), "soort", "van", "tot").get(pk=persoon_id)
    return _as_mens(kind) if kind.geboren.vroegst else None


def weigh_vraag(
    vraag: Deelvraag, leden: Gezinsleden, antwoorden: Iterable[Antwoord], peildatum: date
) -> Toestemming:
    """Who of those who decide today said yes, no or nothing yet; `antwoorden` from old to new."""
    return weigh_antwoorden(leden.deciders_about(vraag.persoon_id, peildatum), antwoorden)


def with_antwoorden(vragen: QuerySet[Deelvraag]) -> QuerySet[Deelvraag, Any]:
    """Load every answer in the same query; `answers_of` reads them."""
    antwoorden = Deelantwoord.objects.filter(vraag=OuterRef("pk")).order_by("created_at", "pk")
    return vragen.annotate(antwoorden_json=_as_json(antwoorden, "beslisser_id", "is_ja", "gegeven_op"))


def answers_of(vraag: Any) -> list[Antwoord]:
    """The answers to one question, from old to new; only after `with_antwoorden`."""
    return [
        Antwoord(
            beslisser=_uuid(een["beslisser_id"]),
            is_ja=een["is_ja"],
            gegeven_op=date.fromisoformat(een["gegeven_op"]),
        )
        for een in vraag.antwoorden_json
    ]


def voice_of(gezin_id: UUID, wie: Wie, peildatum: date) -> Stem:
    """In whose name does this account answer? Nobody's, for the network and for most professionals."""
    stoel = Betrokkene.objects.filter(gezin_id=gezin_id, gebruiker_id=wie.id, tot__isnull=True)
    return as_stem(stoel.values_list("persoon_id", flat=True).first(), wie, peildatum)


def as_stem(persoon_id: UUID | None, wie: Wie, peildatum: date) -> Stem:
    """The same, for who was found at the table already as `persoon_id`."""
    return Stem(persoon_id=persoon_id, voogd_over=wards_of(wie, peildatum))


def wards_of(wie: Wie, peildatum: date) -> frozenset[UUID]:
    """About which children does this account decide for the instelling that is voogd?"""
    return frozenset(
        band.persoon_id
        for band in wie.banden
        if band.hoedanigheid is Hoedanigheid.VOOGD and band.persoon_id and band.holds_on(peildatum)
    )


def _with_feiten(personen: QuerySet[Persoon], *van_maatregel: str) -> QuerySet[Persoon, Any]:
    """Add to each person what says who decides about them, with these columns of every measure."""
    dood = Subquery(Persoon.objects.filter(pk=OuterRef("volwassene_id")).values("overleden_op"))
    gezag = Gezag.objects.held().filter(kind=OuterRef("pk")).annotate(overleden_op=dood)
    gezag = gezag.order_by("van", "created_at")
    maatregelen = Maatregel.objects.filter(persoon=OuterRef("pk")).order_by("van", "created_at")
    oordelen = Wilsbekwaamheid.objects.filter(persoon=OuterRef("pk"), oordeel=Wilsoordeel.NIET)
    return personen.annotate(
        gezag_json=_as_json(gezag, "volwassene_id", "soort", "van", "tot", "overleden_op"),
        maatregel_json=_as_json(maatregelen, *van_maatregel),
        oordeel_json=_as_json(oordelen, "vertegenwoordiger_id", "van", "tot"),
    )


def _as_json(rijen: QuerySet[Any], *velden: str) -> ArraySubquery:
    return ArraySubquery(rijen.values(rij=JSONObject(**{veld: veld for veld in velden})))


def _as_mens(persoon: Any) -> Mens:
    return Mens(
        id=persoon.pk,
        geboortedatum=persoon.geboren.vroegst,
        gezag=(
            *(
                Gezagsfeit(
                    houder=UUID(een["volwassene_id"]),
                    als=GEZAG_ALS[GezagSoort(een["soort"])],
                    **_days_alive(een),
                )
                for een in persoon.gezag_json
            ),
            *(
                Gezagsfeit(houder=None, als=Als.VOOGD_GI, **_days_of(een))
                for een in persoon.maatregel_json
                if een["soort"] in VOOGDIJSOORTEN
            ),
        ),
        onbekwaam=tuple(
            Onbekwaamheid(vertegenwoordiger=_uuid(een["vertegenwoordiger_id"]), **_days_of(een))
            for een in persoon.oordeel_json
        ),
    )


def _as_maatregel(rij: dict[str, Any]) -> Maatregelfeit:
    return Maatregelfeit(
        soort=Maatregelsoort(rij["soort"]),
        instelling=rij["instelling__naam"],
        jeugdbeschermer=rij["stoel__naam"],
        **_days_of(rij),
    )


def _days_of(rij: dict[str, Any]) -> dict[str, Any]:
    tot = rij["tot"]
    return {"van": date.fromisoformat(rij["van"]), "tot": date.fromisoformat(tot) if tot else None}


def _days_alive(rij: dict[str, Any]) -> dict[str, Any]:
    """From the day on which who holds it died, there is no gezag."""
    dagen = _days_of(rij)
    laatste = date.fromisoformat(rij["overleden_op"]) - DAG if rij["overleden_op"] else None
    return dagen | {"tot": min(filter(None, (dagen["tot"], laatste)), default=None)}


def _uuid(waarde: str | None) -> UUID | None:
    return UUID(waarde) if waarde else None
