"""Cases about people: who decides about a child, and where worries about safety lead."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.beslissers import (
    ONDER_TWAALF,
    Als,
    Beslisser,
    Gezagsfeit,
    Mens,
    Onbekwaamheid,
    deciders_about,
    last_day_of_deciders,
)
from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.datum import format_datum
from rondetafel.regels.meldcode import WEEGVRAGEN, Antwoord, Weegvraag, weigh
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.proeven.proef import Gegevens, Proef, count_field, day_field, tick_field

# Nobody in particular: the rule only tells them apart.
KIND, OUDERS = UUID(int=1), [UUID(int=nummer) for nummer in (2, 3)]


class KindForm(forms.Form):
    """A child of whom nothing is known but age, and who has gezag."""

    geboortedatum = day_field(_("Geboortedatum van het kind"))
    dag = day_field(_("Op welke dag?"))
    ouders = count_field(_("Hoeveel ouders hebben gezag?"), meest=len(OUDERS))
    has_voogd = tick_field(_("Een gecertificeerde instelling heeft de voogdij"))
    is_onbekwaam = tick_field(_("Het kind kan dit zelf niet goed afwegen"))


def make_kind(gegevens: Gegevens) -> Mens:
    """Return the child of a KindForm; gezag and voogdij hold since birth."""
    geboren = gegevens["geboortedatum"]
    ouders = [Gezagsfeit(houder=wie, als=Als.GEZAG, van=geboren) for wie in OUDERS[: gegevens["ouders"]]]
    voogd = [Gezagsfeit(houder=None, als=Als.VOOGD_GI, van=geboren)] if gegevens["has_voogd"] else []
    return Mens(
        id=KIND,
        geboortedatum=geboren,
        gezag=(*ouders, *voogd),
        onbekwaam=(Onbekwaamheid(van=geboren),) if gegevens["is_onbekwaam"] else (),
    )


def _judge_beslissers(gegevens: Gegevens, _catalogus: Catalogus) -> Oordeel:
    kind, dag = make_kind(gegevens), gegevens["dag"]
    beslissers = deciders_about(kind, dag)
    tot = last_day_of_deciders(kind, dag)
    return combine(
        *(_deciding(een) for een in dict.fromkeys(beslissers)),
        None if beslissers else _nobody(),
        feiten={
            _now("Geboren op"): format_datum(gegevens["geboortedatum"]),
            _now("Dit blijft zo tot en met"): format_datum(tot) if tot else _now("er verandert niets meer"),
        },
    )


def _deciding(beslisser: Beslisser) -> Reden:
    wie = {KIND: _now("Het kind beslist"), None: _now("De gecertificeerde instelling beslist")}
    return Reden(
        tekst=f"{wie.get(beslisser.persoon, _now('Een ouder beslist'))}: {beslisser.als.value}, "
        f"sinds {format_datum(beslisser.sinds)}.",
        bron=beslisser.bron,
        blokkeert=False,
    )


def _nobody() -> Reden:
    return Reden(
        tekst=_now("Er is niemand bekend die beslist."),
        bron=ONDER_TWAALF,
        uitweg=_now("Schrijf op wie gezag heeft."),
    )


def _question_field(vraag: Weegvraag) -> forms.ChoiceField:
    antwoorden = [("", _("Nog geen antwoord")), *((een.value, een.value) for een in Antwoord)]
    return forms.ChoiceField(label=vraag.tekst, choices=antwoorden, required=False)


# One field for each question of the meldcode, in its order.
WegingProef: type[forms.Form] = type(
    "WegingProef",
    (forms.Form,),
    {"dag": day_field(_("Op welke dag?")), **{vraag.code: _question_field(vraag) for vraag in WEEGVRAGEN}},
)


def _judge_weging(gegevens: Gegevens, _catalogus: Catalogus) -> Oordeel:
    antwoorden = {vraag.code: Antwoord(gegevens[vraag.code]) for vraag in WEEGVRAGEN if gegevens[vraag.code]}
    afweging = weigh(antwoorden)
    laatste = afweging.doorslag or WEEGVRAGEN[-1]
    return combine(
        Reden(tekst=afweging.advies.naam, bron=laatste.bron, blokkeert=False),
        feiten={
            vraag.tekst: antwoorden.get(vraag.code, _now("geen antwoord, dat telt als: onbekend"))
            for vraag in WEEGVRAGEN
        },
    )


BESLISSERS = Proef(
    code="beslissers",
    naam=_("Wie beslist?"),
    uitleg=_("Wie beslist over delen en hulp, en tot wanneer?"),
    stap=Stap.PRIVACY,
    formulier=KindForm,
    voorbeeld={"geboortedatum": "14-03-2014", "dag": "14-03-2026", "ouders": "2"},
    peilveld="dag",
    judge=_judge_beslissers,
    mag=_("Zij beslissen"),
    mag_niet=_("Niemand beslist"),
)
WEGING = Proef(
    code="weging",
    naam=_("Wegen van zorgen (meldcode)"),
    uitleg=_("Waar leiden de vijf vragen van de meldcode toe?"),
    stap=Stap.VEILIGHEID,
    formulier=WegingProef,
    voorbeeld={"dag": "02-03-2026", "vermoeden": "ja", "onveilig": "onbekend"},
    peilveld="dag",
    judge=_judge_weging,
    mag=_("Dit zegt de weging"),
)
PROEVEN = (BESLISSERS, WEGING)
