"""The worry about Milan, beside the plan of his family: his father may have found the school."""

from rondetafel.gezinnen.models import Gezin
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.veiligheid import (
    Schatting,
    Zorgen,
    estimate,
    weighing,
    worry,
    write_stap,
)
from rondetafel.regels.inschatting import Zorg
from rondetafel.regels.meldcode import Stap
from rondetafel.veiligheid.models import Dossier


def tell(decor: Decor, gezin: Gezin) -> Dossier:
    """Make the dossier: four steps done, the decision is still to be taken."""
    dag = decor.workday
    dossier = worry(
        decor,
        gezin,
        Zorgen(
            over="Milan",
            houder="els",
            aandacht="wil",
            meelezer="yasmina",
            op=dag(weken=-2),
            volgende_op=dag(dagen=3),
        ),
    )
    write_stap(
        decor,
        dossier,
        Stap.SIGNALEN,
        door="els",
        op=dag(weken=-2),
        inhoud={
            "feiten": "Milan vertelt dat er twee keer een blauwe auto bij school stond. Hij durft niet meer "
            "naar buiten in de pauze. De juf zag de auto ook.",
            "denken": "Misschien weet zijn vader waar hij op school zit.",
            "anderen": "Nee, Milan is enig kind.",
        },
    )
    write_stap(
        decor,
        dossier,
        Stap.OVERLEG,
        door="els",
        op=dag(weken=-2, dagen=1),
        inhoud={
            "met": ["aandacht", "veilig-thuis"],
            "tekst": "Eerst moeder spreken, zonder Milan erbij. De school belt ons als de auto er weer is.",
        },
    )
    write_stap(
        decor,
        dossier,
        Stap.GESPREK,
        door="els",
        op=dag(weken=-1),
        inhoud={
            "is_gevoerd": True,
            "met_wie": "Kelly, en daarna Milan alleen",
            "tekst": "Kelly herkent de auto niet, maar is bang. Zij wil dat de school het weet.",
            "waarom_niet": "",
        },
    )
    write_stap(decor, dossier, Stap.WEGING, door="els", op=dag(dagen=-3), inhoud=_weighed())
    for schatting in _estimates(decor):
        estimate(decor, dossier, schatting, door="els")
    return dossier


def _weighed() -> dict[str, object]:
    return weighing(
        {
            "vermoeden": "Er was eerder geweld, en nu is er een auto die niemand kent.",
            "onveilig": "Moeder en Milan wonen nog geheim. De school haalt Milan op aan de deur.",
            "hulp": "Het Kompas ziet Milan elke week en wij spreken moeder.",
            "aanvaard": "Kelly wil dit zelf.",
            "werkt": "Dat weten wij over twee weken.",
        },
        antwoorden={"onveilig": "nee", "werkt": "onbekend"},
    )


def _estimates(decor: Decor) -> tuple[Schatting, ...]:
    dag = decor.workday
    return (
        Schatting(
            op=dag(weken=-2),
            volgende_op=dag(weken=-1),
            uitkomst="onveilig",
            motivering="Wij weten niet wie er in de auto zat.",
            zorgen={"toezicht": Zorg.ZORG, "stem": Zorg.ERNSTIG, "eerder": Zorg.ERNSTIG},
        ),
        Schatting(
            op=dag(dagen=-3),
            volgende_op=dag(weken=3),
            uitkomst="kwetsbaar",
            motivering="De school let op en haalt Milan op aan de deur. De auto is niet terug geweest.",
            zorgen={"stem": Zorg.ZORG, "eerder": Zorg.ERNSTIG},
        ),
    )
