from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from rondetafel.gezinnen.models import Betrokkene, Groep
from rondetafel.overleg.forms.overleg import TijdInput
from rondetafel.overleg.gegevens import Gezegd, Invulling, Moment, Reactie, Uitnodiging
from rondetafel.overleg.models import Bespreking, Datumoptie, Genodigde, Voorbereiding
from rondetafel.overleg.models.intake import Instemming, Komst
from rondetafel.overleg.queries.intake import Intake
from rondetafel.regels.intake import Onderwerp, Voorkeur
from rondetafel.web.templatetags.componenten import dagdatum

VOORSTELLEN = 3
KAN, KAN_NIET, WEET_NIET = "ja", "nee", ""
GEZEGD = {KAN: True, KAN_NIET: False, WEET_NIET: None}
WEET_IK_NIET = _("weet ik nog niet")
EIGEN_ANTWOORDEN = [
    (Instemming.JA.value, _("ja, ik kom graag")),
    (Instemming.NEE.value, _("nee, liever niet")),
]


class DagInput(forms.DateInput):
    """The calendar of the browser itself: nothing from outside is asked."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


def _seats(betrokkenen: Iterable[Betrokkene]) -> list[tuple[str, str]]:
    return [(str(een.pk), f"{een.naam} ({een.relatie})") for een in betrokkenen if not een.is_open]


class GesprekForm(forms.Form):
    """Was this talked about, and when? `tekst` is what somebody said, as far as the plan needs it."""

    besproken = forms.BooleanField(label=_("We hebben dit besproken"), required=False)
    besproken_op = forms.DateField(label=_("Op welke dag?"))
    tekst = forms.CharField(
        label=_("Wat is er gezegd?"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        required=False,
        help_text=_("Kort. Iedereen die het plan leest, leest dit ook."),
    )

    def __init__(self, *args: Any, stap: Onderwerp, intake: Intake, peildatum: date, **kwargs: Any) -> None:
        self.stap, self.eerder = stap, intake.gesprekken.get(stap)
        kwargs["initial"] = self.start(self.eerder, peildatum)
        super().__init__(*args, **kwargs)

    def start(self, eerder: Bespreking | None, peildatum: date) -> dict[str, Any]:
        if eerder is None:
            return {"besproken_op": peildatum}
        return {"besproken": True, "besproken_op": eerder.besproken_op, "tekst": eerder.tekst}

    def name_fields(self, titel: str) -> None:
        """In a row of a table: the head of the row is the label, and each field still has its own name."""
        self.fields["tekst"].widget = forms.TextInput()
        for veld in self.fields.values():
            veld.widget.attrs["aria-label"] = f"{titel}: {veld.label}"

    def as_invulling(self) -> Invulling:
        """What is new. A text alone counts as talked about."""
        if not self.has_changed():
            return Invulling()
        gegeven = self.cleaned_data
        is_besproken = gegeven["besproken"] or bool(gegeven["tekst"] and self.eerder is None)
        if not is_besproken and self.eerder is None:
            return Invulling()
        gezegd = Gezegd(
            onderwerp=self.stap,
            besproken_op=gegeven["besproken_op"],
            is_besproken=is_besproken,
            tekst=gegeven["tekst"],
        )
        return Invulling(gezegd=(gezegd,))


class WieForm(GesprekForm):
    """A talk about somebody: a chair at the table, or a name."""

    besproken = None  # type: ignore[assignment]  # a name is the note
    stoel = forms.ChoiceField(label=_("Wie?"), required=False)
    wie = forms.CharField(
        label=_("Of iemand die nog niet aan tafel zit"),
        max_length=200,
        required=False,
    )
    field_order = ["stoel", "wie", "besproken_op", "tekst"]

    def __init__(self, *args: Any, intake: Intake, **kwargs: Any) -> None:
        super().__init__(*args, intake=intake, **kwargs)
        veld: Any = self.fields["stoel"]
        veld.choices = [("", _("Kies een naam")), *_seats(self.seats_of(intake))]

    def seats_of(self, intake: Intake) -> list[Betrokkene]:
        return [een for een in intake.betrokkenen if een.groep == Groep.BEROEP]

    def start(self, eerder: Bespreking | None, peildatum: date) -> dict[str, Any]:
        if eerder is None:
            return {"besproken_op": peildatum}
        return {
            "besproken_op": eerder.besproken_op,
            "stoel": str(eerder.stoel_id or ""),
            "wie": eerder.wie,
            "tekst": eerder.tekst,
        }

    def as_invulling(self) -> Invulling:
        if not self.has_changed():
            return Invulling()
        return Invulling(gezegd=(self.as_gezegd(),))

    def as_gezegd(self) -> Gezegd:
        gegeven = self.cleaned_data
        return Gezegd(
            onderwerp=self.stap,
            besproken_op=gegeven["besproken_op"],
            stoel_id=UUID(gegeven["stoel"]) if gegeven["stoel"] else None,
            wie=gegeven["wie"],
            uitkomst=Voorkeur(gegeven["keuze"]) if gegeven.get("keuze") else None,
            tekst=gegeven["tekst"],
        )


class VoorkeurForm(WieForm):
    """Who should coordinate, and is that possible? The family says what it wants; the rest is a talk."""

    keuze = forms.ChoiceField(
        label=_("Wat is er besproken?"),
        widget=forms.RadioSelect,
        choices=[
            (Voorkeur.GEEN.value, _("Het gezin heeft geen voorkeur")),
            (Voorkeur.GEVRAAGD.value, _("Het gezin wil graag iemand; of dat kan, weten we nog niet")),
            (Voorkeur.KAN.value, _("Het gezin wil graag iemand, en dat kan")),
            (Voorkeur.SAMEN.value, _("Dat kan niet; we kozen samen iemand anders")),
        ],
    )
    field_order = ["keuze", "stoel", "wie", "besproken_op", "tekst"]

    def seats_of(self, intake: Intake) -> list[Betrokkene]:
        return intake.betrokkenen

    def start(self, eerder: Bespreking | None, peildatum: date) -> dict[str, Any]:
        keuze = {"keuze": eerder.uitkomst} if eerder else {}
        return super().start(eerder, peildatum) | keuze


class LijstForm(forms.Form):
    """Who is asked, who must be there, and who of the family decided that. A page may ask one of the two."""

    genodigden = forms.MultipleChoiceField(
        label=_("Wie nodigen we uit?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    zeker = forms.MultipleChoiceField(
        label=_("Wie moet er zeker bij zijn?"), widget=forms.CheckboxSelectMultiple, required=False
    )
    besloten_door = forms.MultipleChoiceField(
        label=_("Wie van het gezin besloot dit mee?"), widget=forms.CheckboxSelectMultiple
    )
    besloten_op = forms.DateField(label=_("Op welke dag?"))
    gelezen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(
        self,
        *args: Any,
        intake: Intake,
        voorbereiding: Voorbereiding | None,
        peildatum: date,
        vraagt: Sequence[str] = ("genodigden", "zeker"),
        **kwargs: Any,
    ) -> None:
        self.komst = {een.betrokkene_id: een.komst for een in _asked(voorbereiding)}
        kwargs["initial"] = self._start(intake, voorbereiding, peildatum)
        super().__init__(*args, **kwargs)
        self._fill("besloten_door", intake.van_het_gezin)
        self._fill("genodigden", intake.betrokkenen)
        komen = [een for een in intake.betrokkenen if self.komst.get(een.pk, Komst.NIET) != Komst.NIET]
        self._fill("zeker", intake.betrokkenen if "genodigden" in vraagt else komen)
        for naam in {"genodigden", "zeker"} - set(vraagt):
            del self.fields[naam]
        self.fields[vraagt[0]].required = True

    def _fill(self, naam: str, betrokkenen: Iterable[Betrokkene]) -> None:
        veld: Any = self.fields[naam]
        veld.choices = _seats(betrokkenen)

    def _start(self, intake: Intake, voorbereiding: Voorbereiding | None, peildatum: date) -> dict[str, Any]:
        if not self.komst:
            gezin = [str(een.pk) for een in intake.van_het_gezin]
            return {"genodigden": gezin, "besloten_op": peildatum, "gelezen": 0}
        assert voorbereiding is not None
        return {
            "genodigden": [str(pk) for pk, komst in self.komst.items() if komst != Komst.NIET],
            "zeker": [str(pk) for pk, komst in self.komst.items() if komst == Komst.ZEKER],
            "besloten_door": [str(een.betrokkene_id) for een in _asked(voorbereiding) if een.besliste_mee],
            "besloten_op": voorbereiding.besloten_op or peildatum,
            "gelezen": voorbereiding.versie,
        }

    def as_invulling(self) -> Invulling:
        gegeven = self.cleaned_data
        komst = {
            pk: self._komst_of(pk)
            for pk in {*self.komst, *(UUID(sleutel) for sleutel, _naam in self._everyone())}
        }
        return Invulling(
            uitnodiging=Uitnodiging(
                komst=komst,
                besloten_door=[UUID(een) for een in gegeven["besloten_door"]],
                besloten_op=gegeven["besloten_op"],
                gelezen=gegeven["gelezen"],
            )
        )

    def _everyone(self) -> list[tuple[str, str]]:
        veld: Any = self.fields.get("genodigden") or self.fields["zeker"]
        return list(veld.choices)

    def _komst_of(self, pk: UUID) -> str:
        """Who must be there is asked as well; what a page does not ask stays as it is."""
        gegeven, eerder = self.cleaned_data, self.komst.get(pk, Komst.NIET)
        is_zeker = str(pk) in gegeven["zeker"] if "zeker" in gegeven else eerder == Komst.ZEKER
        komt = str(pk) in gegeven["genodigden"] if "genodigden" in gegeven else eerder != Komst.NIET
        if "genodigden" in gegeven and "zeker" in gegeven:
            komt = komt or is_zeker
        if not komt:
            return Komst.NIET
        return Komst.ZEKER if is_zeker else Komst.MAG


def _asked(voorbereiding: Voorbereiding | None) -> list[Genodigde]:
    return list(voorbereiding.genodigden.all()) if voorbereiding else []


class DatumsForm(forms.Form):
    """A few moments to choose from."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for nummer in range(1, VOORSTELLEN + 1):
            self.fields[f"dag{nummer}"] = forms.DateField(
                label=_("Dag %(n)d") % {"n": nummer}, required=False, widget=DagInput()
            )
            self.fields[f"tijd{nummer}"] = forms.TimeField(
                label=_("Hoe laat?"),
                required=False,
                widget=TijdInput(attrs={"class": "kort"}, format="%H:%M"),
            )

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        for nummer in range(1, VOORSTELLEN + 1):
            if gegeven.get(f"tijd{nummer}") and not gegeven.get(f"dag{nummer}"):
                self.add_error(f"dag{nummer}", _("Kies ook een dag, of maak de tijd leeg."))
        return gegeven

    def as_invulling(self) -> Invulling:
        gegeven = self.cleaned_data
        return Invulling(
            momenten=tuple(
                Moment(dag=gegeven[f"dag{nummer}"], tijd=gegeven[f"tijd{nummer}"])
                for nummer in range(1, VOORSTELLEN + 1)
                if gegeven[f"dag{nummer}"]
            )
        )


class ReactieForm(forms.Form):
    """Does somebody want to come, and on which of the days can they? Who answers for themselves says it today."""

    instemming = forms.ChoiceField(
        label=_("Wil deze persoon komen?"),
        widget=forms.RadioSelect,
        required=False,
        choices=[("", _("nog niet gevraagd")), *Instemming.choices],
    )
    gevraagd_op = forms.DateField(label=_("Op welke dag zei die dat?"), required=False)

    def __init__(
        self,
        *args: Any,
        genodigde: Genodigde,
        datums: Iterable[tuple[Datumoptie, bool | None]],
        peildatum: date,
        eigen_vraag: str = "",
        **kwargs: Any,
    ) -> None:
        self.vandaag = peildatum
        kwargs["initial"] = {
            "instemming": genodigde.instemming,
            "gevraagd_op": genodigde.gevraagd_op or peildatum,
        }
        super().__init__(*args, **kwargs)
        if eigen_vraag:
            veld: Any = self.fields["instemming"]
            veld.label, veld.choices = eigen_vraag, [("", WEET_IK_NIET), *EIGEN_ANTWOORDEN]
            del self.fields["gevraagd_op"]
        self.datums = {f"kan-{datum.pk}": datum for datum, _kan in datums}
        for datum, kan in datums:
            self.fields[f"kan-{datum.pk}"] = forms.ChoiceField(
                label=moment_words(datum),
                widget=forms.RadioSelect,
                required=False,
                initial={True: KAN, False: KAN_NIET, None: WEET_NIET}[kan],
                choices=[
                    (KAN, _("kan")),
                    (KAN_NIET, _("kan niet")),
                    (WEET_NIET, WEET_IK_NIET),
                ],
            )

    def as_reactie(self) -> Reactie:
        gegeven = self.cleaned_data
        instemming = gegeven["instemming"]
        return Reactie(
            instemming=instemming,
            gevraagd_op=gegeven.get("gevraagd_op", self.vandaag) if instemming else None,
            kan={datum.pk: GEZEGD[gegeven[naam]] for naam, datum in self.datums.items()},
        )

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        is_gevraagd = "gevraagd_op" in self.fields
        if is_gevraagd and gegeven.get("instemming") and not gegeven.get("gevraagd_op"):
            self.add_error("gevraagd_op", _("Vul de dag in."))
        return gegeven


class KiesForm(forms.Form):
    """One of the days, and where."""

    datum = forms.ChoiceField(label=_("Welke dag wordt het?"), widget=forms.RadioSelect)
    plaats = forms.CharField(
        label=_("Waar?"),
        max_length=200,
        required=False,
        help_text=_("Kies met het gezin een plek waar zij zich op hun gemak voelen."),
    )

    def __init__(self, *args: Any, datums: Iterable[Datumoptie], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["datum"]
        veld.choices = [(str(een.pk), moment_words(een)) for een in datums]


def moment_words(datum: Datumoptie) -> str:
    tijd = f", {datum.tijd:%H:%M}" if datum.tijd else ""
    return f"{dagdatum(datum.dag)}{tijd}"
