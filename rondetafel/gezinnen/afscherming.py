"""What is shielded in a family, for who keeps the shields; and the words of it that no text should tell."""

from collections.abc import Iterator
from datetime import date
from uuid import UUID

from django.forms import Form
from django.http import HttpRequest
from django.utils.translation import gettext as _

from rondetafel.gezinnen.bereik import AdresQuerySet
from rondetafel.gezinnen.models import Adres, Afscherming, Betrokkene, Contact
from rondetafel.gezinnen.schermen import Aard, Geheim
from rondetafel.kern.looptijd import running_on
from rondetafel.regels.afscherming import Afgeschermd, as_text, assess_tekst
from rondetafel.regels.oordeel import Oordeel
from rondetafel.toegang.mag import Wie, mag
from rondetafel.toegang.rechten import Recht
from rondetafel.toegang.schermen import Wat

# Posted by the button that keeps a text although it tells something.
TOCH = "toch"


def list_afschermingen(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Afscherming]:
    """The shields of a family that hold, the newest first. `voor` says in a word for whom."""
    afschermingen = Afscherming.objects.visible_to(wie, peildatum).running(peildatum)
    rijen = afschermingen.filter(gezin_id=gezin_id).select_related("beschermd", "voor_persoon")
    stoelen: dict[UUID | None, str] = dict(
        Betrokkene.objects.filter(gezin_id=gezin_id, gebruiker_id__isnull=False).values_list(
            "gebruiker_id", "naam"
        )
    )
    gevonden = list(rijen.order_by("-van", "-created_at"))
    for een in gevonden:
        een.voor = str(een.voor_persoon or stoelen.get(een.voor_gebruiker_id) or _("een account"))
    return gevonden


def list_adressen(gezin_id: UUID, wie: Wie, peildatum: date) -> AdresQuerySet:
    """Where the members of a family live today."""
    adressen = Adres.objects.visible_to(wie, peildatum).filter(running_on(peildatum), gezin_id=gezin_id)
    return adressen.select_related("persoon").order_by("created_at", "pk")


def look_at_text(request: HttpRequest, gezin_id: UUID, tekst: str, *, peildatum: date) -> Oordeel | None:
    """What a text tells that somebody may not know; None when nothing, or when it was shown already."""
    if TOCH in request.POST:
        return None
    wie: Wie = request.wie  # type: ignore[attr-defined]
    oordeel = assess_tekst(tekst, words_of(gezin_id, wie, peildatum))
    return None if oordeel.is_akkoord else oordeel


def look_at_form(
    request: HttpRequest, form: Form, gezin_id: UUID, *velden: str, peildatum: date
) -> Oordeel | None:
    """What these answers of a form tell that somebody may not know; None when it is not well-formed yet."""
    if not form.is_valid():
        return None
    tekst = "\n".join(str(form.cleaned_data.get(veld) or "") for veld in velden)
    return look_at_text(request, gezin_id, tekst, peildatum=peildatum)


def look_at_name(
    gezin_id: UUID, titel: str, bestandsnaam: str, *, wie: Wie, peildatum: date
) -> Oordeel | None:
    """What the title and the name of a file tell that somebody may not know; None when nothing."""
    oordeel = assess_tekst(f"{titel} {as_text(bestandsnaam)}", words_of(gezin_id, wie, peildatum))
    return None if oordeel.is_akkoord else oordeel


def words_of(gezin_id: UUID, wie: Wie, peildatum: date) -> list[Afgeschermd]:
    """The hidden words of a family. Who may not see the shields gets none: a warning would tell them."""
    if not mag(wie, Recht.AFSCHERMING_LEZEN, gezin_id=gezin_id, peildatum=peildatum).ja:
        return []
    schermen = list_afschermingen(gezin_id, wie, peildatum)
    adressen = list(list_adressen(gezin_id, wie, peildatum))
    return [
        *_of_addresses(adressen, schermen),
        *(_of_chairs(gezin_id, schermen) if schermen else ()),
        *(_of_contacts(gezin_id, schermen) if schermen else ()),
    ]


def _of_addresses(adressen: list[Adres], schermen: list[Afscherming]) -> Iterator[Afgeschermd]:
    for adres in adressen:
        voor = {een.voor for een in schermen if een.beschermd_id == adres.persoon_id and Wat.ADRES in een.wat}
        if adres.geheim != Geheim.NEE:
            voor.add(_("iedereen die het niet hoeft te weten"))
        for iemand in sorted(voor):
            for woord in (adres.straat, adres.postcode):
                yield Afgeschermd(woord=woord, wat=_("het adres"), van=str(adres.persoon), voor=iemand)


def _of_chairs(gezin_id: UUID, schermen: list[Afscherming]) -> Iterator[Afgeschermd]:
    stoelen = Betrokkene.objects.filter(gezin_id=gezin_id, hoort_bij__isnull=False)
    for stoel in stoelen.select_related("hoort_bij"):
        for een in schermen:
            if een.beschermd_id == stoel.hoort_bij_id and stoel.aard in een.wat:
                wat = str(Aard(stoel.aard).label)
                for woord in filter(None, (stoel.naam, stoel.organisatie)):
                    yield Afgeschermd(woord=woord, wat=wat, van=str(stoel.hoort_bij), voor=een.voor)


def _of_contacts(gezin_id: UUID, schermen: list[Afscherming]) -> Iterator[Afgeschermd]:
    contacten = Contact.objects.filter(gezin_id=gezin_id, betrokkene__persoon__isnull=False)
    for contact in contacten.exclude(email="").select_related("betrokkene"):
        for een in schermen:
            if een.beschermd_id == contact.betrokkene.persoon_id and Wat.CONTACT in een.wat:
                yield Afgeschermd(
                    woord=contact.email, wat=_("het mailadres"), van=str(een.beschermd), voor=een.voor
                )
