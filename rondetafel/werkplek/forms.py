from django import forms
from django.utils.translation import gettext_lazy as _


class ZoekForm(forms.Form):
    zoek = forms.CharField(
        label=_("Zoek op nummer of naam"),
        max_length=100,
        required=False,
        help_text=_("Bijvoorbeeld 147 of het begin van een naam."),
    )
