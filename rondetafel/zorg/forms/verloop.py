"""What is filled in once help runs: papers, signatures, an extension, a stop."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.regels.gas import ZESPUNTSSCHAAL, sign_score
from rondetafel.regels.maatwerk import is_maatwerk
from rondetafel.regels.papieren import NAMEN as NAMEN_VAN_PAPIER
from rondetafel.regels.papieren import papers_with_stop
from rondetafel.regels.product import Papier, Product
from rondetafel.regels.stop import NAMEN, Stopreden
from rondetafel.zorg.gegevens import Papieropgave, Stopopgave, Tekenopgave

GEEN_SCORE = "geen"
# Answers of which more than one may be given.


class GelezenForm(forms.Form):
    """Which version of the akkoord was on the screen."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)


class PapierForm(forms.Form):
    """Which paper for an extension came in, and of which day it is."""

    papier = forms.ChoiceField(label=_("Wat is er ingeleverd?"), widget=forms.RadioSelect)
    van_dag = forms.DateField(
        label=_("Van welke dag is het?"), help_text=_("Bij een evaluatie: de dag waarop die was.")
    )

    def __init__(self, *args: Any, papieren: Iterable[Papier], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld = self.fields["papier"]
        veld.choices = [(een.value, NAMEN_VAN_PAPIER[een]) for een in papieren]  # type: ignore[attr-defined]

    def as_opgave(self) -> Papieropgave:
        feiten = self.cleaned_data
        return Papieropgave(papier=Papier(feiten["papier"]), van_dag=feiten["van_dag"])


class HandtekeningForm(forms.Form):
    """Who signed a brief van aanbod, and when; for the instelling also who did it in its name."""

    persoon = forms.ChoiceField(label=_("Wie tekende?"), widget=forms.RadioSelect, required=False)
    namens = forms.CharField(label=_("Wie tekende namens de instelling?"), max_length=100, required=False)
    getekend_op = forms.DateField(label=_("Op welke dag?"))

    def __init__(self, *args: Any, tekenaars: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = list(tekenaars)
        veld = self.fields["persoon"]
        veld.choices = keuzes  # type: ignore[attr-defined]
        if len(keuzes) == 1:
            self.initial.setdefault("persoon", keuzes[0][0])
        if "" not in dict(keuzes):
            del self.fields["namens"]
            veld.required = True

    def clean(self) -> dict[str, Any]:
        schoon = super().clean() or {}
        if "namens" in self.fields and not schoon.get("persoon") and not schoon.get("namens"):
            self.add_error("namens", _("Vul de naam in van wie namens de instelling tekende."))
        return schoon

    def as_opgave(self) -> Tekenopgave:
        feiten = self.cleaned_data
        persoon = feiten["persoon"]
        return Tekenopgave(
            persoon_id=UUID(persoon) if persoon else None,
            namens="" if persoon else feiten["namens"],
            getekend_op=feiten["getekend_op"],
        )


class VerlengingForm(forms.Form):
    """Until when, and why; at maatwerk also when the next RTO is."""

    tot = forms.DateField(label=_("Nieuwe laatste dag"))
    rto_op = forms.DateField(
        label=_("Wanneer is het volgende RTO?"),
        required=False,
        help_text=_("Spreek dit af met het gezin, de regisseur en de zorgaanbieder."),
    )
    motivering = forms.CharField(
        label=_("Waarom is langer nodig?"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Noem wat er al gelukt is, en wat nog niet. Het gezin leest mee."),
    )

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_maatwerk(product):
            del self.fields["rto_op"]


class StopForm(GelezenForm):
    """How it ended. Whether a score may be missing is for the rules to say."""

    stopdatum = forms.DateField(label=_("Laatste dag van de hulp"))
    reden = forms.ChoiceField(
        label=_("Waarom stopt de hulp?"),
        widget=forms.RadioSelect,
        choices=[(reden.value, naam) for reden, naam in NAMEN.items()],
    )
    gas_score = forms.ChoiceField(
        label=_("Hoe ver is het hele doel gehaald?"),
        widget=forms.RadioSelect,
        choices=[
            *(
                (str(score), f"{sign_score(score)}: {woord}")
                for score, woord in ZESPUNTSSCHAAL.woorden.items()
            ),
            (GEEN_SCORE, _("Er is geen score gegeven")),
        ],
        help_text=_("Geef de score samen met het gezin. Het gaat om alle doelen van deze hulp samen."),
    )
    overgedragen_aan = forms.CharField(
        label=_("Wie neemt het over?"),
        required=False,
        max_length=200,
        help_text=_("Bijvoorbeeld oma, de mentor op school of de voetbalclub. Het gezin leest mee."),
    )
    toelichting = forms.CharField(
        label=_("Wilt u iets toelichten?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Het gezin leest mee."),
    )
    has_papieren = forms.BooleanField(required=False)

    def __init__(self, *args: Any, product: Product, **kwargs: Any) -> None:
        """Ask for the papers that go with the end of this product; for nothing where there are none."""
        super().__init__(*args, **kwargs)
        namen = ", ".join(NAMEN_VAN_PAPIER[papier] for papier in papers_with_stop(product))
        self.fields["has_papieren"].label = _("Dit is er: %(papieren)s") % {"papieren": namen}
        if not namen:
            del self.fields["has_papieren"]

    def as_opgave(self) -> Stopopgave:
        feiten = self.cleaned_data
        return Stopopgave(
            stopdatum=feiten["stopdatum"],
            reden=Stopreden(feiten["reden"]),
            gas_score=None if feiten["gas_score"] == GEEN_SCORE else int(feiten["gas_score"]),
            overgedragen_aan=feiten["overgedragen_aan"],
            toelichting=feiten["toelichting"],
            has_papieren=feiten.get("has_papieren", False),
        )
