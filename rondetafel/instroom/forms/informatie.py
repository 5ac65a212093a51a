from django import forms
from django.utils.translation import gettext_lazy as _


class VraagForm(forms.Form):
    """What the backoffice asks the verwijzer."""

    vraag = forms.CharField(
        label=_("Wat moet de verwijzer nog vertellen of sturen?"), widget=forms.Textarea(attrs={"rows": 4})
    )


class AntwoordForm(forms.Form):
    """What the verwijzer answered."""

    antwoord = forms.CharField(
        label=_("Wat antwoordde de verwijzer?"), widget=forms.Textarea(attrs={"rows": 4})
    )
