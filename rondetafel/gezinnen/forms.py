from typing import Any
from uuid import UUID

from django import forms
from django.forms import ChoiceField
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.delen import DELEN_WOORDEN
from rondetafel.gezinnen.gegevens import (
    Antwoordopgave,
    Deelopgave,
    Doorbraakopgave,
    Gezagseinde,
    Informatieopgave,
    Wilsopgave,
)
from rondetafel.gezinnen.models import Doorbraak, Groep, Wijze, Wilsoordeel
from rondetafel.toegang.rechten import Onderdeel

# What the versieconflict component posts: keep my text, or leave the other's.
MIJN, HUN = "mijn", "hun"


class StoelForm(forms.Form):
    """A chair at the table. Without a name it stays open, for a role that somebody will fill."""

    naam = forms.CharField(
        label=_("Naam"),
        max_length=200,
        required=False,
        help_text=_("Weet u nog niet wie het wordt? Laat dit leeg. Dan blijft de stoel open."),
    )
    relatie = forms.CharField(
        label=_("Wie is dit voor het gezin?"),
        max_length=100,
        help_text=_("Bijvoorbeeld oma, buurman, juf of huisarts."),
    )
    organisatie = forms.CharField(
        label=_("Organisatie"), max_length=200, required=False, help_text=_("Alleen bij een beroep.")
    )
    email = forms.EmailField(
        label=_("E-mailadres"),
        required=False,
        help_text=_("Nodig om iemand te laten meelezen. Alleen u ziet dit adres."),
    )


class NieuweStoelForm(StoelForm):
    """A chair that is not there yet also needs a group."""

    groep = ChoiceField(
        label=_("Hoort bij"),
        widget=forms.RadioSelect,
        choices=[
            (Groep.GEZIN.value, _("het gezin")),
            (Groep.NETWERK.value, _("het netwerk: familie, vrienden, buren")),
            (Groep.BEROEP.value, _("een beroep: school, huisarts, hulpverlener")),
        ],
    )
    field_order = ("groep",)

    def clean_groep(self) -> Groep:
        return Groep(self.cleaned_data["groep"])


class WijzigStoelForm(StoelForm):
    """`gelezen` is the version that was read; `keuze` is there after someone else saved first."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)
    keuze = forms.ChoiceField(required=False, widget=forms.HiddenInput, choices=[(MIJN, MIJN), (HUN, HUN)])

    def as_waarden(self) -> dict[str, str]:
        return {naam: self.cleaned_data[naam] for naam in StoelForm.base_fields}

    def describe_differences(self, huidig: dict[str, str]) -> tuple[str, str]:
        """Both texts beside each other, of the fields that differ only."""
        waarden = self.as_waarden()
        anders = [naam for naam in waarden if waarden[naam] != huidig[naam]]
        return self._tell(waarden, anders), self._tell(huidig, anders)

    def _tell(self, waarden: dict[str, str], namen: list[str]) -> str:
        labels = {naam: str(self.fields[naam].label).rstrip("?") for naam in namen}
        return "\n".join(f"{labels[naam]}: {waarden[naam] or '–'}" for naam in namen)


class DeelvraagForm(forms.Form):
    """May this person read along: about whom, which parts, and what for?"""

    persoon = forms.ChoiceField(label=_("Over wie?"), widget=forms.RadioSelect)
    onderdelen = forms.MultipleChoiceField(
        label=_("Wat mag te lezen zijn?"),
        widget=forms.CheckboxSelectMultiple,
        choices=[
            (Onderdeel.PLAN.value, DELEN_WOORDEN[Onderdeel.PLAN]),
            (Onderdeel.ZORG.value, DELEN_WOORDEN[Onderdeel.ZORG]),
        ],
        help_text=_("Wie er aan tafel zit, hoort er altijd bij. Ook wat van het hele gezin samen is."),
    )
    doel = forms.CharField(
        label=_("Waarvoor?"),
        max_length=80,
        help_text=_("Bijvoorbeeld: oppassen en meedenken, of helpen op school. Het gezin leest dit."),
    )

    def __init__(self, *args: Any, personen: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["persoon"].choices = personen  # type: ignore[attr-defined]

    def as_opgave(self) -> Deelopgave:
        return Deelopgave(
            persoon_id=UUID(self.cleaned_data["persoon"]),
            onderdelen=frozenset(Onderdeel(deel) for deel in self.cleaned_data["onderdelen"]),
            doel=self.cleaned_data["doel"],
        )


JA_NEE = [("ja", _("ja")), ("nee", _("nee"))]
INSTELLING = "instelling"


class AntwoordForm(forms.Form):
    """What somebody said at the table. `beslissers`: who decide today."""

    beslisser = forms.ChoiceField(label=_("Wie zei het?"), widget=forms.RadioSelect)
    antwoord = forms.ChoiceField(label=_("Wat was het antwoord?"), widget=forms.RadioSelect, choices=JA_NEE)
    wijze = forms.ChoiceField(
        label=_("Hoe?"),
        widget=forms.RadioSelect,
        choices=[(een.value, een.label) for een in (Wijze.MONDELING, Wijze.PAPIER)],
    )

    def __init__(self, *args: Any, beslissers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["beslisser"].choices = beslissers  # type: ignore[attr-defined]

    def as_opgave(self) -> Antwoordopgave:
        wie = self.cleaned_data["beslisser"]
        return Antwoordopgave(
            beslisser_id=None if wie == INSTELLING else UUID(wie),
            is_ja=self.cleaned_data["antwoord"] == "ja",
            wijze=Wijze(self.cleaned_data["wijze"]),
        )


class DoorbraakForm(forms.Form):
    """Why somebody reads along although not everyone said yes."""

    doorbraak = forms.ChoiceField(
        label=_("Waarom mag dit toch?"), widget=forms.RadioSelect, choices=Doorbraak.choices
    )
    reden = forms.CharField(
        label=_("Leg uit"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Bijvoorbeeld welke rechtbank, en wanneer. Het gezin leest dit."),
    )

    def as_opgave(self) -> Doorbraakopgave:
        return Doorbraakopgave(
            doorbraak=Doorbraak(self.cleaned_data["doorbraak"]), reden=self.cleaned_data["reden"]
        )


class GezagForm(forms.Form):
    """The last day of gezag."""

    tot = forms.DateField(label=_("Laatste dag van het gezag"), help_text=_("Bijvoorbeeld 14-10-2026."))
    reden = forms.ChoiceField(label=_("Waardoor?"), widget=forms.RadioSelect, choices=Gezagseinde.choices)

    def clean_reden(self) -> Gezagseinde:
        return Gezagseinde(self.cleaned_data["reden"])


class GeboortedatumForm(forms.Form):
    """A day of birth; `gelezen` is the version that was read."""

    geboortedatum = forms.DateField(label=_("Geboortedatum"), help_text=_("Bijvoorbeeld 14-10-2026."))
    gelezen = forms.IntegerField(widget=forms.HiddenInput)


class WilsForm(forms.Form):
    """Whose judgement it is whether somebody can decide."""

    oordeel = forms.ChoiceField(label=_("Oordeel"), widget=forms.RadioSelect, choices=Wilsoordeel.choices)
    beoordeeld_door = forms.CharField(
        label=_("Wie beoordeelde dit?"),
        max_length=200,
        help_text=_("Naam en beroep, bijvoorbeeld jeugdarts."),
    )
    grond = forms.CharField(
        label=_("Waarop rust het oordeel?"), max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
    vertegenwoordiger = forms.ChoiceField(
        label=_("Wie beslist vanaf 18 jaar?"),
        required=False,
        help_text=_("Mentor, curator of wie is aangewezen. Tot 18 jaar beslist wie gezag heeft."),
    )

    def __init__(self, *args: Any, personen: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = [("", _("Niet van toepassing")), *personen]
        self.fields["vertegenwoordiger"].choices = keuzes  # type: ignore[attr-defined]

    def as_opgave(self) -> Wilsopgave:
        wie = self.cleaned_data["vertegenwoordiger"]
        return Wilsopgave(
            oordeel=Wilsoordeel(self.cleaned_data["oordeel"]),
            beoordeeld_door=self.cleaned_data["beoordeeld_door"],
            grond=self.cleaned_data["grond"],
            vertegenwoordiger_id=UUID(wie) if wie else None,
        )


class InformatieForm(forms.Form):
    """What a parent without gezag asked, and what was told or why not."""

    ouder = forms.ChoiceField(label=_("Welke ouder vroeg het?"), widget=forms.RadioSelect)
    gevraagd_op = forms.DateField(label=_("Wanneer?"), help_text=_("Bijvoorbeeld 14-10-2026."))
    vraag = forms.CharField(label=_("Wat was de vraag?"), max_length=500)
    antwoord = forms.ChoiceField(label=_("Hebt u het verteld?"), widget=forms.RadioSelect, choices=JA_NEE)
    verteld = forms.CharField(
        label=_("Wat hebt u verteld?"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Nooit meer dan een ouder met gezag zou horen."),
    )
    reden = forms.CharField(
        label=_("Niet verteld? Waarom niet?"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, ouders: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["ouder"].choices = ouders  # type: ignore[attr-defined]

    def as_opgave(self) -> Informatieopgave:
        gegevens = self.cleaned_data
        return Informatieopgave(
            ouder_id=UUID(gegevens["ouder"]),
            gevraagd_op=gegevens["gevraagd_op"],
            vraag=gegevens["vraag"],
            is_gegeven=gegevens["antwoord"] == "ja",
            verteld=gegevens["verteld"],
            reden=gegevens["reden"],
        )
