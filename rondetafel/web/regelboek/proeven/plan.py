"""Cases about the plan and the table: an RTO, and whether a plan and a regisseur are needed."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.doelen import Smartdoel, assess_doel
from rondetafel.regels.gezinsplan import Gezinssituatie, weigh_gezinsplan
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.overleg import Rto, assess_rto
from rondetafel.regels.regelboek import Stap
from rondetafel.regels.triage import Klasse, Regievraag, Regisseurbeleid, assess_regie
from rondetafel.web.regelboek.proeven.proef import Gegevens, Proef, count_field, day_field, tick_field


class RtoProef(forms.Form):
    gepland_op = day_field(_("Dag waarop het RTO gepland was"))
    gehouden_op = day_field(
        _("Dag waarop het RTO gehouden is"), _("Leeg als het er nog niet was."), required=False
    )
    totaalproces_bekeken = tick_field(_("Er is naar alle hulp samen gekeken"))
    concrete_doelen = count_field(_("Hoeveel concrete doelen zijn er benoemd?"))
    regisseur_aanwezig = tick_field(_("De regisseur was erbij"))
    gezin_aanwezig = tick_field(_("Iemand van het gezin was erbij"))
    is_afwezig = tick_field(_("Een zorgaanbieder die was gevraagd, was er niet bij"))


def _judge_rto(gegevens: Gegevens, _catalogus: Catalogus) -> Oordeel:
    velden = {naam: waarde for naam, waarde in gegevens.items() if naam != "is_afwezig"}
    return assess_rto(Rto(**velden, afwezig=(_now("een zorgaanbieder"),) if gegevens["is_afwezig"] else ()))


class GezinsplanProef(forms.Form):
    dag = day_field(_("Op welke dag?"))
    ontvangt_zorg = tick_field(_("Het gezin krijgt zorg"))
    klasse = forms.ChoiceField(
        label=_("Hoe is de vraag ingedeeld?"),
        choices=[("", _("Nog niet ingedeeld")), *((klasse.value, klasse.value) for klasse in Klasse)],
        required=False,
    )
    hulpvragen = count_field(_("Hoeveel hulpvragen zijn er?"))
    organisaties = count_field(_("Hoeveel organisaties helpen?"), _("De huisarts telt niet mee."))
    voorziening_gevraagd = tick_field(_("Er is een individuele voorziening gevraagd aan de gemeente"))


def _judge_gezinsplan(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    """The source that leads decides; the others stand beside it as what they are, another opinion."""
    velden = {naam: waarde for naam, waarde in gegevens.items() if naam not in ("dag", "klasse")}
    plicht = weigh_gezinsplan(
        Gezinssituatie(klasse=Klasse(gegevens["klasse"]) if gegevens["klasse"] else None, **velden), catalogus
    )
    return combine(
        *(
            Reden(
                tekst=f"{weging.uitleg}. {_now('Volgens deze bron is er een plan nodig.')}",
                bron=weging.bron,
                blokkeert=weging.aanleiding is plicht.leidend,
            )
            for weging in plicht.wegingen
            if weging.geldt
        ),
        feiten={weging.bron.regel: weging.uitleg for weging in plicht.wegingen},
    )


class DoelProef(forms.Form):
    startdatum = day_field(_("Eerste dag van het doel"))
    streefdatum = day_field(_("Dag waarop het doel bereikt is"), required=False)
    specifiek = tick_field(_("Er staat wie wat doet, waar en waarom"))
    meetbaar = tick_field(_("Er staat waaraan iedereen ziet dat het gelukt is"))
    acceptabel = tick_field(_("Er staat wie het ermee eens is en meedoet"))
    realistisch = tick_field(_("Er staat waarom het haalbaar is"))
    acties = count_field(_("Hoeveel acties staan erbij?"))


def _judge_doel(gegevens: Gegevens, _catalogus: Catalogus) -> Oordeel:
    teksten = ("specifiek", "meetbaar", "acceptabel", "realistisch")
    ingevuld = {naam: _now("ingevuld") if gegevens[naam] else "" for naam in teksten}
    return assess_doel(Smartdoel(titel=_now("Dit doel"), **(dict(gegevens) | ingevuld)))


class RegieProef(forms.Form):
    dag = day_field(_("Op welke dag?"))
    klasse = forms.ChoiceField(
        label=_("Hoe is de vraag ingedeeld?"), choices=[(klasse.value, klasse.value) for klasse in Klasse]
    )
    has_regisseur = tick_field(_("Het gezin heeft een regisseur"))


def _judge_regie(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    return assess_regie(
        Regievraag(
            klasse=Klasse(gegevens["klasse"]),
            regisseur=_now("een regisseur") if gegevens["has_regisseur"] else None,
            beleid=Regisseurbeleid(catalogus.keuze("regisseur").gekozen),
        )
    )


RTO = Proef(
    code="rto",
    naam=_("Rondetafeloverleg (RTO)"),
    uitleg=_("Telt dit RTO?"),
    stap=Stap.OVERLEG,
    formulier=RtoProef,
    voorbeeld={
        "gepland_op": "12-05-2026",
        "gehouden_op": "12-05-2026",
        "totaalproces_bekeken": "on",
        "concrete_doelen": "0",
        "regisseur_aanwezig": "on",
        "gezin_aanwezig": "on",
        "is_afwezig": "on",
    },
    peilveld="gepland_op",
    judge=_judge_rto,
    mag=_("Dit RTO telt."),
    mag_niet=_("Dit RTO telt nog niet"),
)
GEZINSPLAN = Proef(
    code="gezinsplan",
    naam=_("Gezinsplan"),
    uitleg=_("Is er voor dit gezin een gezinsplan nodig?"),
    stap=Stap.PLAN,
    formulier=GezinsplanProef,
    voorbeeld={
        "dag": "02-03-2026",
        "ontvangt_zorg": "on",
        "klasse": "enkelvoudig",
        "hulpvragen": "1",
        "organisaties": "1",
    },
    peilveld="dag",
    judge=_judge_gezinsplan,
    mag=_("Er is geen gezinsplan nodig."),
    mag_niet=_("Er is een gezinsplan nodig"),
)
DOEL = Proef(
    code="doel",
    naam=_("SMART-doel"),
    uitleg=_("Is dit doel SMART, zodat het plan kan worden vastgesteld?"),
    stap=Stap.PLAN,
    formulier=DoelProef,
    voorbeeld={
        "startdatum": "05-01-2026",
        "streefdatum": "05-01-2026",
        "specifiek": "on",
        "acceptabel": "on",
        "realistisch": "on",
        "acties": "0",
    },
    peilveld="startdatum",
    judge=_judge_doel,
    mag=_("Dit doel is SMART."),
    mag_niet=_("Dit doel is nog niet SMART"),
)
REGIE = Proef(
    code="regie",
    naam=_("Regisseur"),
    uitleg=_("Heeft dit gezin een regisseur nodig?"),
    stap=Stap.TRIAGE,
    formulier=RegieProef,
    voorbeeld={"dag": "02-03-2026", "klasse": "enkelvoudig"},
    peilveld="dag",
    judge=_judge_regie,
    mag=_("Er hoeft geen regisseur bij."),
    mag_niet=_("Er is een regisseur nodig"),
)
PROEVEN = (RTO, GEZINSPLAN, REGIE, DOEL)
