from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.kwaliteit.models import Bevinding


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
