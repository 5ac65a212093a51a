"""Looking that stood out, and reading in an emergency: for who checks whether it was right."""

from datetime import date, timedelta

from rondetafel.gezinnen.models import Gezin, Persoon
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.logboek import Inzage, Werker
from rondetafel.kern.models import Logregel
from rondetafel.kwaliteit.models import Klacht, Noodknop
from rondetafel.kwaliteit.noodknop import Noodvraag
from rondetafel.kwaliteit.operations import (
    open_noodknop,
    record_afwijkingen,
    record_klachtstap,
    register_klacht,
    stop_noodknop,
)
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import look
from rondetafel.platform.demo.tijd import morning_of, on_day
from rondetafel.regels.klacht import Klachtstap
from rondetafel.regels.noodknop import Noodreden
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from rondetafel.toegang.rechten import Onderdeel

WEKEN = 3


def tell_toezicht(decor: Decor, gezinnen: list[Gezin]) -> None:
    """Somebody looked where they had no work; the searches of the last weeks find it, the first long ago."""
    for wie, gezin, dagen in (("bea", gezinnen[6], -16), ("miriam", gezinnen[2], -3)):
        look(decor, gezin, wie, Onderdeel.GEZIN, op=decor.workday(dagen=dagen))
    for weken in range(WEKEN, 0, -1):
        maandag = decor.peildatum - timedelta(weeks=weken - 1)
        with on_day(maandag):
            record_afwijkingen(
                van=maandag - timedelta(days=7),
                tot=maandag - timedelta(days=1),
                door=Werker(doel="nagaan of het kijken klopt"),
                peildatum=maandag,
            )


def use_noodknop(decor: Decor, wie: Persoon, account: str, *, toelichting: str, op: date) -> None:
    """Let a regisseur on duty read about one person for a few minutes; what it was for is still to be judged."""
    vraag = Noodvraag(
        reden=Noodreden.VERMIST,
        toelichting=toelichting,
        voornaam=wie.voornaam,
        achternaam=wie.achternaam,
        geboortedatum=wie.geboortedatum,
    )
    with on_day(op), as_person(decor.accounts[account], peildatum=op) as door:
        gebruik = open_noodknop(vraag, door=door, peildatum=op, nu=morning_of(op))
        for deel in (Onderdeel.GEZIN, Onderdeel.ADRES, Onderdeel.PLAN, Onderdeel.ZORG):
            inzage = Inzage(gezin_id=wie.gezin_id, gemeente_id=wie.gemeente_id, onderdeel=deel)
            logboek.record_looks([inzage], door=door)
        stop_noodknop(wie.gezin_id, door=door, peildatum=op)
    _set_back(gebruik, op)


def complain(decor: Decor, gezin: Gezin, account: str, tekst: str, *, op: date) -> Klacht:
    """Send in a complaint about JENS in somebody's own words; who handles it took no step yet."""
    with on_day(op), as_person(decor.accounts[account], peildatum=op) as door:
        return register_klacht(gezin.pk, van=None, over_id=None, tekst=tekst, door=door, peildatum=op)


def take_up(decor: Decor, klacht: Klacht, tekst: str, *, op: date) -> None:
    """Let the klachtenfunctionaris get in touch."""
    with on_day(op), as_person(decor.accounts["nadia"], peildatum=op) as door:
        record_klachtstap(
            klacht.pk,
            gelezen=klacht.versie,
            stap=Klachtstap.OPGEPAKT,
            op=op,
            tekst=tekst,
            door=door,
            peildatum=op,
        )


def _set_back(gebruik: Noodknop, op: date) -> None:
    """The noodknop keeps the clock of the database: only its owner can put it on another day."""
    regels = Logregel.objects.filter(betreft_id=gebruik.pk)
    begin = regels.get(gebeurtenis=Gebeurtenis.NOODKNOP_GEOPEND).at
    einde = regels.get(gebeurtenis=Gebeurtenis.NOODKNOP_GESTOPT).at
    Noodknop.objects.filter(pk=gebruik.pk).update(created_at=begin, tot_at=einde)
    Band.objects.filter(grond_id=gebruik.pk).update(created_at=begin, tot_at=einde, tot=op)
