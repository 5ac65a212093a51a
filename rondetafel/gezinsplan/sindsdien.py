"""What was changed in a plan since it was adopted? That is not agreed on until it is adopted again."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rondetafel.gezinsplan.gegevens import Doelinhoud, name_doers, name_few
from rondetafel.gezinsplan.models import Actie, Doel, Gezinsplan
from rondetafel.gezinsplan.queries import Actiestand, Doelregel, Doelstand
from rondetafel.gezinsplan.queries.vastgesteld import Toen, Vastgesteld
from rondetafel.gezinsplan.verschil import DAGEN, WOORDEN, Doelverschil, Soort, Verschil, compare
from rondetafel.regels.datum import format_datum

# How a goal goes is no change of what was agreed: that is looked at apart.
NIET_AFGESPROKEN = "uitkomst"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sindsdien:
    """Who agreed when a plan was adopted, and what was changed after that; `op` is the last day of those changes.

    `eens_kort` is for the top of a page: of more than three only the first two are named.
    """

    eens: str = ""
    eens_kort: str = ""
    op: date | None = None
    wijzigingen: tuple[Doelverschil, ...] = ()

    @property
    def is_gewijzigd(self) -> bool:
        return bool(self.wijzigingen)

    @property
    def woorden(self) -> tuple[str, ...]:
        """One sentence for each goal that is new, gone or different."""
        return tuple(_tell(een) for een in self.wijzigingen)


def changes_since(
    plan: Gezinsplan | None, vastgesteld: Vastgesteld, regels: Iterable[Doelregel] | None
) -> Sindsdien:
    """Lay the plan as this reader reads it now beside what was adopted; no query."""
    if plan is None or not plan.uitgave or regels is None or not vastgesteld.doelen:
        return Sindsdien()
    nu = list(regels)
    eerst = tuple(_without_outcome(een.stand) for een in vastgesteld.doelen)
    gewijzigd = [een for een in compare(eerst, tuple(_as_stand(een) for een in nu)) if _counts(een)]
    return Sindsdien(
        eens=name_doers(vastgesteld.eens) if vastgesteld.eens else "",
        eens_kort=name_few(vastgesteld.eens),
        op=max(_days(vastgesteld.doelen, nu, plan), default=None) if gewijzigd else None,
        wijzigingen=tuple(gewijzigd),
    )


def _counts(een: Doelverschil) -> bool:
    return een.soort is not Soort.GELIJK


def _without_outcome(stand: Doelstand) -> Doelstand:
    return replace(stand, inhoud=replace(stand.inhoud, **{NIET_AFGESPROKEN: ""}))


def _as_stand(regel: Doelregel) -> Doelstand:
    doel = regel.doel
    woorden = {naam: getattr(doel, naam) for naam in WOORDEN.keys() - {*DAGEN, NIET_AFGESPROKEN}}
    dagen = {naam: dag.isoformat() if (dag := getattr(doel, naam)) else "" for naam in DAGEN}
    return Doelstand(
        doel_id=doel.pk,
        inhoud=Doelinhoud(
            letter=doel.matrixdoel.gebied.letter,
            gebied="",
            matrixdoel=doel.matrixdoel.tekst,
            over=str(doel.voor_id or doel.volwassene_id or ""),
            **woorden | dagen,
        ),
        eigenaar=str(doel.eigenaar),
        voor=doel.over.voornaam if doel.over else "",
        acties=tuple(
            Actiestand(
                actie_id=een.pk,
                tekst=een.tekst,
                wie=een.wie_samen,
                vanaf=een.vanaf,
                tot=een.tot,
                klaar_op=None,
            )
            for een in regel.acties
        ),
    )


def _days(toen: Sequence[Toen], nu: Sequence[Doelregel], plan: Gezinsplan) -> Iterator[date]:
    """The days on which something of this plan was added, changed or taken away, from the day of adopting on."""
    vanaf = plan.vastgesteld_op or date.min
    standen = [een.stand for een in toen]
    was = {een.doel_id for een in standen} | {actie.actie_id for een in standen for actie in een.acties}
    weg = [dag for een in toen for dag in een.weggehaald_op]
    dingen: list[Doel | Actie] = [regel.doel for regel in nu]
    dingen += [actie for regel in nu for actie in regel.acties]
    nieuw = [localdate(een.created_at) for een in dingen if een.pk not in was]
    anders = [een.gewijzigd_op for een in dingen if een.gewijzigd_op]
    yield from (dag for dag in (*weg, *nieuw, *anders) if dag >= vanaf)


def _tell(een: Doelverschil) -> str:
    if een.soort is Soort.NIEUW:
        return _("Nieuw doel: “%(doel)s”.") % {"doel": een.titel}
    if een.soort is Soort.WEG:
        return _("Weggehaald: “%(doel)s”.") % {"doel": een.titel}
    wat = ", ".join(dict.fromkeys(_what(verschil) for verschil in een.verschillen))
    return _("Anders bij “%(doel)s”: %(wat)s.") % {"doel": een.titel, "wat": wat}


def _what(verschil: Verschil) -> str:
    """What differs in a few words; the words themselves stand in the plan and in the version."""
    return verschil.wat.rstrip("?").lower()


def tell_stand(plan: Gezinsplan, sindsdien: Sindsdien) -> str:
    """Since when and with whom the plan is agreed, and whether it still is as it was."""
    if plan.vastgesteld_op is None:
        return _("Dit plan is nog niet vastgesteld.")
    zin = _("Vastgesteld op %(dag)s") % {"dag": format_datum(plan.vastgesteld_op)}
    zin += _(", eens: %(wie)s.") % {"wie": sindsdien.eens} if sindsdien.eens else "."
    if not sindsdien.is_gewijzigd:
        return zin
    if sindsdien.op is None:
        return zin + " " + _("Daarna is het plan aangepast. Dat is nog niet samen afgesproken.")
    return (
        zin
        + " "
        + _("Daarna aangepast, het laatst op %(dag)s. Dat is nog niet samen afgesproken.")
        % {"dag": format_datum(sindsdien.op)}
    )
