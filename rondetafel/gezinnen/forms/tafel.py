from collections.abc import Iterable, Iterator
from typing import Any

from django import forms
from django.forms import ChoiceField
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Gezinsrol, Groep, Persoon
from rondetafel.gezinnen.schermen import Aard, Verband
from rondetafel.regels.netwerk import STEUNNAMEN, Steun
from rondetafel.web.antwoorden import HUN, MIJN


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
    steun = forms.MultipleChoiceField(
        label=_("Welke steun kan en wil deze persoon geven?"),
        required=False,
        choices=[(een.value, een.naam) for een in Steun],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Bij mensen uit het netwerk. Weet u het nog niet? Laat het leeg en vraag het."),
    )
    is_blijvend = forms.BooleanField(
        label=_("Blijft er als de hulp stopt"),
        required=False,
        help_text=_("Bijvoorbeeld de huisarts, de school, familie of een vriend."),
    )
    verband = forms.TypedChoiceField(
        label=_("Is dit iemands school of nieuwe partner?"),
        required=False,
        coerce=Verband.parse,
        empty_value=None,
        help_text=_("Dan kan deze stoel verborgen blijven voor wie dat niet mag weten."),
    )

    def __init__(self, *args: Any, personen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["verband"]
        veld.choices = [("", _("nee")), *_verbanden(personen)]


def _verbanden(personen: Iterable[Persoon]) -> Iterator[tuple[str, str]]:
    """A school of each child, a new partner of each adult."""
    for persoon in personen:
        aard = Aard.SCHOOL if persoon.rol == Gezinsrol.KIND else Aard.PARTNER
        woord = _("%(aard)s van %(wie)s") % {"aard": aard.label, "wie": persoon.voornaam}
        yield str(Verband(aard=aard, persoon_id=persoon.pk)), woord


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

    def as_waarden(self) -> dict[str, Any]:
        return {naam: self.cleaned_data[naam] for naam in StoelForm.base_fields}

    def describe_differences(self, huidig: dict[str, Any]) -> tuple[str, str]:
        """Both texts beside each other, of the fields that differ only."""
        waarden = self.as_waarden()
        anders = [naam for naam in waarden if waarden[naam] != huidig[naam]]
        return self._tell(waarden, anders), self._tell(huidig, anders)

    def _tell(self, waarden: dict[str, Any], namen: list[str]) -> str:
        labels = {naam: str(self.fields[naam].label).rstrip("?") for naam in namen}
        return "\n".join(f"{labels[naam]}: {self._word(waarden[naam]) or '–'}" for naam in namen)

    def _word(self, waarde: Any) -> Any:
        match waarde:
            case list():
                return ", ".join(STEUNNAMEN[Steun(een)] for een in waarde)
            case bool():
                return _("ja") if waarde else _("nee")
            case _:
                veld: Any = self.fields["verband"]
                return {sleutel: woord for sleutel, woord in veld.choices if sleutel}.get(str(waarde), waarde)
