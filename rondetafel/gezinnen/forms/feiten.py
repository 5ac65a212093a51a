from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.forms.delen import JA_NEE
from rondetafel.gezinnen.gegevens import Gezagseinde, Informatieopgave, Wilsopgave
from rondetafel.gezinnen.models import Wilsoordeel


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
