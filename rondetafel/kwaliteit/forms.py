from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene
from rondetafel.kern.bsn import normalize_bsn
from rondetafel.kwaliteit.models import REDENEN, Bevinding, Noodoordeel
from rondetafel.kwaliteit.noodknop import Noodvraag
from rondetafel.organisaties.models import Organisatie
from rondetafel.regels.klacht import Klachtstap
from rondetafel.regels.noodknop import Noodreden

OF = ("voornaam", "achternaam", "geboortedatum")


class SluitForm(forms.Form):
    """What the looking was, and why that is clear."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    bevinding = forms.ChoiceField(
        label=_("Wat is het geworden?"), widget=forms.RadioSelect, choices=Bevinding.choices
    )
    reden = forms.CharField(
        label=_("Waarom is dat duidelijk?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("Schrijf op wat u hebt nagevraagd, bij wie, en wat het antwoord was."),
    )


class NoodknopForm(forms.Form):
    """Why it cannot wait, and about whom: a BSN, or the whole name with the day of birth."""

    reden = forms.ChoiceField(
        label=_("Wat is er aan de hand?"), widget=forms.RadioSelect, choices=list(REDENEN.items())
    )
    toelichting = forms.CharField(
        label=_("Waarom kan het niet wachten?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        help_text=_(
            "Eén of twee zinnen. De functionaris beveiliging en de regisseur van het gezin lezen dit."
        ),
    )
    bsn = forms.CharField(
        label=_("BSN"),
        required=False,
        max_length=11,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("Weet u het BSN niet? Vul dan de naam en de geboortedatum in."),
    )
    voornaam = forms.CharField(
        label=_("Voornaam"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    achternaam = forms.CharField(
        label=_("Achternaam, met tussenvoegsel"),
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        help_text=_("De hele naam, bijvoorbeeld: van den Berg."),
    )
    geboortedatum = forms.DateField(
        label=_("Geboortedatum"), required=False, help_text=_("Bijvoorbeeld 14-10-2013.")
    )
    weet_ik = forms.BooleanField(label=_("Ik weet dat ik dit altijd moet kunnen uitleggen"))

    def clean_bsn(self) -> str:
        bsn: str = self.cleaned_data["bsn"]
        try:
            return normalize_bsn(bsn) if bsn else ""
        except ValueError as fout:
            raise ValidationError(_("Dit is geen geldig BSN. Kijk de cijfers na.")) from fout

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if "bsn" in self.errors or schoon.get("bsn"):
            return schoon
        for naam in OF:
            if naam not in self.errors and not schoon.get(naam):
                self.add_error(naam, _("Vul dit in, of vul het BSN in."))
        return schoon

    def as_vraag(self) -> Noodvraag:
        """Return what was filled in; with a BSN the name does not count."""
        schoon = self.cleaned_data
        wie = {"bsn": schoon["bsn"]} if schoon["bsn"] else {naam: schoon[naam] for naam in OF}
        return Noodvraag(reden=Noodreden(schoon["reden"]), toelichting=schoon["toelichting"], **wie)


class BeoordeelForm(forms.Form):
    """Whether it was right to use the noodknop, and why."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    oordeel = forms.ChoiceField(
        label=_("Wat is uw oordeel?"), widget=forms.RadioSelect, choices=Noodoordeel.choices
    )
    reden = forms.CharField(
        label=_("Waarom vindt u dit?"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("Schrijf op wat u hebt nagevraagd, bij wie, en wat het antwoord was."),
    )


# Chosen when a complaint is about no organisation but about how JENS itself arranges things.
JENS = "jens"


class KlachtForm(forms.Form):
    """About which organisation, and what; `van` is asked of who takes it in for somebody."""

    van = forms.ChoiceField(
        label=_("Van wie is de klacht?"),
        help_text=_("Alleen diegene en de klachtenfunctionaris lezen de klacht daarna."),
    )
    over = forms.TypedChoiceField(
        label=_("Over welke organisatie gaat het?"),
        coerce=lambda keuze: None if keuze == JENS else UUID(keuze),
    )
    tekst = forms.CharField(
        label=_("Wat is er gebeurd?"), widget=forms.Textarea(attrs={"rows": 6}), max_length=4000
    )

    def __init__(self, *args: Any, klagers: Iterable[Betrokkene] | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        organisaties = Organisatie.objects.order_by("naam").values_list("pk", "naam")
        over: Any = self.fields["over"]
        over.choices = [
            ("", "---------"),
            (JENS, _("JENS: de verwijzing, de regie of de afspraken")),
            *((str(pk), naam) for pk, naam in organisaties),
        ]
        if klagers is None:
            del self.fields["van"]
        else:
            van: Any = self.fields["van"]
            van.choices = [("", "---------"), *((str(een.pk), een.naam) for een in klagers)]


STAPPEN = {
    Klachtstap.OPGEPAKT: _("Opgepakt: er was contact met wie klaagt"),
    Klachtstap.LANGER: _("Er is meer tijd nodig"),
    Klachtstap.OORDEEL: _("De klachtencommissie heeft geoordeeld"),
    Klachtstap.REACTIE: _("De organisatie heeft geschreven welke maatregelen er komen"),
    Klachtstap.KLAAR: _("De klacht is afgehandeld"),
}


class KlachtstapForm(forms.Form):
    """What happened, when and in which words; who complained reads it."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    stap = forms.ChoiceField(label=_("Wat is er gebeurd?"), widget=forms.RadioSelect)
    op = forms.DateField(
        label=_("Op welke dag?"), help_text=_("Is er meer tijd nodig? Vul dan de nieuwe uiterste dag in.")
    )
    tekst = forms.CharField(
        label=_("Toelichting"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=4000,
        help_text=_("Wie klaagt, leest dit. Schrijf bij meer tijd ook waarom."),
    )

    def __init__(self, *args: Any, stappen: Iterable[Klachtstap], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stap: Any = self.fields["stap"]
        stap.choices = [(een.value, STAPPEN[een]) for een in stappen]
