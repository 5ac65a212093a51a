"""Cases about care: an akkoord, an extension, an ending."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.akkoord import Akkoordvraag, assess_akkoord
from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.gas import ZESPUNTSSCHAAL
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.overleg import Rto
from rondetafel.regels.regelboek import Stap
from rondetafel.regels.stop import NAMEN, Stopreden, Stopvraag, assess_stop
from rondetafel.regels.verlenging import NORM, Verlengingsvraag, assess_verlenging
from rondetafel.web.regelboek.proeven.proef import (
    Gegevens,
    Proef,
    day_field,
    product_field,
    tick_field,
)


class AkkoordProef(forms.Form):
    product = product_field()
    startdatum = day_field(_("Eerste dag van de hulp"))
    einddatum = day_field(_("Laatste dag van de hulp"), required=False)
    has_contract = tick_field(_("De zorgaanbieder heeft een contract voor deze hulp"))


def _judge_akkoord(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    product = catalogus.product(gegevens["product"])
    return assess_akkoord(
        Akkoordvraag(
            product=product,
            startdatum=gegevens["startdatum"],
            einddatum=gegevens["einddatum"],
            aanbieder="De zorgaanbieder",
            aanbieder_producten=frozenset({product.code} if gegevens["has_contract"] else ()),
        )
    )


class VerlengingProef(forms.Form):
    product = product_field()
    startdatum = day_field(_("Eerste dag van dit akkoord"))
    einddatum = day_field(_("Laatste dag van dit akkoord"))
    eerste_startdatum = day_field(
        _("Eerste dag van het allereerste akkoord"), _("Leeg als dit het eerste is."), required=False
    )
    tot = day_field(_("Gevraagde nieuwe laatste dag"))
    ingediend_op = day_field(_("Dag waarop de vraag kwam"))
    rto_op = day_field(_("Dag van het RTO"), _("Leeg als er geen RTO was."), required=False)
    is_compleet = tick_field(
        _("In dit RTO zaten gezin en regisseur aan tafel, en zijn alle hulp en ten minste één doel besproken")
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("startdatum"), gegevens.get("einddatum")
        if van and tot and tot < van:
            self.add_error("einddatum", _("De laatste dag ligt voor de eerste dag."))
        return gegevens


def _judge_verlenging(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    goed = gegevens["is_compleet"]
    rto = Rto(
        gehouden_op=gegevens["rto_op"],
        totaalproces_bekeken=goed,
        concrete_doelen=int(goed),
        regisseur_aanwezig=goed,
        gezin_aanwezig=goed,
    )
    return assess_verlenging(
        Verlengingsvraag(
            product=catalogus.product(gegevens["product"]),
            norm=catalogus.norm(NORM),
            startdatum=gegevens["startdatum"],
            einddatum=gegevens["einddatum"],
            eerste_startdatum=gegevens["eerste_startdatum"] or gegevens["startdatum"],
            tot=gegevens["tot"],
            ingediend_op=gegevens["ingediend_op"],
            rtos=(rto,) if gegevens["rto_op"] else (),
        )
    )


class StopProef(forms.Form):
    startdatum = day_field(_("Eerste dag van de hulp"))
    einddatum = day_field(_("Laatste dag van het akkoord"), required=False)
    stopdatum = day_field(_("Dag waarop de hulp stopt"))
    reden = forms.ChoiceField(
        label=_("Waarom stopt de hulp?"),
        choices=[("", _("Nog niet gekozen")), *((code.value, naam) for code, naam in NAMEN.items())],
        required=False,
    )
    gas_score = forms.IntegerField(
        label=_("GAS-score voor het hele zorgdoel"),
        help_text=_("Van %(laagste)d tot +%(hoogste)d. Leeg als er nog geen score is.")
        % {"laagste": ZESPUNTSSCHAAL.laagste, "hoogste": ZESPUNTSSCHAAL.hoogste},
        min_value=-9,
        max_value=9,
        required=False,
    )
    eindverslag_aanwezig = tick_field(_("Het eindverslag is er"))


def _judge_stop(gegevens: Gegevens, _catalogus: Catalogus) -> Oordeel:
    return assess_stop(
        Stopvraag(
            startdatum=gegevens["startdatum"],
            einddatum=gegevens["einddatum"],
            stopdatum=gegevens["stopdatum"],
            reden=Stopreden(gegevens["reden"]) if gegevens["reden"] else None,
            gas_score=gegevens["gas_score"],
            eindverslag_aanwezig=gegevens["eindverslag_aanwezig"],
        )
    )


AKKOORD = Proef(
    code="akkoord",
    naam=_("Akkoord zorg"),
    uitleg=_("Mag deze hulp worden gegeven, in deze dagen?"),
    stap=Stap.AKKOORD,
    formulier=AkkoordProef,
    voorbeeld={
        "product": "begeleiding-groep",
        "startdatum": "05-01-2026",
        "einddatum": "31-07-2026",
        "has_contract": "on",
    },
    peilveld="startdatum",
    judge=_judge_akkoord,
)
VERLENGING = Proef(
    code="verlenging",
    naam=_("Verlenging"),
    uitleg=_("Mag een akkoord langer duren?"),
    stap=Stap.VERLENGEN,
    formulier=VerlengingProef,
    voorbeeld={
        "product": "begeleiding-groep",
        "startdatum": "05-01-2026",
        "einddatum": "04-07-2026",
        "tot": "04-10-2026",
        "ingediend_op": "01-06-2026",
        "rto_op": "12-05-2026",
        "is_compleet": "on",
    },
    peilveld="einddatum",
    judge=_judge_verlenging,
)
STOP = Proef(
    code="stop",
    naam=_("Stop zorg"),
    uitleg=_("Kan deze hulp zo stoppen?"),
    stap=Stap.STOPPEN,
    formulier=StopProef,
    voorbeeld={
        "startdatum": "05-01-2026",
        "einddatum": "04-07-2026",
        "stopdatum": "12-06-2026",
        "reden": "02",
    },
    peilveld="stopdatum",
    judge=_judge_stop,
)
PROEVEN = (AKKOORD, VERLENGING, STOP)
