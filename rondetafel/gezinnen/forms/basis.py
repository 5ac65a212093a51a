from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.nl import postcode as postcodevorm

from rondetafel.gezinnen.gegevens import Nieuwkomer, Persoonsgegevens, Verhuisopgave
from rondetafel.gezinnen.models import AdresSoort, GeenBsn, Geslacht, Gezinsrol, Persoon, Tolk
from rondetafel.gezinnen.schermen import Geheim
from rondetafel.kern.bsn import normalize_bsn
from rondetafel.regels.datum import MAANDEN
from rondetafel.regels.personen import Geboren
from rondetafel.regels.woonplaats import Verblijfsoort

VOORBEELD = _("Bijvoorbeeld 14-10-2026.")
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2100


def _bsn_field(help_text: Any, *, required: bool) -> forms.CharField:
    return forms.CharField(
        label=_("Burgerservicenummer (BSN)"),
        required=required,
        max_length=11,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=help_text,
    )


def _clean_bsn(bsn: str) -> str:
    try:
        return normalize_bsn(bsn) if bsn else ""
    except ValueError as fout:
        raise ValidationError(_("Dit is geen geldig BSN. Kijk de cijfers na.")) from fout


class PersoonForm(forms.Form):
    """Somebody of the family. Of a birth as much as is known: a year, perhaps a month, perhaps a day."""

    rol = forms.ChoiceField(
        label=_("Wie is dit in het gezin?"), widget=forms.RadioSelect, choices=Gezinsrol.choices
    )
    voornaam = forms.CharField(label=_("Voornaam"), max_length=200)
    tussenvoegsel = forms.CharField(
        label=_("Tussenvoegsel"), max_length=20, required=False, help_text=_("Bijvoorbeeld van der.")
    )
    achternaam = forms.CharField(
        label=_("Achternaam"),
        max_length=200,
        required=False,
        help_text=_("Heeft iemand één naam? Vul dan alleen de voornaam in."),
    )
    geslacht = forms.ChoiceField(label=_("Geslacht"), widget=forms.RadioSelect, choices=Geslacht.choices)
    dag = forms.IntegerField(
        label=_("Geboren: dag"),
        required=False,
        min_value=1,
        max_value=31,
        help_text=_("Niet bekend? Laat leeg wat u niet weet. Vul zo nodig alleen het jaar in."),
    )
    maand = forms.TypedChoiceField(
        label=_("Geboren: maand"),
        required=False,
        coerce=int,
        empty_value=None,
        choices=[("", _("niet bekend")), *enumerate(MAANDEN, start=1)],
    )
    jaar = forms.IntegerField(
        label=_("Geboren: jaar"), required=False, min_value=EERSTE_JAAR, max_value=LAATSTE_JAAR
    )
    verwacht_op = forms.DateField(
        label=_("Nog niet geboren? Wanneer wordt het kind verwacht?"), required=False, help_text=VOORBEELD
    )
    overleden_op = forms.DateField(label=_("Overleden op"), required=False, help_text=VOORBEELD)
    taal = forms.CharField(
        label=_("In welke taal praat u het best met deze persoon?"), max_length=35, required=False
    )
    tolk = forms.ChoiceField(
        label=_("Is er een tolk nodig?"),
        required=False,
        choices=[("", _("nog niet gevraagd")), *Tolk.choices],
        help_text=_("Een tolk spreekt de taal die hierboven staat."),
    )
    geen_bsn = forms.ChoiceField(
        label=_("Is er geen BSN? Waarom niet?"),
        required=False,
        choices=[("", _("er is een BSN, of het is nog niet bekend")), *GeenBsn.choices],
    )

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        dag, maand, jaar = (gegeven.get(naam) for naam in ("dag", "maand", "jaar"))
        if dag and not maand and "maand" not in self.errors:
            self.add_error("maand", _("Kies ook de maand, of laat de dag leeg."))
        elif (dag or maand) and not jaar and "jaar" not in self.errors:
            self.add_error(
                "jaar", _("Vul ook het jaar in. Weet u het niet zeker? Kies het jaar dat u denkt.")
            )
        elif dag and maand and jaar and not self.errors:
            try:
                date(jaar, maand, dag)
            except ValueError:
                self.add_error("dag", _("Deze dag bestaat niet in deze maand."))
        if gegeven.get("tolk") == Tolk.JA and not gegeven.get("taal"):
            self.add_error("taal", _("Vul in welke taal de tolk moet spreken."))
        return gegeven

    def as_persoon(self) -> Persoonsgegevens:
        gegeven = self.cleaned_data
        dag, maand, jaar = gegeven["dag"], gegeven["maand"], gegeven["jaar"]
        heel = date(jaar, maand, dag) if dag else None
        return Persoonsgegevens(
            rol=Gezinsrol(gegeven["rol"]),
            voornaam=gegeven["voornaam"],
            tussenvoegsel=gegeven["tussenvoegsel"],
            achternaam=gegeven["achternaam"],
            geslacht=gegeven["geslacht"],
            geboren=Geboren(
                dag=heel,
                jaar=None if heel else jaar,
                maand=None if heel else maand,
                verwacht_op=gegeven["verwacht_op"],
            ),
            overleden_op=gegeven["overleden_op"],
            taal=gegeven["taal"],
            tolk=gegeven["tolk"],
            geen_bsn=gegeven["geen_bsn"],
        )

    @staticmethod
    def values_of(persoon: Persoon) -> dict[str, Any]:
        """What a person has now, as the fields of this form."""
        dag = persoon.geboortedatum
        return {naam: getattr(persoon, naam) for naam in EIGEN} | {
            "dag": dag.day if dag else None,
            "maand": dag.month if dag else persoon.geboortemaand,
            "jaar": dag.year if dag else persoon.geboortejaar,
            "gelezen": persoon.versie,
        }


EIGEN = (
    "rol",
    "voornaam",
    "tussenvoegsel",
    "achternaam",
    "geslacht",
    "verwacht_op",
    "overleden_op",
    "taal",
    "tolk",
    "geen_bsn",
)


class NieuwePersoonForm(PersoonForm):
    """Somebody who is not there yet also gets a BSN, and a chair when it is said what they are."""

    bsn = _bsn_field(
        _("Negen cijfers. Nog niet bekend? Laat dit leeg en kies hieronder waarom."), required=False
    )
    relatie = forms.CharField(
        label=_("Hoe noemt het gezin deze persoon?"),
        max_length=100,
        required=False,
        help_text=_(
            "Bijvoorbeeld moeder of broer. Daarmee krijgt deze persoon een stoel aan tafel. Laat leeg voor wie "
            "niet aan tafel zit, zoals iemand die is overleden."
        ),
    )
    field_order = (
        "rol",
        "relatie",
        *EIGEN[1:5],
        "dag",
        "maand",
        "jaar",
        "verwacht_op",
        "overleden_op",
        "bsn",
    )

    def clean_bsn(self) -> str:
        return _clean_bsn(self.cleaned_data["bsn"])

    def as_opgave(self) -> Nieuwkomer:
        gegeven = self.cleaned_data
        return Nieuwkomer(persoon=self.as_persoon(), relatie=gegeven["relatie"], bsn=gegeven["bsn"])


class WijzigPersoonForm(PersoonForm):
    """`gelezen` is the version that was read."""

    gelezen = forms.IntegerField(widget=forms.HiddenInput)


class BsnForm(forms.Form):
    bsn = _bsn_field(_("Negen cijfers. De app bewaart het nummer versleuteld."), required=True)

    def clean_bsn(self) -> str:
        return _clean_bsn(self.cleaned_data["bsn"])


class AdresForm(forms.Form):
    """One address of one person, put right; `gelezen` is the version that was read."""

    straat = forms.CharField(label=_("Straat"), max_length=200)
    huisnummer = forms.CharField(label=_("Huisnummer"), max_length=20)
    postcode = forms.CharField(label=_("Postcode"), max_length=7)
    plaats = forms.CharField(label=_("Plaats"), max_length=100)
    woongemeente = forms.CharField(
        label=_("Gemeente"),
        max_length=80,
        help_text=_("Deze gemeente telt voor het woonplaatsbeginsel. De plaats is niet altijd de gemeente."),
    )
    gelezen = forms.IntegerField(widget=forms.HiddenInput)

    def clean_postcode(self) -> str:
        postcode: str = self.cleaned_data["postcode"]
        if not postcodevorm.is_valid(postcode):
            raise ValidationError(_("Schrijf een postcode als 6371 AA."))
        kaal = postcodevorm.compact(postcode)
        return f"{kaal[:4]} {kaal[4:]}"

    def as_waarden(self) -> dict[str, str]:
        return {naam: self.cleaned_data[naam] for naam in PLEKVELDEN}


class VerhuisForm(AdresForm):
    """Who goes to live where, from which day. The old address of the same kind ends the day before."""

    gelezen = None  # type: ignore[assignment]
    personen = forms.MultipleChoiceField(
        label=_("Wie wonen hier?"),
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Kies iedereen die meegaat."),
    )
    soort = forms.ChoiceField(
        label=_("Wat voor adres is dit?"),
        widget=forms.RadioSelect,
        choices=[
            (AdresSoort.BRP.value, _("woonadres: hier staat iemand ingeschreven (BRP)")),
            (AdresSoort.VERBLIJF.value, _("verblijfadres: hier is iemand ook, of tijdelijk")),
            (AdresSoort.BRIEF.value, _("briefadres: hier komt alleen de post")),
        ],
    )
    verblijf = forms.ChoiceField(
        label=_("Bij een verblijfadres: bij wie of waar?"),
        required=False,
        choices=[("", _("niet van toepassing")), *((een.value, een.naam) for een in Verblijfsoort)],
    )
    geheim = forms.ChoiceField(
        label=_("Is dit adres geheim?"),
        widget=forms.RadioSelect,
        choices=Geheim.choices,
        help_text=_("Vraag het na. Zolang u het niet weet, telt het adres als geheim."),
    )
    van = forms.DateField(label=_("Vanaf welke dag?"), help_text=VOORBEELD)
    field_order = ("personen", "soort", "verblijf")

    def __init__(self, *args: Any, personen: Iterable[Persoon], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        veld: Any = self.fields["personen"]
        veld.choices = [(str(een.pk), str(een)) for een in personen]

    def as_opgave(self) -> Verhuisopgave:
        gegeven = self.cleaned_data
        soort = AdresSoort(gegeven["soort"])
        is_verblijf = soort is AdresSoort.VERBLIJF and gegeven["verblijf"]
        return Verhuisopgave(
            personen=frozenset(UUID(een) for een in gegeven["personen"]),
            soort=soort,
            verblijf=Verblijfsoort(gegeven["verblijf"]) if is_verblijf else None,
            geheim=Geheim(gegeven["geheim"]),
            van=gegeven["van"],
            **self.as_waarden(),
        )


PLEKVELDEN = ("straat", "huisnummer", "postcode", "plaats", "woongemeente")


class AdresEindeForm(forms.Form):
    """The last day of an address, or that it was never true."""

    waarom = forms.ChoiceField(
        label=_("Waarom stopt dit adres?"),
        widget=forms.RadioSelect,
        choices=[("weg", _("deze persoon woont hier niet meer")), ("fout", _("het stond hier verkeerd"))],
    )
    tot = forms.DateField(label=_("Laatste dag"), required=False, help_text=VOORBEELD)

    def clean(self) -> dict[str, Any]:
        gegeven = self.cleaned_data
        if gegeven.get("waarom") == "weg" and not gegeven.get("tot") and "tot" not in self.errors:
            self.add_error("tot", _("Vul de laatste dag in."))
        return gegeven

    @property
    def last_day(self) -> date | None:
        return self.cleaned_data["tot"] if self.cleaned_data["waarom"] == "weg" else None


class OpDatumForm(forms.Form):
    """As it was on a day."""

    op = forms.DateField(label=_("Zoals het was op"), required=False)
