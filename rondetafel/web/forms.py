"""The form of the component page: every kind of field once."""

from django import forms
from django.utils.translation import gettext_lazy as _


class VoorbeeldForm(forms.Form):
    """Nothing is done with the answers; they only come back with what is wrong about them."""

    naam = forms.CharField(label=_("Naam"), help_text=_("Zoals mensen u noemen."), max_length=40)
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    startdatum = forms.DateField(label=_("Vanaf welke dag?"), help_text=_("Bijvoorbeeld 14-10-2026."))
    gezinsleden = forms.IntegerField(label=_("Hoeveel mensen wonen er in huis?"), min_value=1, max_value=20)
    gemeente = forms.ChoiceField(
        label=_("Gemeente"),
        choices=[
            ("", _("Kies een gemeente")),
            ("0917", "Heerlen"),
            ("0882", "Landgraaf"),
            ("0986", "Voerendaal"),
        ],
    )
    stand = forms.ChoiceField(
        label=_("Hoe gaat het deze week?"),
        widget=forms.RadioSelect,
        choices=[
            ("groen", _("Het loopt")),
            ("oranje", _("Het lukt, met hulp")),
            ("rood", _("Het lukt niet")),
        ],
    )
    wie = forms.MultipleChoiceField(
        label=_("Wie komen er?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("U mag er meer kiezen."),
        choices=[("moeder", _("moeder")), ("oma", _("oma")), ("mentor", _("mentor van school"))],
    )
    toelichting = forms.CharField(label=_("Wat wilt u vertellen?"), widget=forms.Textarea, required=False)
    bijlage = forms.FileField(label=_("Bijlage"), required=False)
    akkoord = forms.BooleanField(label=_("Ik heb dit met het gezin besproken"))
