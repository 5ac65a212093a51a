from collections.abc import Callable, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.gegevens import Netwerkopgave, Plekopgave, Stoelantwoord
from rondetafel.gezinnen.models import Lijn, Nabijheid, Persoon, Stoelvraag, Vraagdoel
from rondetafel.regels.netwerk import Steun
from rondetafel.regels.omgeving import FORMEEL, INFORMEEL, Omgeving

VOORBEELD = _("Bijvoorbeeld 14-10-2026.")
STEUN = [(een.value, een.naam) for een in Steun]


class PlekForm(forms.Form):
    """What somebody is to the family, how near, and what they give now and could give."""

    soort = forms.ChoiceField(
        label=_("Wat is deze persoon voor het gezin?"),
        choices=[
            (_("Uit het eigen netwerk"), [(een.value, een.naam) for een in INFORMEEL]),
            (_("Door hun werk"), [(een.value, een.naam) for een in FORMEEL]),
        ],
    )
    voor = forms.ChoiceField(label=_("Voor wie?"), required=False)
    nabijheid = forms.ChoiceField(
        label=_("Hoe dichtbij voelt het gezin deze persoon?"),
        widget=forms.RadioSelect,
        choices=Nabijheid.choices,
        initial=Nabijheid.IETS_VERDER,
    )
    lijn = forms.ChoiceField(
        label=_("Hoe is het contact?"), widget=forms.RadioSelect, choices=Lijn.choices, initial=Lijn.GEWOON
    )
    steun_nu = forms.MultipleChoiceField(
        label=_("Welke steun geeft deze persoon nu?"),
        required=False,
        choices=STEUN,
        widget=forms.CheckboxSelectMultiple,
    )
    steun = forms.MultipleChoiceField(
        label=_("Welke steun kan en wil deze persoon geven?"),
        required=False,
        choices=STEUN,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Vraag het de persoon zelf. Meedenken telt ook."),
    )
    is_blijvend = forms.BooleanField(label=_("Blijft er als de hulp stopt"), required=False)

    def __init__(self, *args: Any, personen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["voor"]
        veld.choices = [("", _("het hele gezin")), *((str(een.pk), een.voornaam) for een in personen)]

    def as_plek(self) -> Plekopgave:
        gegeven = self.cleaned_data
        return Plekopgave(
            soort=Omgeving(gegeven["soort"]),
            voor_id=UUID(gegeven["voor"]) if gegeven["voor"] else None,
            nabijheid=Nabijheid(gegeven["nabijheid"]),
            lijn=Lijn(gegeven["lijn"]),
            steun_nu=tuple(gegeven["steun_nu"]),
            steun=tuple(gegeven["steun"]),
            is_blijvend=gegeven["is_blijvend"],
        )


class WijzigPlekForm(PlekForm):
    """`gelezen` is the version of the chair that was read."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)


class NetwerkForm(PlekForm):
    """Somebody new around the family, with the question to the family when there is one."""

    naam = forms.CharField(label=_("Naam"), max_length=100)
    relatie = forms.CharField(
        label=_("Hoe noemt het gezin deze persoon?"),
        max_length=100,
        required=False,
        help_text=_("Bijvoorbeeld tante of voetbaltrainer."),
    )
    organisatie = forms.CharField(
        label=_("Organisatie"), max_length=98, required=False, help_text=_("Alleen bij een beroep.")
    )
    vraag = forms.ChoiceField(
        label=_("Wacht u nog op een ja van het gezin?"),
        required=False,
        choices=[("", _("nee, deze naam mag aan tafel staan")), *Vraagdoel.choices],
        help_text=_(
            "Tot het gezin ja zegt, ziet alleen de regisseur de naam. De stoel blijft voor anderen leeg. "
            "Bij een huisarts is dat altijd zo."
        ),
    )
    vraag_op = forms.DateField(
        label=_("Wanneer vroeg u het?"),
        required=False,
        help_text=_("Nog niet gevraagd? Laat dit leeg. Bijvoorbeeld 14-10-2026."),
    )
    field_order = ("soort", "naam", "relatie", "organisatie", "voor")

    def as_opgave(self) -> Netwerkopgave:
        gegeven = self.cleaned_data
        # Of a doctor somebody always asks: that the family told the name is not yet a yes to contact.
        altijd = Vraagdoel.CONTACT if gegeven["soort"] == Omgeving.HUISARTS else None
        return Netwerkopgave(
            naam=gegeven["naam"],
            relatie=gegeven["relatie"],
            organisatie=gegeven["organisatie"],
            plek=self.as_plek(),
            vraag=Vraagdoel(gegeven["vraag"]) if gegeven["vraag"] else altijd,
            vraag_op=gegeven["vraag_op"],
        )


class StoelvraagForm(forms.Form):
    """What is asked about a chair, and when."""

    doel = forms.ChoiceField(label=_("Wat vroeg u?"), widget=forms.RadioSelect, choices=Vraagdoel.choices)
    gevraagd_op = forms.DateField(label=_("Wanneer vroeg u het?"), help_text=VOORBEELD)

    def clean_doel(self) -> Vraagdoel:
        return Vraagdoel(self.cleaned_data["doel"])


class StoelantwoordForm(forms.Form):
    """What the family decided, and who of them: only who decides about it, on the day of the answer too."""

    antwoord = forms.ChoiceField(
        label=_("Wat besloot het gezin?"),
        widget=forms.RadioSelect,
        choices=[("ja", _("ja")), ("nee", _("nee"))],
    )
    door = forms.ChoiceField(
        label=_("Wie van het gezin besloot dit?"),
        widget=forms.RadioSelect,
        help_text=_("Hier staat wie gezag heeft of zelf beslist."),
    )
    op = forms.DateField(label=_("Op welke dag?"), help_text=VOORBEELD)

    def __init__(
        self,
        *args: Any,
        vraag: Stoelvraag,
        beslissers: Callable[[date], list[Persoon]],
        vandaag: date,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = {"op": vandaag}
        super().__init__(*args, **kwargs)
        self.vraag, self.beslissers = vraag, beslissers
        veld: Any = self.fields["door"]
        veld.choices = [(str(een.pk), str(een)) for een in beslissers(vandaag)]

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        op, door = gegeven.get("op"), gegeven.get("door")
        if op and self.vraag.gevraagd_op and op < self.vraag.gevraagd_op:
            self.add_error("op", _("Deze dag ligt voor de dag van de vraag."))
        elif op and door and door not in {str(een.pk) for een in self.beslissers(op)}:
            self.add_error("door", _("Op die dag besliste deze persoon hier nog niet over."))
        return gegeven

    def as_opgave(self) -> Stoelantwoord:
        gegeven = self.cleaned_data
        return Stoelantwoord(
            is_ja=gegeven["antwoord"] == "ja", door_id=UUID(gegeven["door"]), op=gegeven["op"]
        )
