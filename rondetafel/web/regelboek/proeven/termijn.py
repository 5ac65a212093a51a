"""Which day is the last one? Terms counted from a day."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rondetafel.kern.termijnen import basis_on
from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.datum import format_datum
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.regelboek import Stap
from rondetafel.regels.tellen import count_backward
from rondetafel.regels.termijnen import ACUTE_VRAAG, TERMIJNREGELS
from rondetafel.web.regelboek.boek import book_on
from rondetafel.web.regelboek.getallen import length_of
from rondetafel.web.regelboek.proeven.proef import LAATSTE_DAG, Gegevens, Proef, day_field


def list_termijnen() -> list[tuple[str, str]]:
    """Return the terms in days to choose from, by the name that the catalogue gives them."""
    namen = {blad.norm.code: blad.norm.naam for blad in book_on(LAATSTE_DAG).normen}
    return [(code, namen[code]) for code in TERMIJNREGELS if code in namen and code != ACUTE_VRAAG]


class TermijnProef(forms.Form):
    termijn = forms.ChoiceField(label=_("Welke termijn?"), choices=list_termijnen)
    dag = day_field(
        _("Vanaf welke dag?"),
        _("Telt de termijn terug, zoals bij een verlenging? Vul dan het einde in."),
    )


def _count(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    norm = catalogus.norm(gegevens["termijn"])
    regel = TERMIJNREGELS[norm.code]
    termijn = regel.apply(gegevens["dag"], basis_on(gegevens["dag"]))
    richting = _now("tot en met") if regel.count is count_backward else _now("vanaf")
    return combine(
        Reden(
            tekst=_now("De laatste dag om dit op tijd te doen is %(dag)s.")
            % {"dag": format_datum(termijn.vervalt_op)},
            bron=termijn.bron,
            blokkeert=False,
        ),
        feiten={
            _now("Termijn"): f"{length_of(norm)}, {richting} {format_datum(gegevens['dag'])}",
            _now("Laatste dag"): format_datum(termijn.vervalt_op),
            _now("Laatste werkdag"): format_datum(termijn.laatste_werkdag),
            _now("Waarschuwing vanaf"): format_datum(termijn.waarschuw_vanaf),
        },
    )


TERMIJN = Proef(
    code="termijn",
    naam=_("Termijn uitrekenen"),
    uitleg=_("Wat is de laatste dag, met vrije dagen erbij?"),
    stap=Stap.UITVOEREN,
    formulier=TermijnProef,
    voorbeeld={"termijn": "brief-van-aanbod", "dag": "30-04-2026"},
    peilveld="dag",
    judge=_count,
    mag=_("Uitgerekend"),
)
PROEVEN = (TERMIJN,)
