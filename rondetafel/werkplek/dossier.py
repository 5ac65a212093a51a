"""What of a family may this person see on one page? Each part is fetched only for who may read it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.gezinnen.queries import as_stoelen, own_person, people_at
from rondetafel.gezinnen.verjaardagen import Verjaardag, near_birthdays
from rondetafel.gezinsplan.models import Actie, Gezinsplan
from rondetafel.gezinsplan.queries import Doelregel, plan_of
from rondetafel.overleg.queries import Overlegstand, stand_of
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.web.tafel import Stoel
from rondetafel.zorg.queries import Hulpoverzicht, akkoorden_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Vervanger:
    """Who stands in for whom at this table, from when until when."""

    vervanger: str
    wie: str
    van: date
    tot: date


# What the page offers, and the right that each asks for.
KNOPPEN = {
    "mag_toegang": Recht.TOEGANG_LEZEN,
    "mag_dekken": Recht.TAFEL_DEKKEN,
    "mag_afschermen": Recht.AFSCHERMEN,
    "mag_logboek": Recht.LOGBOEK_LEZEN,
    "mag_papieren": Recht.DOCUMENT_LEZEN,
    "mag_bewerken": Recht.PLAN_BEWERKEN,
    "mag_afvinken": Recht.ACTIE_AFVINKEN,
    "mag_evalueren": Recht.DOEL_EVALUEREN,
    "mag_overleg_plannen": Recht.OVERLEG_PLANNEN,
    "mag_veiligheid": Recht.VEILIGHEID_BEGINNEN,
}
# The parts that the page shows: one line each in the logboek.
DELEN = {
    Recht.GEZIN_LEZEN: Onderdeel.GEZIN,
    Recht.PLAN_LEZEN: Onderdeel.PLAN,
    Recht.ZORG_LEZEN: Onderdeel.ZORG,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """The parts of a family that are open to one reader; a part that is closed is None."""

    onderdelen: frozenset[Onderdeel]
    rechten: frozenset[Recht]
    betrokkenen: list[Betrokkene]
    stoelen: list[Stoel]
    plan: Gezinsplan | None
    doelregels: list[Doelregel] | None
    overlegstand: Overlegstand | None
    hulp: Hulpoverzicht | None
    eigen_stappen: list[Actie]
    eigen_evaluaties: list[Doelregel]
    verjaardagen: list[Verjaardag]
    heeft_deelvraag: bool
    vervangers: list[Vervanger]

    def as_context(self) -> dict[str, Any]:
        """Return what the page and the parts of the rooms on it want to know, by name."""
        return {
            "stoelen": self.stoelen,
            "opschrift": self._opschrift(),
            "plan": self.plan,
            "doelregels": self.doelregels,
            "overlegstand": self.overlegstand,
            "hulp": self.hulp,
            "eigen_stappen": self.eigen_stappen,
            "eigen_evaluaties": self.eigen_evaluaties,
            "is_te_bespreken": any(regel.is_te_bespreken for regel in self.doelregels or []),
            "verjaardagen": self.verjaardagen,
            "heeft_deelvraag": self.heeft_deelvraag,
            "vervangers": self.vervangers,
            **{knop: recht in self.rechten for knop, recht in KNOPPEN.items()},
        }

    def _opschrift(self) -> tuple[str, ...]:
        """The words on the wood of the table."""
        if self.doelregels is None:
            return (_("De tafel"),)
        aantal = len(self.doelregels)
        return (_("Ons plan"), ngettext("%(n)d doel", "%(n)d doelen", aantal) % {"n": aantal})


def open_dossier(gezin: Gezin, wie: Wie, peildatum: date) -> Dossier:
    """Collect what `wie` may read of `gezin`; five queries at most."""
    rechten = frozenset(
        recht
        for recht in {*DELEN, *KNOPPEN.values(), Recht.DELEN}
        if mag(wie, recht, gezin_id=gezin.pk, gemeente_id=gezin.gemeente_id, peildatum=peildatum).ja
    )
    leest_plan = Recht.PLAN_LEZEN in rechten
    overlegstand = stand_of(gezin.pk) if leest_plan else None
    betrokkenen = people_at(gezin.pk, wie, peildatum)
    hulp = None
    if Recht.ZORG_LEZEN in rechten:
        rtos = overlegstand.rtos if overlegstand else ()
        hulp = akkoorden_of(wie, gezin.pk, peildatum, rtos=rtos)
    doelregels = plan_of(wie, gezin.pk, peildatum) if leest_plan else None
    return Dossier(
        onderdelen=frozenset(DELEN[recht] for recht in rechten & DELEN.keys()),
        rechten=rechten,
        betrokkenen=betrokkenen,
        stoelen=as_stoelen(betrokkenen, wie),
        plan=getattr(gezin, "plan", None) if leest_plan else None,
        doelregels=doelregels,
        overlegstand=overlegstand,
        hulp=hulp,
        eigen_stappen=_own_steps(doelregels or [], wie),
        eigen_evaluaties=_own_evaluations(doelregels or [], rechten),
        verjaardagen=_birthdays(betrokkenen, wie, peildatum),
        heeft_deelvraag=Recht.DELEN in rechten and getattr(gezin, "heeft_deelvraag", False),
        vervangers=_stand_ins(getattr(gezin, "vervangers", [])),
    )


def _stand_ins(rijen: list[dict[str, str]]) -> list[Vervanger]:
    """Each once: who gives two kinds of help has two ties that pass on."""
    vervangers = (
        Vervanger(
            vervanger=een["vervanger"],
            wie=een["wie"],
            van=date.fromisoformat(een["van"]),
            tot=date.fromisoformat(een["tot"]),
        )
        for een in rijen
    )
    return list(dict.fromkeys(vervangers))


def _birthdays(betrokkenen: list[Betrokkene], wie: Wie, peildatum: date) -> list[Verjaardag]:
    """The birthdays that are near and change who reads, for the people they concern."""
    zelf = own_person(betrokkenen, wie)
    return near_birthdays([een.persoon for een in betrokkenen if een.persoon], wie, zelf, peildatum)


def _own_steps(doelregels: list[Doelregel], wie: Wie) -> list[Actie]:
    """What this reader still has to do, in the order of the goals."""
    return [
        actie
        for regel in doelregels
        for actie in regel.acties
        if actie.wie.gebruiker_id == wie.id and actie.klaar_op is None
    ]


def _own_evaluations(doelregels: list[Doelregel], rechten: frozenset[Recht]) -> list[Doelregel]:
    """The goals of this reader that ask to be looked at now."""
    if Recht.DOEL_EVALUEREN not in rechten:
        return []
    return [regel for regel in doelregels if regel.is_eigen and regel.vraagt_nu]
