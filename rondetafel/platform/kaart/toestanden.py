"""Which states does each thing go through, and which operation moves it on?

Where code says it, it is read from the code: an operation that asks for a stand (`require_stand`) and then
sets another. What only dates say is written out in DATUMTOESTANDEN; a test holds that table to the operations.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rondetafel.instroom.models import Stand
from rondetafel.platform.kaart.lezen import calls_to, operations
from rondetafel.platform.kaart.opmaak import pile, section, table

INLEIDING = """Welke toestanden iets doorloopt, en welke handeling het verder brengt. Een pijl zonder handeling gaat
vanzelf, met de tijd."""

BEGIN = "[*]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overgang:
    """An arrow; `operatie` is empty when only time passes."""

    van: str
    naar: str
    operatie: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Levensloop:
    """The states of one noun, each with what the data then say, and the arrows between them.

    `model` and `velden` name what an operation touches when it moves the thing on.
    """

    naam: str
    model: str
    velden: tuple[str, ...]
    toestanden: dict[str, str]
    overgangen: tuple[Overgang, ...]


DATUMTOESTANDEN = (
    Levensloop(
        naam="Gezinsplan",
        model="Gezinsplan",
        velden=("vastgesteld_op",),
        toestanden={
            "concept": "`vastgesteld_op` is leeg",
            "vastgesteld": "`vastgesteld_op` is gevuld; `uitgave` telt hoe vaak het plan is vastgesteld",
        },
        overgangen=(
            Overgang(van=BEGIN, naar="concept", operatie="gezinsplan.start_plan"),
            Overgang(van="concept", naar="vastgesteld", operatie="gezinsplan.adopt_plan"),
            Overgang(van="vastgesteld", naar="vastgesteld", operatie="gezinsplan.adopt_plan"),
        ),
    ),
    Levensloop(
        naam="Overleg",
        model="Overleg",
        velden=("gehouden_op",),
        toestanden={
            "gepland": "`gehouden_op` is leeg",
            "gehouden": "`gehouden_op` is gevuld, met wie er was en wat er besproken is",
        },
        overgangen=(
            Overgang(van=BEGIN, naar="gepland", operatie="overleg.plan_overleg"),
            Overgang(van=BEGIN, naar="gepland", operatie="overleg.decide_datum"),
            # Writing down one meeting plans the next at once, and may be done again to mend what was written.
            Overgang(van=BEGIN, naar="gepland", operatie="overleg.hold_overleg"),
            Overgang(van="gepland", naar="gehouden", operatie="overleg.hold_overleg"),
            Overgang(van="gehouden", naar="gehouden", operatie="overleg.hold_overleg"),
        ),
    ),
    Levensloop(
        naam="Akkoord zorg",
        model="AkkoordZorg",
        velden=("einddatum",),
        toestanden={
            "gegeven": "de `startdatum` komt nog",
            "loopt": "van `startdatum` t/m `einddatum`; zonder `einddatum` loopt het door",
            "afgelopen": "de `einddatum` is voorbij en er is geen stop",
            "gestopt": "er is een stop zorg, met een reden",
        },
        overgangen=(
            Overgang(van=BEGIN, naar="gegeven", operatie="zorg.grant_akkoord"),
            Overgang(van="gegeven", naar="loopt"),
            Overgang(van="loopt", naar="loopt", operatie="zorg.grant_verlenging"),
            Overgang(van="loopt", naar="afgelopen"),
            Overgang(van="loopt", naar="gestopt", operatie="zorg.stop_zorg"),
            Overgang(van="afgelopen", naar="gestopt", operatie="zorg.stop_zorg"),
        ),
    ),
    Levensloop(
        naam="Verlenging",
        model="Verlenging",
        velden=("stand",),
        toestanden={"gevraagd": "er is nog niet besloten", "gegeven": "de nieuwe `einddatum` geldt"},
        overgangen=(
            Overgang(van=BEGIN, naar="gevraagd", operatie="zorg.ask_verlenging"),
            Overgang(van="gevraagd", naar="gegeven", operatie="zorg.grant_verlenging"),
        ),
    ),
    Levensloop(
        naam="Maatregel",
        model="Maatregel",
        velden=("tot", "einde"),
        toestanden={
            "opgeschreven": "de eerste dag (`van`) komt nog",
            "loopt": "van `van` t/m `tot`, en nooit langer dan de dag voor de achttiende verjaardag",
            "afgelopen": "`tot` is voorbij; een verlenging is een volgende rij",
            "gestopt": "`einde` zegt waardoor; lag `tot` voor `van`, dan gold de maatregel op geen enkele dag",
        },
        overgangen=(
            Overgang(van=BEGIN, naar="opgeschreven", operatie="gezinnen.record_maatregel"),
            Overgang(van=BEGIN, naar="opgeschreven", operatie="gezinnen.extend_maatregel"),
            Overgang(van=BEGIN, naar="loopt", operatie="instroom.complete_dossier"),
            Overgang(van="opgeschreven", naar="loopt"),
            Overgang(van="loopt", naar="loopt", operatie="gezinnen.correct_geboortedatum"),
            Overgang(van="loopt", naar="afgelopen"),
            Overgang(van="opgeschreven", naar="gestopt", operatie="gezinnen.stop_maatregel"),
            Overgang(van="loopt", naar="gestopt", operatie="gezinnen.stop_maatregel"),
        ),
    ),
)


def render() -> str:
    return pile(*(_section(een) for een in (read_aanmelding(), *DATUMTOESTANDEN)))


def read_aanmelding() -> Levensloop:
    """The aanmelding, whose operations name the stand they ask for and the stand they give."""
    return Levensloop(
        naam="Aanmelding",
        model="Aanmelding",
        velden=("stand",),
        toestanden={str(stand.value): str(stand.label) for stand in Stand},
        overgangen=tuple(_read_stands()),
    )


def _read_stands() -> Iterator[Overgang]:
    for room, function in operations():
        if room == "instroom":
            naar = _given(function)
            gevraagd = [
                _stand(word) for call in calls_to(function, "require_stand") for word in call.args[1:]
            ]
            naam = f"{room}.{function.name}"
            yield from (Overgang(van=van, naar=doel, operatie=naam) for doel in naar for van in gevraagd)
            if list(calls_to(function, "Aanmelding.objects.create")):
                yield Overgang(van=BEGIN, naar=str(Stand.NIEUW.value), operatie=naam)


def _given(function: ast.FunctionDef) -> list[str]:
    """The stands that a function sets, also among several values at once."""
    return [
        _stand(waarde)
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        for doel, waarde in _pairs(node)
        if isinstance(doel, ast.Attribute) and doel.attr == "stand"
    ]


def _pairs(node: ast.Assign) -> Iterable[tuple[ast.expr, ast.expr]]:
    doel = node.targets[0]
    if isinstance(doel, ast.Tuple) and isinstance(node.value, ast.Tuple):
        return zip(doel.elts, node.value.elts, strict=True)
    return [(doel, node.value)]


def _stand(word: ast.expr) -> str:
    return str(Stand[ast.unparse(word).rpartition(".")[2]].value)


def _section(een: Levensloop) -> str:
    return section(
        een.naam,
        _diagram(een),
        table(["toestand", "betekent"], een.toestanden.items()),
    )


def _diagram(een: Levensloop) -> str:
    pijlen = [
        f"    {pijl.van} --> {pijl.naar}" + (f": {pijl.operatie}" if pijl.operatie else "")
        for pijl in een.overgangen
    ]
    return "\n".join(["```mermaid", "stateDiagram-v2", *pijlen, "```"])
