"""Cases about care: an akkoord, an extension, an ending."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.akkoord import assess_akkoord
from rondetafel.regels.akkoordvraag import Akkoordvraag, EerdereHulp, Plandoelen
from rondetafel.regels.catalogus import Catalogus, catalogue_on
from rondetafel.regels.gas import ZESPUNTSSCHAAL
from rondetafel.regels.oordeel import Oordeel
from rondetafel.regels.overleg import Rto
from rondetafel.regels.papieren import papers_of_verlenging
from rondetafel.regels.product import Papier, Soort
from rondetafel.regels.regelboek import Stap
from rondetafel.regels.stop import NAMEN, Stopreden, Stopvraag, assess_stop
from rondetafel.regels.verlenging import assess_verlenging
from rondetafel.regels.verlengingsvraag import Ingeleverd, Verlengingsvraag
from rondetafel.web.regelboek.boek import all_ingangen
from rondetafel.web.regelboek.proeven.proef import (
    Gegevens,
    Proef,
    day_field,
    product_field,
    tick_field,
)


def _all_uitsluitingen() -> list[tuple[str, str]]:
    """What any product of any version is not for; which of it a product asks, its rules know."""
    namen = {
        een.code: een.naam
        for ingang in all_ingangen()
        for product in catalogue_on(ingang).producten.values()
        for een in product.uitsluitingen
    }
    return list(namen.items())


class AkkoordProef(forms.Form):
    product = product_field()
    is_ouder = tick_field(_("De hulp is voor een ouder, niet voor het kind of de jongere"))
    geboortedatum = day_field(
        _("Geboortedatum van het kind of de jongere"), _("Leeg als die niet meetelt."), required=False
    )
    gevraagd_op = day_field(_("Dag van de vraag"), _("Leeg is de eerste dag van de hulp."), required=False)
    startdatum = day_field(_("Eerste dag van de hulp"))
    einddatum = day_field(_("Laatste dag van de hulp"), required=False)
    uitsluitingen = forms.MultipleChoiceField(
        label=_("Gaat de vraag alleen hierover?"),
        help_text=_("Klopt er niets van? Laat alles dan leeg."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=_all_uitsluitingen,
    )
    has_contract = tick_field(_("De zorgaanbieder heeft een contract voor deze hulp"))
    aantal_per_week = forms.IntegerField(
        label=_("Hoeveel per week?"), min_value=1, max_value=99, required=False
    )
    in_plaats_van_onderwijs = tick_field(_("Dit is in plaats van school"))
    is_gewogen = tick_field(_("Alles wat voorgaat is bekeken, met een reden waarom het niet genoeg is"))
    has_diagnose = tick_field(_("Er zijn een diagnose en een verslag van de observatie"))
    onderzoek_op = day_field(
        _("Eerste dag van het onderzoek"), _("Leeg als er geen onderzoek was."), required=False
    )
    has_doelen = tick_field(_("Er is een SMART doel voor het kind en een voor het gezin"))
    has_grond = tick_field(_("Vraagt deze hulp een grond? Dan is die er"))
    rto_op = day_field(
        _("Bij maatwerk: dag van het RTO"), _("Leeg als er nog niets is afgesproken."), required=False
    )


def _judge_akkoord(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    product = catalogus.product(gegevens["product"])
    gewogen, onderzoek_op = gegevens["is_gewogen"], gegevens["onderzoek_op"]
    onderzoek = EerdereHulp(
        product_code="onderzoek-behandeling",
        naam="Onderzoek",
        soort=Soort.ONDERZOEK,
        van=onderzoek_op or gegevens["startdatum"],
        tot=None,
    )
    return assess_akkoord(
        Akkoordvraag(
            product=product,
            startdatum=gegevens["startdatum"],
            einddatum=gegevens["einddatum"],
            aanbieder="De zorgaanbieder",
            aanbieder_producten=frozenset({product.code} if gegevens["has_contract"] else ()),
            gevraagd_op=gegevens["gevraagd_op"] or gegevens["startdatum"],
            normen=catalogus.normen,
            keuzes=catalogus.keuzes,
            jeugdige="Het kind",
            is_jeugdige=not gegevens["is_ouder"],
            geboortedatum=gegevens["geboortedatum"],
            uitsluitingen=frozenset(gegevens["uitsluitingen"]),
            aantal_per_week=gegevens["aantal_per_week"],
            in_plaats_van_onderwijs=gegevens["in_plaats_van_onderwijs"],
            has_diagnose=gegevens["has_diagnose"],
            has_observatie=gegevens["has_diagnose"],
            eerder=(onderzoek,) if onderzoek_op else (),
            doelen=Plandoelen(voor_kind=1, voor_gezin=1) if gegevens["has_doelen"] else Plandoelen(),
            overwogen=frozenset(een.code for een in product.voorrang) if gewogen else frozenset(),
            motivering="De reden staat erbij." if gewogen else "",
            grond=product.gronden[0].code if gegevens["has_grond"] and product.gronden else "",
            rto_op=gegevens["rto_op"],
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
    rto_op = day_field(
        _("Dag van het RTO"),
        _("Leeg als er geen RTO is. Ligt de dag na die van de vraag, dan is het RTO nog gepland."),
        required=False,
    )
    volgend_rto_op = day_field(
        _("Bij maatwerk: dag van het volgende RTO"),
        _("Leeg als er nog niets is afgesproken."),
        required=False,
    )
    is_compleet = tick_field(
        _("In dit RTO zaten gezin en regisseur aan tafel, en zijn alle hulp en ten minste één doel besproken")
    )
    has_papieren = tick_field(_("De papieren zijn ingeleverd"))
    evaluatie_op = day_field(
        _("Dag van de nieuwste evaluatie"), _("Leeg als die er niet is."), required=False
    )

    def clean(self) -> dict[str, Any]:
        gegevens = super().clean() or {}
        van, tot = gegevens.get("startdatum"), gegevens.get("einddatum")
        if van and tot and tot < van:
            self.add_error("einddatum", _("De laatste dag ligt voor de eerste dag."))
        return gegevens


def _judge_verlenging(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    goed, rto_op, op = gegevens["is_compleet"], gegevens["rto_op"], gegevens["ingediend_op"]
    is_gehouden = rto_op is not None and rto_op <= op
    rto = Rto(
        gepland_op=rto_op,
        gehouden_op=rto_op if is_gehouden else None,
        totaalproces_bekeken=goed,
        concrete_doelen=int(goed),
        regisseur_aanwezig=goed,
        gezin_aanwezig=goed,
    )
    product = catalogus.product(gegevens["product"])
    gevraagd = papers_of_verlenging(product, catalogus.keuzes).papieren if gegevens["has_papieren"] else ()
    return assess_verlenging(
        Verlengingsvraag(
            product=product,
            normen=catalogus.normen,
            keuzes=catalogus.keuzes,
            besluit_op=op if is_gehouden else None,
            rto_op=rto_op,
            volgend_rto_op=gegevens["volgend_rto_op"],
            ingeleverd=tuple(
                Ingeleverd(papier=papier, ingeleverd_op=op, van_dag=op)
                for papier in gevraagd
                if papier is not Papier.EVALUATIE
            ),
            evaluaties=(gegevens["evaluatie_op"],) if gegevens["evaluatie_op"] else (),
            startdatum=gegevens["startdatum"],
            einddatum=gegevens["einddatum"],
            eerste_startdatum=gegevens["eerste_startdatum"] or gegevens["startdatum"],
            tot=gegevens["tot"],
            ingediend_op=op,
            plan_op=op if gegevens["has_papieren"] else None,
            rtos=(rto,) if rto_op else (),
        )
    )


class StopProef(forms.Form):
    product = product_field()
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
    has_papieren = tick_field(_("Het eindverslag is er; bij een onderzoek het behandelplan"))
    overgedragen_aan = forms.CharField(label=_("Wie neemt het over?"), max_length=200, required=False)


def _judge_stop(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    return assess_stop(
        Stopvraag(
            product=catalogus.product(gegevens["product"]),
            startdatum=gegevens["startdatum"],
            einddatum=gegevens["einddatum"],
            stopdatum=gegevens["stopdatum"],
            reden=Stopreden(gegevens["reden"]) if gegevens["reden"] else None,
            gas_score=gegevens["gas_score"],
            heeft_papieren=gegevens["has_papieren"],
            overgedragen_aan=gegevens["overgedragen_aan"],
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
        "is_gewogen": "on",
        "has_doelen": "on",
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
        "has_papieren": "on",
        "evaluatie_op": "13-04-2026",
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
        "product": "begeleiding-groep",
        "startdatum": "05-01-2026",
        "einddatum": "04-07-2026",
        "stopdatum": "12-06-2026",
        "reden": "02",
    },
    peilveld="stopdatum",
    judge=_judge_stop,
)
PROEVEN = (AKKOORD, VERLENGING, STOP)
