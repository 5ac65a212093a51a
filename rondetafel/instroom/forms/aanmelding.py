from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.forms import BoundField, formset_factory
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Geslacht
from rondetafel.instroom.gegevens import Aanmeldopgave, Gezagsopgave, Ouderopgave, Relatie
from rondetafel.organisaties.models import Gemeente
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.regels.termijnen import ACUTE_VRAAG
from rondetafel.regels.verwijzers import Verwijzer

ELDERS = "elders"
MAX_OUDERS = 4
JA_NEE = [("ja", _("Ja")), ("nee", _("Nee"))]


class Naamvelden(forms.Form):
    """The three parts of a name and a birthday that lies behind us."""

    voornaam = forms.CharField(label=_("Voornaam"), max_length=100)
    tussenvoegsel = forms.CharField(label=_("Tussenvoegsel"), max_length=20, required=False)
    achternaam = forms.CharField(label=_("Achternaam"), max_length=100)
    geboortedatum = forms.DateField(label=_("Geboortedatum"))

    def __init__(self, *args: Any, peildatum: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.peildatum = peildatum

    def clean_geboortedatum(self) -> date | None:
        geboortedatum: date | None = self.cleaned_data["geboortedatum"]
        if geboortedatum and geboortedatum > self.peildatum:
            raise ValidationError(_("Deze dag is nog niet geweest."))
        return geboortedatum

    def show(self, *namen: str) -> Iterator[BoundField]:
        """The fields of one section of the page, in this order."""
        return (self[naam] for naam in namen)


class AanmeldForm(Naamvelden):
    """The aanmeldformulier apart from the parents; each property is a section of the page."""

    geslacht = forms.ChoiceField(label=_("Geslacht"), widget=forms.RadioSelect, choices=Geslacht.choices)
    gemeente = forms.ChoiceField(
        label=_("In welke gemeente woont het kind?"),
        help_text=_(
            "Wonen de ouders apart? Kies de gemeente van de ouder met gezag. "
            "Hebben ze allebei gezag? Kies de gemeente waar het kind woont."
        ),
    )
    andere_gemeente = forms.CharField(
        label=_("Welke andere gemeente?"),
        max_length=100,
        required=False,
        help_text=_("Alleen als de gemeente niet in de lijst staat."),
    )
    motivatie_18_plus = forms.CharField(
        label=_("Waarom is dan jeugdhulp nodig?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Bijvoorbeeld: hulp van voor de achttiende verjaardag loopt door."),
    )
    hulpvraag = forms.CharField(
        label=_("Wat is de vraag van het gezin?"),
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_(
            "Gebruik de woorden van het kind en de ouders. Wat gaat niet? Wat willen zij anders? "
            "Schrijf de vraag op, niet de oplossing."
        ),
    )
    is_acuut = forms.ChoiceField(widget=forms.RadioSelect, choices=JA_NEE)
    has_aanmeldbrief = forms.BooleanField(label=_("De aanmeldbrief is erbij"), required=False)
    has_inhoud = forms.BooleanField(
        label=_("De inhoudelijke informatie is erbij: wat speelt er, welke hulp was er al?"), required=False
    )
    has_analyseverslag = forms.BooleanField(
        label=_("Het analyseverslag is erbij (alleen de toegang van de gemeente)"), required=False
    )
    verwijzersoort = forms.ChoiceField(
        label=_("U meldt aan als"), choices=[("", _("Kies"))] + [(een.value, een.naam) for een in Verwijzer]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        acuut = catalogue_on(self.peildatum).norm(ACUTE_VRAAG)
        self.fields["is_acuut"].label = _("Moet JENS dit binnen %d uur oppakken?") % acuut.aantal
        namen = [gemeente.naam for gemeente in Gemeente.objects.all()]
        keuzes = [("", _("Kies een gemeente")), *((naam, naam) for naam in namen)]
        self.fields["gemeente"].choices = [*keuzes, (ELDERS, _("Een andere gemeente"))]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if schoon.get("gemeente") == ELDERS and not schoon.get("andere_gemeente"):
            self.add_error("andere_gemeente", _("Schrijf op welke gemeente het is."))
        return schoon

    @property
    def naam_velden(self) -> Iterator[BoundField]:
        return self.show("voornaam", "tussenvoegsel", "achternaam", "geboortedatum")

    @property
    def waar(self) -> Iterator[BoundField]:
        return self.show("gemeente", "andere_gemeente")

    @property
    def bijlagen(self) -> Iterator[BoundField]:
        return self.show("has_aanmeldbrief", "has_inhoud", "has_analyseverslag")

    def as_opgave(self, ouders: tuple[Ouderopgave, ...]) -> Aanmeldopgave:
        feiten = dict(self.cleaned_data)
        andere = feiten.pop("andere_gemeente")
        if feiten["gemeente"] == ELDERS:
            feiten["gemeente"] = andere
        feiten["is_acuut"] = feiten["is_acuut"] == "ja"
        feiten["verwijzersoort"] = Verwijzer(feiten["verwijzersoort"])
        return Aanmeldopgave(**feiten, ouders=ouders)


class OuderForm(Naamvelden):
    """A parent or carer as the verwijzer knows them."""

    relatie = forms.ChoiceField(label=_("Wie is dit?"), choices=[("", _("Kies")), *Relatie.choices])
    geboortedatum = forms.DateField(label=_("Geboortedatum"), required=False)
    has_gezag = forms.ChoiceField(
        label=_("Heeft deze persoon gezag over het kind?"),
        widget=forms.RadioSelect,
        choices=Gezagsopgave.choices,
    )
    woont_bij_kind = forms.BooleanField(label=_("Woont op hetzelfde adres als het kind"), required=False)
    email = forms.EmailField(label=_("E-mailadres"), required=False)
    telefoon = forms.CharField(label=_("Telefoonnummer"), max_length=30, required=False)

    @property
    def wie(self) -> Iterator[BoundField]:
        return self.show("relatie", "voornaam", "tussenvoegsel", "achternaam", "geboortedatum")

    @property
    def contact(self) -> Iterator[BoundField]:
        return self.show("email", "telefoon")

    def as_opgave(self) -> Ouderopgave:
        feiten = dict(self.cleaned_data)
        feiten["relatie"] = Relatie(feiten["relatie"])
        feiten["has_gezag"] = Gezagsopgave(feiten["has_gezag"])
        return Ouderopgave(**feiten)


# The first must be filled in; the others may stay empty. All are on the page, so no script is needed.
OuderFormSet = formset_factory(
    OuderForm,
    min_num=1,
    max_num=MAX_OUDERS,
    extra=MAX_OUDERS - 1,
    validate_min=True,
    validate_max=True,
)


class Aanmeldformulier:
    """The page as a whole: one part about the jeugdige and the question, one part per parent."""

    def __init__(
        self, data: Mapping[str, Any] | None = None, *, peildatum: date, verwijzersoort: str
    ) -> None:
        self.kind = AanmeldForm(data, peildatum=peildatum, initial={"verwijzersoort": verwijzersoort})
        self.ouders = OuderFormSet(data, prefix="ouder", form_kwargs={"peildatum": peildatum})

    def is_valid(self) -> bool:
        # Both are asked, so that all mistakes show at once.
        return all([self.kind.is_valid(), self.ouders.is_valid()])

    def as_opgave(self) -> Aanmeldopgave:
        return self.kind.as_opgave(tuple(ouder.as_opgave() for ouder in self.ouders if ouder.has_changed()))
