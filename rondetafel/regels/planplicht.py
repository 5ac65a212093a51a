"""From when must a family have a gezinsplan? The sources are weighed again on each day on which something changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.datum import DAG, format_datum, holds_on
from rondetafel.regels.gezinsplan import Gezinssituatie, assess_plan, weigh_gezinsplan
from rondetafel.regels.oordeel import Oordeel, combine, merge
from rondetafel.regels.triage import Klasse, heaviest


@dataclass(frozen=True, slots=True, kw_only=True)
class Hulptijd:
    """Help of one organisation that was granted, from and up to and including a day; without `tot` it goes on."""

    gegeven_op: date
    van: date
    tot: date | None
    organisatie: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aantafel:
    """An organisation at the table, without help of its own: a school, the GI. Never the huisarts."""

    organisatie: str
    van: date
    tot: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Planbesluit:
    """What was decided about one question: how heavy, how many hulpvragen, and whether it asks for a voorziening.

    `hulpvragen` is None where they were not counted.
    """

    op: date
    klasse: Klasse
    hulpvragen: int | None
    vraagt_voorziening: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Planfeiten:
    """What is known of a family that a source may look at."""

    hulp: tuple[Hulptijd, ...] = ()
    besluiten: tuple[Planbesluit, ...] = ()
    aan_tafel: tuple[Aantafel, ...] = ()

    def situation_on(self, dag: date) -> Gezinssituatie:
        """What the sources look at on one day.

        A decision counts until the last day of the help that came of it, and while none came.
        """
        lopend = [een for een in self.hulp if holds_on(dag, een.van, een.tot)]
        besluiten = [een for een in self.besluiten if een.op <= dag and not self._is_over(een, dag)]
        gevraagd = any(holds_on(dag, een.gegeven_op, een.tot) for een in self.hulp)
        geteld = [een.hulpvragen for een in besluiten if een.hulpvragen is not None]
        return Gezinssituatie(
            ontvangt_zorg=bool(lopend),
            klasse=heaviest({een.klasse for een in besluiten}),
            hulpvragen=sum(geteld) if geteld else None,
            organisaties=len(
                {een.organisatie for een in lopend}
                | {een.organisatie for een in self.aan_tafel if holds_on(dag, een.van, een.tot)}
            ),
            voorziening_gevraagd=gevraagd or any(een.vraagt_voorziening for een in besluiten),
        )

    def _is_over(self, besluit: Planbesluit, dag: date) -> bool:
        einden = [een.tot for een in self.hulp if een.tot is None or een.tot >= besluit.op]
        return bool(einden) and all(tot is not None and tot < dag for tot in einden)

    def changes(self) -> list[date]:
        """The days on which a source may begin or cease to ask for a plan, in order."""
        dagen = {een.op for een in self.besluiten}
        for een in self.hulp:
            dagen |= {een.gegeven_op, een.van} | ({een.tot + DAG} if een.tot else set())
        for stoel in self.aan_tafel:
            dagen |= {stoel.van} | ({stoel.tot + DAG} if stoel.tot else set())
        return sorted(dagen)


def plan_period(
    feiten: Planfeiten, catalogue_of: Callable[[date], Catalogus]
) -> tuple[date, date | None] | None:
    """Return the newest time in which the leading source asks for a plan, without a gap; None when it never did.

    The last day is t/m; None while nothing that is known ends it.
    """
    van: date | None = None
    tot: date | None = None
    for dag in feiten.changes():
        is_nodig = weigh_gezinsplan(feiten.situation_on(dag), catalogue_of(dag)).is_nodig
        if is_nodig and (van is None or tot is not None):
            van, tot = dag, None
        elif not is_nodig and van is not None and tot is None:
            tot = dag - DAG
    return None if van is None else (van, tot)


def assess_begin(
    feiten: Planfeiten, catalogue_of: Callable[[date], Catalogus], *, plannen: int, peildatum: date
) -> Oordeel:
    """Must there be a plan today, why, what does each source say, and since when does the leading one ask?"""
    oordeel = assess_plan(feiten.situation_on(peildatum), catalogue_of(peildatum), plannen=plannen)
    periode = plan_period(feiten, catalogue_of)
    if periode is None or not oordeel.redenen:
        return oordeel
    return merge(oordeel, combine(feiten={"Nodig sinds": format_datum(periode[0])}))
