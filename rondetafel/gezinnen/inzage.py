"""Why may someone at the table read along, and from when until when? Gezag, own age, or consent."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.beslissers import people_of
from rondetafel.gezinnen.models import Betrokkene, Gezinsrol, Persoon
from rondetafel.regels.beslissers import Als, decides_until
from rondetafel.regels.datum import format_datum
from rondetafel.regels.inzage import (
    INZAGE_JEUGDIGE,
    INZAGE_OUDER,
    reading_period_of_jeugdige,
)
from rondetafel.regels.oordeel import Bron, Geweigerd, Reden, combine
from rondetafel.toegang.banden import Leesrecht
from rondetafel.toegang.models import Grond
from rondetafel.toegang.rollen import Hoedanigheid

MAIL_NODIG = Bron(
    document="rondetafel",
    plek="ADR 0007: inloggen",
    regel="Een uitnodiging gaat naar een eigen mailadres",
)

NIETS_GAAT_VANZELF = Bron(
    document="rondetafel",
    plek="ADR 0028: delen per persoon en per deel",
    regel="Niemand leest mee voordat iedereen die beslist ja zegt",
)
GROND_VAN = {Als.VERTEGENWOORDIGER: Grond.VERTEGENWOORDIGING}
DOEL_VAN = {Als.VERTEGENWOORDIGER: "vertegenwoordiging"}


def reading_rights_of(betrokkene: Betrokkene, peildatum: date) -> tuple[Leesrecht, ...]:
    """Return the rights by law on which `betrokkene` may read along: one for each person it is about.

    :raises Geweigerd: when nothing gives this person the right to read.
    """
    if betrokkene.persoon is None:
        raise Geweigerd(
            combine(
                _reden(
                    f"{betrokkene} leest alleen mee met toestemming.",
                    NIETS_GAAT_VANZELF,
                    "Vraag toestemming aan wie erover beslist.",
                )
            )
        )
    if betrokkene.persoon.rol == Gezinsrol.KIND:
        return (_of_kind(betrokkene.persoon, peildatum),)
    return _of_ouder(betrokkene.persoon, peildatum)


def require_own_account(betrokkene: Betrokkene, gebruiker_id: UUID) -> None:
    """Let nobody at one table share an account.

    :raises Geweigerd: when somebody else at this table uses it.
    """
    aan_tafel = Betrokkene.objects.filter(gezin_id=betrokkene.gezin_id, tot__isnull=True)
    ander = aan_tafel.filter(gebruiker_id=gebruiker_id).exclude(pk=betrokkene.pk).first()
    if ander:
        raise taken_address(ander)


def require_address(betrokkene: Betrokkene) -> None:
    """Let those pass to whom a mail can go. Only for a chair that was read `with_email`.

    :raises Geweigerd: when there is no address; a letter needs none.
    """
    if not betrokkene.email:
        raise Geweigerd(
            combine(
                _reden(
                    "Er is nog geen mailadres.",
                    MAIL_NODIG,
                    "Vul een mailadres in, of maak een brief met een code.",
                )
            )
        )


def taken_address(ander: Betrokkene) -> Geweigerd:
    """Two people at one table cannot share an account: then the logboek would not know who looked."""
    return Geweigerd(
        combine(
            _reden(
                f"Met dit mailadres leest {ander} al mee.",
                MAIL_NODIG,
                "Vraag om een eigen mailadres. Dan weet het gezin wie er keek.",
            )
        )
    )


def _of_kind(kind: Persoon, peildatum: date) -> Leesrecht:
    laatst = kind.geboren.laatst
    if laatst is None:
        raise Geweigerd(
            combine(
                _reden("De geboortedatum is niet bekend.", INZAGE_JEUGDIGE, "Vul eerst de geboortedatum in.")
            )
        )
    periode = reading_period_of_jeugdige(laatst)
    if not periode.contains(peildatum):
        raise Geweigerd(
            combine(
                _reden(
                    f"{kind.voornaam} leest zelf mee vanaf {format_datum(periode.van)}.",
                    INZAGE_JEUGDIGE,
                    "Nodig pas dan uit. Samen met een ouder of met u het plan bekijken kan altijd.",
                )
            )
        )
    return Leesrecht(
        hoedanigheid=Hoedanigheid.JEUGDIGE,
        grond=Grond.EIGEN,
        persoon_id=kind.pk,
        doel="eigen plan",
        van=peildatum,
        tot=periode.tot_en_met,
    )


def _of_ouder(ouder: Persoon, peildatum: date) -> tuple[Leesrecht, ...]:
    """About everyone this person decides about, as long as they do; about themselves as long as the longest."""
    leden = people_of(ouder.gezin_id)
    over_anderen = tuple(
        Leesrecht(
            hoedanigheid=Hoedanigheid.OUDER,
            grond=GROND_VAN.get(beslisser.als, Grond.GEZAG),
            persoon_id=pk,
            doel=DOEL_VAN.get(beslisser.als, "gezag"),
            van=peildatum,
            tot=decides_until(mens, ouder.pk, peildatum),
        )
        for pk, mens in leden.mensen.items()
        for beslisser in leden.deciders_about(pk, peildatum)
        if beslisser.persoon == ouder.pk and pk != ouder.pk
    )
    if not over_anderen:
        raise Geweigerd(
            combine(
                _reden(
                    "Deze ouder heeft geen gezag over een kind onder de 16 in dit gezin.",
                    INZAGE_OUDER,
                    "Kijk het gezag na. Is het kind 16 of ouder? Vraag dan toestemming aan het kind zelf.",
                )
            )
        )
    dagen = [recht.tot for recht in over_anderen]
    zelf = Leesrecht(
        hoedanigheid=Hoedanigheid.OUDER,
        grond=Grond.EIGEN,
        persoon_id=ouder.pk,
        doel="eigen plan",
        van=peildatum,
        tot=None if None in dagen else max(filter(None, dagen)),
    )
    return (*over_anderen, zelf)


def _reden(tekst: str, bron: Bron, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=bron, uitweg=uitweg)
