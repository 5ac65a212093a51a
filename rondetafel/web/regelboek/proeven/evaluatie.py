"""Cases about looking back: the evaluation of a goal, and a complaint."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rondetafel.kern.termijnen import basis_on
from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.evaluatie import Evaluatievraag, assess_evaluatie
from rondetafel.regels.evaluatieadvies import NAMEN, Moment, Uitkomst
from rondetafel.regels.klacht import Klacht, assess_klacht
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.proeven.proef import Gegevens, Proef, day_field, tick_field


class EvaluatieProef(forms.Form):
    begonnen_op = day_field(_("Eerste dag van het doel"))
    vorige = day_field(_("Dag van de vorige evaluatie"), _("Leeg als dit de eerste is."), required=False)
    uiterlijk = day_field(_("Uiterlijk geëvalueerd op"), required=False)
    dag = day_field(_("Dag waarop er is gekeken"))
    peildatum = day_field(_("Dag waarop het wordt opgeschreven"))
    wie = forms.ChoiceField(
        label=_("Wie schrijft het op?"),
        choices=[
            ("eigenaar", _("de eigenaar van het doel")),
            ("regisseur", _("de regisseur")),
            ("ander", _("iemand anders")),
        ],
    )
    moment = forms.ChoiceField(
        label=_("Welke evaluatie is dit?"),
        choices=[(Moment.TUSSEN.value, _("tussendoor")), (Moment.EIND.value, _("de laatste keer"))],
    )
    uitkomst = forms.ChoiceField(
        label=_("Hoe gaat het?"), choices=[(code.value, naam) for code, naam in NAMEN.items()]
    )
    is_beschreven = tick_field(_("Er staat bij wat er is gezien"))


def _judge_evaluatie(gegevens: Gegevens, _catalogus: Catalogus) -> Oordeel:
    dagen = {naam: gegevens[naam] for naam in ("begonnen_op", "vorige", "uiterlijk", "dag", "peildatum")}
    return assess_evaluatie(
        Evaluatievraag(
            doel=_now("dit doel"),
            eigenaar=_now("de eigenaar"),
            is_eigenaar=gegevens["wie"] == "eigenaar",
            is_regisseur=gegevens["wie"] == "regisseur",
            moment=Moment(gegevens["moment"]),
            uitkomst=Uitkomst(gegevens["uitkomst"]),
            waarneming=_now("Wat er is gezien, in gewone woorden.") if gegevens["is_beschreven"] else "",
            **dagen,
        )
    )


class KlachtProef(forms.Form):
    ontvangen_op = day_field(_("Dag waarop de klacht kwam"))
    opgepakt_op = day_field(_("Dag waarop de klacht is opgepakt"), required=False)
    oordeel_op = day_field(_("Dag van het oordeel van de klachtencommissie"), required=False)
    gereageerd_op = day_field(_("Dag van de reactie op dat oordeel"), required=False)
    peildatum = day_field(_("Hoe staat het ervoor op"))

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        dagen = [
            gegevens.get(naam) for naam in ("ontvangen_op", "opgepakt_op", "oordeel_op", "gereageerd_op")
        ]
        bekend = [dag for dag in dagen if dag]
        if bekend != sorted(bekend):
            self.add_error(None, _("De dagen staan niet in de volgorde waarin het gaat."))
        return gegevens


def _judge_klacht(gegevens: Gegevens, _catalogus: Catalogus) -> Oordeel:
    dagen = {naam: dag for naam, dag in gegevens.items() if naam != "peildatum"}
    return assess_klacht(Klacht(**dagen), basis_on(gegevens["ontvangen_op"]), gegevens["peildatum"])


EVALUATIE = Proef(
    code="evaluatie",
    naam=_("Evaluatie van een doel"),
    uitleg=_("Kan deze evaluatie, en wat volgt eruit?"),
    stap=Stap.EVALUEREN,
    formulier=EvaluatieProef,
    voorbeeld={
        "begonnen_op": "05-01-2026",
        "uiterlijk": "05-04-2026",
        "dag": "08-04-2026",
        "peildatum": "08-04-2026",
        "wie": "eigenaar",
        "moment": "tussen",
        "uitkomst": "behaald",
        "is_beschreven": "on",
    },
    peilveld="dag",
    judge=_judge_evaluatie,
)
KLACHT = Proef(
    code="klacht",
    naam=_("Klacht"),
    uitleg=_("Is deze klacht op tijd opgepakt en beantwoord?"),
    stap=Stap.KLACHT,
    formulier=KlachtProef,
    voorbeeld={"ontvangen_op": "06-11-2026", "peildatum": "16-11-2026"},
    peilveld="ontvangen_op",
    judge=_judge_klacht,
    mag=_("Zo staat het ervoor"),
)
PROEVEN = (EVALUATIE, KLACHT)
