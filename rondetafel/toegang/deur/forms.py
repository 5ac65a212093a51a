from typing import Any

from allauth.account.forms import LoginForm as AllauthLoginForm
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from rondetafel.toegang.models import INLOGNAAM, Gebruiker


class LoginForm(AllauthLoginForm):
    """Log in by e-mail or by a name of one's own."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = forms.CharField(
            label=_("E-mailadres of inlognaam"),
            max_length=254,
            widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
        )
        self.fields["login"] = veld


class HerstelForm(forms.Form):
    """Whose second factor is lost, and how do you know that it is they who ask?"""

    naam = forms.CharField(label=_("E-mailadres of inlognaam"), max_length=254)
    vastgesteld = forms.CharField(
        label=_("Hoe weet u zeker wie dit vraagt?"),
        max_length=200,
        help_text=_("Bijvoorbeeld: gezien aan de balie, of teruggebeld op het bekende nummer."),
    )

    def clean(self) -> dict[str, Any]:
        waarden = super().clean() or {}
        gebruiker = Gebruiker.objects.by_login(waarden.get("naam", ""))
        if "naam" in waarden and gebruiker is None:
            self.add_error("naam", _("Dit account is er niet."))
        return waarden | {"gebruiker": gebruiker}


class CodeForm(forms.Form):
    """The code of a letter, with the day of birth beside it."""

    code = forms.CharField(
        label=_("Code uit de brief"),
        max_length=40,
        help_text=_("Hoofdletters of kleine letters, met of zonder streepjes: dat maakt niet uit."),
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "autocapitalize": "characters", "spellcheck": "false"}
        ),
    )
    geboortedatum = forms.DateField(
        label=_("Geboortedatum"),
        required=False,
        help_text=_("Alleen als de brief erom vraagt. Bijvoorbeeld 4-5-2013."),
        input_formats=["%d-%m-%Y", "%d/%m/%Y", "%d %m %Y", "%Y-%m-%d"],
        widget=forms.TextInput(attrs={"autocomplete": "bday", "inputmode": "numeric"}),
    )


class InlognaamForm(SetPasswordForm):
    """A name of one's own to log in with, and the first password."""

    # A name may be typed with capitals; it is kept without.
    inlognaam = forms.RegexField(
        rf"(?i){INLOGNAAM}",
        label=_("Inlognaam"),
        help_text=_(
            "Vier tekens of meer: letters, cijfers, punt en streepje. Gebruik liever niet de echte naam."
        ),
        error_messages={"invalid": _("Gebruik vier tot veertig letters, cijfers, punten of streepjes.")},
        widget=forms.TextInput(attrs={"autocomplete": "username", "autocapitalize": "none"}),
    )
    field_order = ("inlognaam",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password2"].label = _("Nog een keer hetzelfde wachtwoord")
        self.fields["new_password2"].help_text = ""

    def clean_inlognaam(self) -> str:
        naam: str = self.cleaned_data["inlognaam"].lower()
        if Gebruiker.objects.exclude(pk=self.user.pk).filter(inlognaam=naam).exists():
            raise forms.ValidationError(_("Deze naam is al gekozen. Kies een andere."))
        return naam
