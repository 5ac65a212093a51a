"""Why may someone at the table read along, and from when until when? Gezag, own age, or consent."""

from datetime import date

from rondetafel.gezinnen.models import Betrokkene, Gezag, Gezinsrol, Groep, Persoon
from rondetafel.regels.datum import format_datum
from rondetafel.regels.inzage import (
    INZAGE_JEUGDIGE,
    INZAGE_OUDER,
    reading_period_of_jeugdige,
    reading_period_of_ouder,
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


def reading_rights_of(betrokkene: Betrokkene, peildatum: date) -> tuple[Leesrecht, ...]:
    """Return the rights on which `betrokkene` may read along: one for each person it is about.

    :raises Geweigerd: when nothing gives this person the right to read, or there is no address to write to.
    """
    if not betrokkene.email:
        raise Geweigerd(combine(_reden("Er is nog geen mailadres.", MAIL_NODIG, "Vul een mailadres in.")))
    if betrokkene.persoon is None:
        return (_of_network(betrokkene, peildatum),)
    if betrokkene.persoon.rol == Gezinsrol.KIND:
        return (_of_kind(betrokkene.persoon, peildatum),)
    return _of_ouder(betrokkene.persoon, peildatum)


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


def _of_network(betrokkene: Betrokkene, peildatum: date) -> Leesrecht:
    if betrokkene.groep == Groep.BEROEP:
        raise Geweigerd(
            combine(
                _reden(
                    "Een beroepskracht leest mee via het eigen account, zolang er een akkoord zorg loopt.",
                    INZAGE_OUDER,
                    "Vraag het kernteam om een akkoord zorg.",
                )
            )
        )
    return Leesrecht(hoedanigheid=Hoedanigheid.NETWERK, grond=Grond.TOESTEMMING, van=peildatum, tot=None)


def _of_kind(kind: Persoon, peildatum: date) -> Leesrecht:
    if kind.geboortedatum is None:
        raise Geweigerd(
            combine(
                _reden("De geboortedatum is niet bekend.", INZAGE_JEUGDIGE, "Vul eerst de geboortedatum in.")
            )
        )
    periode = reading_period_of_jeugdige(kind.geboortedatum)
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
    """About each child until the last day under sixteen and under this parent's gezag; about themselves as long."""
    kinderen = {
        een.kind_id: tot
        for een in Gezag.objects.filter(volwassene=ouder, van__lte=peildatum)
        .exclude(tot__lt=peildatum)
        .select_related("kind")
        if een.kind.geboortedatum and (tot := _last_day(een, een.kind.geboortedatum)) >= peildatum
    }
    if not kinderen:
        raise Geweigerd(
            combine(
                _reden(
                    "Deze ouder heeft geen gezag over een kind onder de 16 in dit gezin.",
                    INZAGE_OUDER,
                    "Kijk het gezag na. Is het kind 16 of ouder? Vraag dan toestemming aan het kind zelf.",
                )
            )
        )
    over_kinderen = tuple(
        Leesrecht(
            hoedanigheid=Hoedanigheid.OUDER,
            grond=Grond.GEZAG,
            persoon_id=kind_id,
            doel="gezag",
            van=peildatum,
            tot=tot,
        )
        for kind_id, tot in kinderen.items()
    )
    zelf = Leesrecht(
        hoedanigheid=Hoedanigheid.OUDER,
        grond=Grond.EIGEN,
        persoon_id=ouder.pk,
        doel="eigen plan",
        van=peildatum,
        tot=max(kinderen.values()),
    )
    return (*over_kinderen, zelf)


def _last_day(gezag: Gezag, geboortedatum: date) -> date:
    """The last day on which this parent reads about the child: under sixteen, and under gezag."""
    return min(filter(None, [reading_period_of_ouder(geboortedatum).tot_en_met, gezag.tot]))


def _reden(tekst: str, bron: Bron, uitweg: str) -> Reden:
    return Reden(tekst=tekst, bron=bron, uitweg=uitweg)
