from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.gegevens import Gezagsopgave, Relatieopgave, Relatieslot
from rondetafel.gezinnen.models import (
    OUDERVORMEN,
    PARTNERVORMEN,
    Betrokkene,
    Gezagsbewijs,
    GezagSoort,
    Persoon,
    Relatiesoort,
    Relatiestop,
    Relatievorm,
)

VOORBEELD = _("Bijvoorbeeld 14-10-2026.")
NOG_NIET = [("", _("nog nergens nagekeken"))]
# What may be chosen; that nobody said whether it is held alone is only for what stood there before.
SOORTEN = [een for een in GezagSoort.choices if een[0] != GezagSoort.OUDERLIJK]


class GezagNieuwForm(forms.Form):
    """Who has gezag, or has none, since when and on what it rests."""

    volwassene = forms.ChoiceField(label=_("Wie?"), widget=forms.RadioSelect)
    soort = forms.ChoiceField(label=_("Welk gezag?"), widget=forms.RadioSelect, choices=SOORTEN)
    van = forms.DateField(label=_("Vanaf welke dag?"), help_text=VOORBEELD)
    bewijs = forms.ChoiceField(
        label=_("Waar hebt u dit nagekeken?"),
        required=False,
        choices=[*NOG_NIET, *Gezagsbewijs.choices],
        help_text=_(
            "Dat iemand het vertelt, is nog geen bewijs. Met een register of akte staat erbij dat u het nakeek."
        ),
    )

    def __init__(self, *args: Any, volwassenen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["volwassene"]
        veld.choices = [(str(een.pk), str(een)) for een in volwassenen]

    def as_opgave(self) -> Gezagsopgave:
        gegeven = self.cleaned_data
        bewijs = gegeven["bewijs"]
        return Gezagsopgave(
            volwassene_id=UUID(gegeven["volwassene"]),
            soort=GezagSoort(gegeven["soort"]),
            van=gegeven["van"],
            bewijs=Gezagsbewijs(bewijs) if bewijs else None,
        )


class GezagNakijkForm(GezagNieuwForm):
    """What was found when somebody looked; `gelezen` is the version that was read."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, volwassenen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, volwassenen=volwassenen, **kwargs)
        self.fields["volwassene"].widget = forms.HiddenInput()


class RelatieForm(forms.Form):
    """Who is a parent or the partner of whom."""

    vorm = forms.ChoiceField(
        label=_("Wat zijn zij van elkaar?"),
        widget=forms.RadioSelect,
    )
    met = forms.ChoiceField(label=_("Wie is dat?"), widget=forms.RadioSelect)
    van = forms.DateField(
        label=_("Sinds welke dag?"),
        required=False,
        help_text=_("Alleen als u het weet, bijvoorbeeld de trouwdag."),
    )
    erkend_op = forms.DateField(
        label=_("Wanneer heeft deze ouder het kind erkend?"),
        required=False,
        help_text=_(
            "Alleen bij een ouder die het kind erkende. Vanaf 1 januari 2023 geeft dat meestal gezag."
        ),
    )

    def __init__(
        self,
        *args: Any,
        persoon: Persoon,
        personen: Iterable[Persoon],
        stoelen: Iterable[Betrokkene],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        labels = dict(Relatievorm.choices)
        ouder = [
            (een, _("%(vorm)s van %(wie)s") % {"vorm": labels[een], "wie": persoon.voornaam})
            for een in OUDERVORMEN
        ]
        partner = [(een, _("partner: %(vorm)s") % {"vorm": labels[een]}) for een in PARTNERVORMEN]
        self._choose("vorm", [*ouder, *partner])
        aan_tafel = [(f"stoel:{een.pk}", f"{een} ({een.relatie})") for een in stoelen]
        mensen = [(f"persoon:{een.pk}", str(een)) for een in personen if een.pk != persoon.pk]
        self._choose("met", [*mensen, *aan_tafel])

    def _choose(self, naam: str, keuzes: list[tuple[str, Any]]) -> None:
        veld: Any = self.fields[naam]
        veld.choices = keuzes

    def as_opgave(self) -> Relatieopgave:
        gegeven = self.cleaned_data
        soort, _teken, sleutel = gegeven["met"].partition(":")
        vorm = Relatievorm(gegeven["vorm"])
        return Relatieopgave(
            soort=Relatiesoort.OUDER if vorm.value in OUDERVORMEN else Relatiesoort.PARTNER,
            vorm=vorm,
            met_id=UUID(sleutel) if soort == "persoon" else None,
            stoel_id=UUID(sleutel) if soort == "stoel" else None,
            van=gegeven["van"],
            erkend_op=gegeven["erkend_op"],
        )


class RelatieEindeForm(forms.Form):
    einde = forms.ChoiceField(
        label=_("Wat is er gebeurd?"), widget=forms.RadioSelect, choices=Relatiestop.choices
    )
    tot = forms.DateField(label=_("Laatste dag"), required=False, help_text=VOORBEELD)

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        nodig = gegeven.get("einde") not in (None, Relatiestop.FOUT)
        if nodig and not gegeven.get("tot") and "tot" not in self.errors:
            self.add_error("tot", _("Vul de laatste dag in."))
        return gegeven

    def as_opgave(self) -> Relatieslot:
        return Relatieslot(einde=Relatiestop(self.cleaned_data["einde"]), tot=self.cleaned_data["tot"])
