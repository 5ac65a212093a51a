"""May two records become one person? Only within one family, and never where something would be lost or shown."""

from dataclasses import dataclass

from rondetafel.regels.dubbel import EEN_KEER
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.regelboek import Regel, Stap, write_down


@dataclass(frozen=True, slots=True, kw_only=True)
class Samenvoegfeiten:
    """What is known of both records. `weg` goes into the one that stays."""

    blijft: str
    weg: str
    beide_bsn: bool = False
    beide_account: bool = False
    weg_account: bool = False
    is_familie: bool = False
    is_afgeschermd: bool = False


@write_down(
    Regel(
        code="personen-samenvoegen",
        stap=Stap.PLAN,
        vraag="Mogen twee personen één worden?",
        tekst=(
            "Ja, als zij in hetzelfde gezin staan en dezelfde persoon zijn. Nee, als beide een eigen BSN of een eigen "
            "account hebben, als zij ouder en kind of partners van elkaar zijn, als voor een van de twee iets van de "
            "ander is afgeschermd, of als voor allebei dezelfde hulp loopt. Er gaat niets weg: er staat precies bij "
            "wat is verplaatst, en u kunt het terugdraaien."
        ),
        voorbeeld="Zoë de Wit staat er twee keer, één keer met BSN: de doelen van de ander gaan naar die met BSN.",
        bronnen=(EEN_KEER,),
    )
)
def assess_samenvoegen(feiten: Samenvoegfeiten) -> Oordeel:
    """Tell every reason why these two cannot be one."""
    beide = f"{feiten.blijft} en {feiten.weg}"
    return combine(
        _no(
            feiten.beide_bsn,
            f"{beide} hebben elk een eigen BSN.",
            "Zijn het twee mensen? Ga dan terug. Is het er één? Dan klopt een BSN niet: kijk ze na.",
        ),
        _no(
            feiten.beide_account,
            f"{beide} hebben elk een eigen account.",
            "Laat een van de twee niet meer meelezen en vraag de backoffice om dat account te sluiten.",
        ),
        _no(
            feiten.weg_account and not feiten.beide_account,
            f"{feiten.weg} heeft een account en blijft dus staan.",
            "Kies ‘Andersom’.",
        ),
        _no(
            feiten.is_familie,
            f"{beide} zijn volgens de gegevens ouder en kind of partners van elkaar.",
            "Klopt dat niet? Verbeter eerst gezag en relaties.",
        ),
        _no(
            feiten.is_afgeschermd,
            f"Tussen {beide} is iets afgeschermd.",
            "Stop eerst de afscherming, als dat veilig is.",
        ),
    )


def _no(is_zo: bool, tekst: str, uitweg: str) -> Reden | None:
    return Reden(tekst=tekst, bron=EEN_KEER, uitweg=uitweg) if is_zo else None
