"""What of a family may this person see on one page? Each part is fetched only for who may read it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rondetafel.gezinnen.models import Betrokkene, Gezin, Persoon
from rondetafel.gezinnen.queries import as_stoelen, own_person, people_at
from rondetafel.gezinnen.verjaardagen import Verjaardag, near_birthdays
from rondetafel.gezinsplan.gegevens import Hulpeinde
from rondetafel.gezinsplan.groepen import per_gebied, per_persoon
from rondetafel.gezinsplan.models import Actie, Gezinsplan, Keuze, Planversie
from rondetafel.gezinsplan.queries import (
    Doelregel,
    Kleurplek,
    Kleurrij,
    Woordregel,
    adopted_last,
    as_keuzes,
    as_kleuren,
    as_vastgesteld,
    as_woorden,
    not_worked_out,
    outcomes_of,
    own_stoel,
    places_of,
    plan_of,
    rows_of_kleuren,
    with_hulp,
    young_children,
)
from rondetafel.gezinsplan.sindsdien import Sindsdien, changes_since
from rondetafel.overleg.queries import Overlegstand, Regiekeuze, as_keuze, stand_of
from rondetafel.regels.familiegroepsplan import Eigenstap
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Onderdeel, Recht
from rondetafel.web.tafel import Stoel
from rondetafel.werkplek.kopie import people_copied
from rondetafel.werkplek.planvraag import judge_planvraag
from rondetafel.zorg.models import AkkoordZorg
from rondetafel.zorg.queries import Hulpoverzicht, akkoorden_of, name_product


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
    "mag_intake": Recht.INTAKE_LOPEN,
    "mag_eigendossier": Recht.EIGENDOSSIER_LEZEN,
    "mag_veiligheid": Recht.VEILIGHEID_BEGINNEN,
    "mag_klacht": Recht.KLACHT_INDIENEN,
    "leest_vastgesteld": Recht.VASTGESTELD_LEZEN,
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
    vastgesteld: Planversie | None
    sindsdien: Sindsdien
    planoordeel: Oordeel | None
    doelregels: list[Doelregel] | None
    open_keuzes: list[Keuze]
    overlegstand: Overlegstand | None
    hulp: Hulpoverzicht | None
    eigen_stappen: list[Actie]
    eigen_evaluaties: list[Doelregel]
    verjaardagen: list[Verjaardag]
    heeft_deelvraag: bool
    vervangers: list[Vervanger]
    kleurrijen: list[Kleurrij]
    kleurplekken: list[Kleurplek]
    woorden: list[Woordregel]
    kinderen: list[Persoon]
    mag_zeggen: bool
    eigen_stap: str
    regiekeuze: Regiekeuze | None
    mag_kopie: bool

    def as_context(self) -> dict[str, Any]:
        """Return what the page and the parts of the rooms on it want to know, by name."""
        return {
            "stoelen": self.stoelen,
            "opschrift": self._opschrift(),
            "plan": self.plan,
            "vastgesteld": self.vastgesteld,
            "sindsdien": self.sindsdien,
            "planoordeel": self.planoordeel,
            "doelregels": self.doelregels,
            "gebiedgroepen": per_gebied(self.doelregels or []),
            "persoongroepen": per_persoon(self.doelregels or []),
            "open_keuzes": self.open_keuzes,
            "gasuitkomsten": outcomes_of(self.doelregels or []),
            "overlegstand": self.overlegstand,
            "hulp": self.hulp,
            "eigen_stappen": self.eigen_stappen,
            "eigen_evaluaties": self.eigen_evaluaties,
            "is_te_bespreken": any(regel.is_te_bespreken for regel in self.doelregels or []),
            "verjaardagen": self.verjaardagen,
            "heeft_deelvraag": self.heeft_deelvraag,
            "vervangers": self.vervangers,
            "kleurrijen": self.kleurrijen,
            "kleurplekken": self.kleurplekken,
            "woorden": self.woorden,
            "kinderen": self.kinderen,
            "mag_zeggen": self.mag_zeggen,
            "eigen_stap": self.eigen_stap,
            "regiekeuze": self.regiekeuze,
            "mag_kopie": self.mag_kopie,
            "werk": self._werk(),
            **{knop: recht in self.rechten for knop, recht in KNOPPEN.items()},
        }

    def _werk(self) -> list[tuple[str, list[Actie]]]:
        """Who still does what, by name, in the order of the goals."""
        per_naam: dict[str, list[Actie]] = {}
        for regel in self.doelregels or []:
            for actie in regel.acties:
                if actie.klaar_op is None:
                    for een in actie.doeners:
                        per_naam.setdefault(een.naam, []).append(actie)
        return list(per_naam.items())

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
    doelregels = with_hulp(plan_of(wie, gezin.pk, peildatum), _ends_of(hulp)) if leest_plan else None
    plan = getattr(gezin, "plan", None) if leest_plan else None
    kleuren = as_kleuren(getattr(gezin, "kleuren", [])) if leest_plan else []
    is_lid = own_stoel(betrokkenen, wie) is not None and Recht.ACTIE_AFVINKEN in rechten
    return Dossier(
        onderdelen=frozenset(DELEN[recht] for recht in rechten & DELEN.keys()),
        rechten=rechten,
        betrokkenen=betrokkenen,
        stoelen=as_stoelen(betrokkenen, wie),
        plan=plan,
        vastgesteld=adopted_last(gezin.pk, wie, peildatum) if Recht.VASTGESTELD_LEZEN in rechten else None,
        sindsdien=changes_since(plan, as_vastgesteld(gezin), doelregels),
        planoordeel=(
            judge_planvraag(gezin, hulp, betrokkenen, peildatum) if Recht.PLAN_BEWERKEN in rechten else None
        ),
        doelregels=doelregels,
        open_keuzes=_open_choices(doelregels, gezin),
        overlegstand=overlegstand,
        hulp=hulp,
        eigen_stappen=_own_steps(doelregels or [], wie, peildatum),
        eigen_evaluaties=_own_evaluations(doelregels or [], rechten),
        verjaardagen=_birthdays(betrokkenen, wie, peildatum),
        heeft_deelvraag=Recht.DELEN in rechten and getattr(gezin, "heeft_deelvraag", False),
        vervangers=_stand_ins(getattr(gezin, "vervangers", [])),
        kleurrijen=rows_of_kleuren(kleuren, peildatum),
        kleurplekken=places_of(betrokkenen, kleuren, wie=wie, gezin_id=gezin.pk, peildatum=peildatum)
        if is_lid
        else [],
        woorden=as_woorden(getattr(gezin, "woorden", []), wie) if leest_plan else [],
        kinderen=young_children(betrokkenen, wie, gezin.pk, peildatum) if is_lid else [],
        mag_zeggen=is_lid,
        eigen_stap=_own_plan(gezin) if leest_plan else "",
        regiekeuze=as_keuze(getattr(gezin, "voorkeur", [])) if leest_plan else None,
        mag_kopie=bool(people_copied(gezin.pk, wie, peildatum)),
    )


def _ends_of(hulp: Hulpoverzicht | None) -> list[Hulpeinde]:
    """Until when the help runs that this reader may see."""
    return [
        Hulpeinde(kind_id=een.akkoord.jeugdige_id, hulp=een.product, tot=een.akkoord.einddatum)
        for een in (hulp.lopend if hulp else ())
        if een.akkoord.einddatum
    ]


def help_within(wie: Wie, peildatum: date) -> ArraySubquery:
    """The help of each family that still runs and that this reader may see, asked in the query of the families."""
    akkoorden = AkkoordZorg.objects.visible_to(wie, peildatum).filter(
        gezin=OuterRef("pk"), einddatum__gte=peildatum
    )
    return ArraySubquery(
        akkoorden.values(
            een=JSONObject(kind="jeugdige_id", code="product_code", van="startdatum", tot="einddatum")
        )
    )


def as_ends(rijen: list[dict[str, str]]) -> list[Hulpeinde]:
    """Until when that help runs."""
    return [
        Hulpeinde(
            kind_id=UUID(een["kind"]),
            hulp=name_product(een["code"], date.fromisoformat(een["van"])),
            tot=date.fromisoformat(een["tot"]),
        )
        for een in rijen
    ]


def _own_plan(gezin: Gezin) -> str:
    """How it stands with a plan of the family itself, in words."""
    stap = getattr(gezin, "eigen_stap", None)
    return Eigenstap(stap).naam if stap else ""


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


def _open_choices(doelregels: list[Doelregel] | None, gezin: Gezin) -> list[Keuze]:
    """What was ticked in the doelenmatrix and is not worked out, for who reads the plan."""
    if doelregels is None:
        return []
    return not_worked_out(as_keuzes(getattr(gezin, "keuzes", [])), [regel.doel for regel in doelregels])


def _own_steps(doelregels: list[Doelregel], wie: Wie, peildatum: date) -> list[Actie]:
    """What this reader still has to do, in the order of the goals; what was done today can still be put back."""
    return [
        actie
        for regel in doelregels
        for actie in regel.acties
        if actie.is_done_by(wie.id) and actie.klaar_op in (None, peildatum)
    ]


def _own_evaluations(doelregels: list[Doelregel], rechten: frozenset[Recht]) -> list[Doelregel]:
    """The goals of this reader that ask to be looked at now."""
    if Recht.DOEL_EVALUEREN not in rechten:
        return []
    return [regel for regel in doelregels if regel.is_eigen and regel.vraagt_nu]
