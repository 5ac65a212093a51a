from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField, formset_factory
from django.utils.translation import gettext_lazy as _
from stdnum.nl import postcode as postcodevorm

from rondetafel.gezinnen.models import Geslacht
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.instroom.forms.aanmelding import MAX_OUDERS, Naamvelden
from rondetafel.instroom.gegevens import (
    GESLACHT_VAN,
    Adresopgave,
    Dossieropgave,
    Gezagskeuze,
    Ouderopgave,
    Persoonsopgave,
    Relatie,
    Volwassene,
)
from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.bsn import normalize_bsn
from rondetafel.organisaties.models import Organisatie, OrganisatieSoort
from rondetafel.regels.analyseverslag import Analysedeel

ONBEKEND = "onbekend"
ADRES = ("straat", "huisnummer", "postcode", "plaats")


class Persoonsvelden(Naamvelden):
    """A name, a BSN and an address: all of the address, or nothing of it."""

    bsn = forms.CharField(
        label=_("Burgerservicenummer (BSN)"),
        required=False,
        max_length=11,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Negen cijfers. Nog niet bekend? Laat dit dan leeg."),
    )
    straat = forms.CharField(label=_("Straat"), max_length=200, required=False)
    huisnummer = forms.CharField(label=_("Huisnummer"), max_length=20, required=False)
    postcode = forms.CharField(label=_("Postcode"), max_length=7, required=False)
    plaats = forms.CharField(label=_("Plaats"), max_length=100, required=False)
    geheim = forms.ChoiceField(
        label=_("Is dit adres geheim?"),
        required=False,
        widget=forms.RadioSelect,
        choices=Geheim.choices,
        help_text=_("Vraag het na. Zolang u het niet weet, telt het adres als geheim."),
    )

    def clean_bsn(self) -> str:
        bsn: str = self.cleaned_data["bsn"]
        if not bsn:
            return ""
        try:
            return normalize_bsn(bsn)
        except ValueError as fout:
            raise ValidationError(_("Dit is geen geldig BSN. Kijk de cijfers na.")) from fout

    def clean_postcode(self) -> str:
        postcode: str = self.cleaned_data["postcode"]
        if not postcode:
            return ""
        if not postcodevorm.is_valid(postcode):
            raise ValidationError(_("Schrijf een postcode als 6371 AA."))
        kaal = postcodevorm.compact(postcode)
        return f"{kaal[:4]} {kaal[4:]}"

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        leeg = [naam for naam in ADRES if naam not in self.errors and not schoon.get(naam)]
        if len(leeg) < len(ADRES):
            for naam in leeg:
                self.add_error(naam, _("Vul het hele adres in."))
            if not schoon.get("geheim") and "geheim" not in self.errors:
                self.add_error("geheim", _("Kies of dit adres geheim is. Weet u het niet? Kies dat dan."))
        return schoon

    @property
    def naam_velden(self) -> Iterator[BoundField]:
        return self.show("voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "bsn")

    @property
    def adres_velden(self) -> Iterator[BoundField]:
        return self.show(*ADRES, "geheim")

    def as_persoon(self, *, geslacht: str, adres: Adresopgave | None) -> Persoonsopgave:
        namen = ("voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "bsn")
        return Persoonsopgave(
            **{naam: self.cleaned_data[naam] for naam in namen}, geslacht=geslacht, adres=adres
        )

    def as_adres(self) -> Adresopgave | None:
        if not self.cleaned_data["straat"]:
            return None
        delen = {naam: self.cleaned_data[naam] for naam in ADRES}
        return Adresopgave(**delen, geheim=Geheim(self.cleaned_data["geheim"]))


class KindForm(Persoonsvelden):
    """The jeugdige, who always has an address, and what came with the aanmelding."""

    geslacht = forms.ChoiceField(label=_("Geslacht"), widget=forms.RadioSelect, choices=Geslacht.choices)
    voogd_gi = forms.ModelChoiceField(
        label=_("Welke gecertificeerde instelling heeft de voogdij?"),
        queryset=Organisatie.objects.filter(soort=OrganisatieSoort.GI),
        empty_label=_("geen"),
        required=False,
        help_text=_(
            "Alleen als een instelling het gezag heeft. De stoel van de jeugdbeschermer blijft nog leeg."
        ),
    )
    has_aanmeldbrief = forms.BooleanField(label=_("De aanmeldbrief is er"), required=False)
    has_inhoud = forms.BooleanField(label=_("De inhoudelijke informatie is er"), required=False)
    has_analyseverslag = forms.BooleanField(
        label=_("Het analyseverslag is er (alleen bij de toegang van de gemeente)"), required=False
    )
    analyse = forms.MultipleChoiceField(
        label=_("Wat staat er in het analyseverslag?"),
        choices=[(deel.value, deel.naam) for deel in Analysedeel],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for naam in ADRES:
            self.fields[naam].required = True

    @property
    def bijlagen(self) -> Iterator[BoundField]:
        return self.show("has_aanmeldbrief", "has_inhoud", "has_analyseverslag", "analyse")

    def clean_analyse(self) -> frozenset[Analysedeel]:
        return frozenset(Analysedeel(deel) for deel in self.cleaned_data["analyse"])


class VolwasseneForm(Persoonsvelden):
    """An adult of the family, with the gezag that the backoffice found."""

    geboortedatum = forms.DateField(label=_("Geboortedatum"), required=False)
    relatie = forms.ChoiceField(label=_("Wie is dit van het kind?"), choices=Relatie.choices)
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    gezag = forms.ChoiceField(
        label=_("Welk gezag?"),
        choices=[(ONBEKEND, _("nog niet bekend")), *Gezagskeuze.choices],
        help_text=_("Kijk het na in het gezagsregister."),
    )
    woont_bij_kind = forms.BooleanField(label=_("Woont op het adres van het kind"), required=False)

    @property
    def band_velden(self) -> Iterator[BoundField]:
        return self.show("relatie", "gezag", "email", "woont_bij_kind")

    def as_volwassene(self, kindadres: Adresopgave | None) -> Volwassene:
        relatie = Relatie(self.cleaned_data["relatie"])
        gezag = self.cleaned_data["gezag"]
        adres = kindadres if self.cleaned_data["woont_bij_kind"] else self.as_adres()
        return Volwassene(
            persoon=self.as_persoon(geslacht=GESLACHT_VAN.get(relatie, Geslacht.ONBEKEND), adres=adres),
            relatie=relatie,
            email=self.cleaned_data["email"],
            gezag=None if gezag == ONBEKEND else Gezagskeuze(gezag),
        )


VolwasseneFormSet = formset_factory(VolwasseneForm, extra=0, max_num=MAX_OUDERS, validate_max=True)


class Dossierformulier:
    """The page as a whole: it begins with everything that the verwijzer already wrote down."""

    def __init__(
        self, aanmelding: Aanmelding, data: Mapping[str, Any] | None = None, *, peildatum: date
    ) -> None:
        overgenomen = ("voornaam", "tussenvoegsel", "achternaam", "geboortedatum", "geslacht")
        bijlagen = ("has_aanmeldbrief", "has_inhoud", "has_analyseverslag")
        self.kind = KindForm(
            data,
            peildatum=peildatum,
            initial={naam: getattr(aanmelding, naam) for naam in overgenomen + bijlagen},
        )
        self.volwassenen = VolwasseneFormSet(
            data,
            prefix="ouder",
            initial=[_begin_with(rij) for rij in aanmelding.ouders] or [{}],
            form_kwargs={"peildatum": peildatum},
        )

    def is_valid(self) -> bool:
        return all([self.kind.is_valid(), self.volwassenen.is_valid()])

    def as_opgave(self) -> Dossieropgave:
        feiten = self.kind.cleaned_data
        adres = self.kind.as_adres()
        return Dossieropgave(
            kind=self.kind.as_persoon(geslacht=feiten["geslacht"], adres=adres),
            volwassenen=tuple(een.as_volwassene(adres) for een in self.volwassenen),
            voogd_gi=feiten["voogd_gi"].pk if feiten["voogd_gi"] else None,
            has_aanmeldbrief=feiten["has_aanmeldbrief"],
            has_inhoud=feiten["has_inhoud"],
            has_analyseverslag=feiten["has_analyseverslag"],
            analyse=feiten["analyse"],
        )


def _begin_with(rij: dict[str, Any]) -> dict[str, Any]:
    ouder = Ouderopgave.from_json(rij)
    zelfde = (
        "voornaam",
        "tussenvoegsel",
        "achternaam",
        "geboortedatum",
        "relatie",
        "email",
        "woont_bij_kind",
    )
    return {naam: getattr(ouder, naam) for naam in zelfde} | {"gezag": ouder.likely_gezag or ONBEKEND}
