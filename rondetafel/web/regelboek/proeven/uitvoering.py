"""Cases while help goes on: who signs the brief van aanbod, and what counts as a contactmoment."""

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.catalogus import Catalogus
from rondetafel.regels.contactmoment import (
    NAMEN,
    Activiteit,
    Casus,
    Contact,
    Looptijdtelling,
    assess_gemiddelde,
    weigh_contact,
)
from rondetafel.regels.ondertekening import (
    Handtekening,
    Ondertekening,
    Tekenvraag,
    assess_handtekeningen,
    plan_ondertekening,
)
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.regelboek import Stap
from rondetafel.web.regelboek.proeven.gezin import KIND, OUDERS, KindForm, make_kind
from rondetafel.web.regelboek.proeven.proef import (
    Gegevens,
    Proef,
    count_field,
    day_field,
    product_field,
    tick_field,
)

# In minutes.
EEN_DAG = 1440


class OndertekeningProef(KindForm):
    product = product_field()
    kind_tekende = tick_field(_("Het kind heeft op deze dag getekend"))
    ouders_tekenden = count_field(_("Hoeveel ouders hebben op deze dag getekend?"), meest=len(OUDERS))


def _judge_ondertekening(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    dag, regime = gegevens["dag"], catalogus.product(gegevens["product"]).regime
    vraag = Tekenvraag(
        mens=make_kind(gegevens),
        regime=regime.waarde,
        lezing=catalogus.keuze("ondertekening").lezing,
    )
    tekenden = [*([KIND] if gegevens["kind_tekende"] else []), *OUDERS[: gegevens["ouders_tekenden"]]]
    brief = Ondertekening(
        perioden=plan_ondertekening(vraag, dag),
        handtekeningen=tuple(Handtekening(persoon=wie, getekend_op=dag) for wie in tekenden),
        namen={KIND: _now("Het kind"), None: _now("De gecertificeerde instelling")}
        | dict(zip(OUDERS, (_now("De ene ouder"), _now("De andere ouder")), strict=True)),
    )
    return assess_handtekeningen(brief, dag)


class ContactmomentProef(forms.Form):
    product = product_field()
    dag = day_field(_("Op welke dag?"))
    activiteit = forms.ChoiceField(
        label=_("Wat is er gedaan?"), choices=[(code.value, naam) for code, naam in NAMEN.items()]
    )
    minuten = count_field(_("Hoeveel minuten?"), meest=EEN_DAG)
    has_doel = tick_field(_("Er is aan een doel gewerkt"))
    met_client = tick_field(_("Het kind of het gezin was erbij"))
    hoog_risico = tick_field(_("Er is kans dat het kind uit huis moet"))
    melding_veilig_thuis = tick_field(_("Er is gemeld bij Veilig Thuis"))
    raadsonderzoek = tick_field(_("De Raad voor de Kinderbescherming doet onderzoek"))


def _judge_contactmoment(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    product = catalogus.product(gegevens["product"])
    grond = {naam: gegevens[naam] for naam in ("hoog_risico", "melding_veilig_thuis", "raadsonderzoek")}
    telling = weigh_contact(
        Contact(
            activiteit=Activiteit(gegevens["activiteit"]),
            minuten=gegevens["minuten"],
            doel=_now("het doel") if gegevens["has_doel"] else "",
            met_client=gegevens["met_client"],
        ),
        Casus(product=product, keuzes=catalogus.keuzes, **grond),
    )
    return combine(
        Reden(tekst=telling.waarom, bron=telling.bron, blokkeert=not telling.telt),
        feiten={
            _now("Soort hulp"): product.naam,
            _now("Gedaan"): f"{NAMEN[Activiteit(gegevens['activiteit'])]}, {gegevens['minuten']} min",
        },
    )


class GemiddeldeProef(forms.Form):
    product = product_field()
    einddatum = day_field(_("Laatste dag van de hulp"))
    dag = day_field(_("Op welke dag kijkt u?"))
    minuten = forms.CharField(
        label=_("Hoeveel minuten duurde elk contactmoment?"),
        help_text=_("Zet er een spatie tussen, bijvoorbeeld: 60 60 30."),
        max_length=1000,
    )

    def clean_minuten(self) -> list[int]:
        woorden = self.cleaned_data["minuten"].replace(",", " ").split()
        if not all(woord.isdecimal() and 0 < int(woord) <= EEN_DAG for woord in woorden):
            raise forms.ValidationError(
                _("Schrijf hele minuten, met een spatie ertussen. Niet meer dan een dag.")
            )
        return [int(woord) for woord in woorden]


def _judge_gemiddelde(gegevens: Gegevens, catalogus: Catalogus) -> Oordeel:
    """Every one of these counts: each worked on a goal."""
    return assess_gemiddelde(
        Looptijdtelling(
            casus=Casus(product=catalogus.product(gegevens["product"]), keuzes=catalogus.keuzes),
            contacten=tuple(
                Contact(activiteit=Activiteit.GESPREK, minuten=minuten, doel=_now("het doel"))
                for minuten in gegevens["minuten"]
            ),
            einddatum=gegevens["einddatum"],
            peildatum=gegevens["dag"],
        )
    )


ONDERTEKENING = Proef(
    code="ondertekening",
    naam=_("Brief van aanbod ondertekenen"),
    uitleg=_("Wie tekent de brief van aanbod, en wie moet nog?"),
    stap=Stap.BRIEF,
    formulier=OndertekeningProef,
    voorbeeld={
        "geboortedatum": "14-03-2012",
        "dag": "02-03-2026",
        "ouders": "2",
        "product": "begeleiding-groep",
        "ouders_tekenden": "1",
    },
    peilveld="dag",
    judge=_judge_ondertekening,
    mag=_("Dit zeggen de regels over wie tekent"),
)
CONTACTMOMENT = Proef(
    code="contactmoment",
    naam=_("Contactmoment"),
    uitleg=_("Telt dit als contactmoment?"),
    stap=Stap.UITVOEREN,
    formulier=ContactmomentProef,
    voorbeeld={
        "product": "begeleiding-individueel",
        "dag": "02-03-2026",
        "activiteit": "rapportage",
        "minuten": "45",
        "has_doel": "on",
    },
    peilveld="dag",
    judge=_judge_contactmoment,
    mag=_("Dit telt"),
    mag_niet=_("Dit telt niet"),
)
GEMIDDELDE = Proef(
    code="gemiddelde",
    naam=_("Gemiddelde van de contactmomenten"),
    uitleg=_("Duren de contactmomenten gemiddeld niet te kort of te lang?"),
    stap=Stap.UITVOEREN,
    formulier=GemiddeldeProef,
    voorbeeld={
        "product": "begeleiding-individueel",
        "einddatum": "04-07-2026",
        "dag": "02-03-2026",
        "minuten": "60 30 15 10",
    },
    peilveld="einddatum",
    judge=_judge_gemiddelde,
    mag=_("Dit past. Het gemiddelde geeft geen weigering."),
)
PROEVEN = (ONDERTEKENING, CONTACTMOMENT, GEMIDDELDE)
