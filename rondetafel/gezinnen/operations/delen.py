"""Everything that can happen to consent: it is asked, answered, withdrawn, or passed by with a reason."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.beslissers import Gezinsleden, people_of, voice_of
from rondetafel.gezinnen.gegevens import Antwoordopgave, Deelopgave, Doorbraakopgave
from rondetafel.gezinnen.hertekenen import end_vraag, open_by_besluit, settle
from rondetafel.gezinnen.inzage import require_own_account
from rondetafel.gezinnen.models import Betrokkene, Deelantwoord, Deelstand, Deelvraag, Persoon, Wijze
from rondetafel.gezinnen.oordelen import judge_deelvraag, judge_doorbraak
from rondetafel.gezinnen.samen import redraw_samen
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang, operatie
from rondetafel.kern.plichten import settle_chair
from rondetafel.kern.versie import save_version
from rondetafel.regels.beslissers import Beslisser
from rondetafel.toegang.accounts import mail_first_link, open_account
from rondetafel.toegang.mag import Wie, mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht

ANSWERABLE = (Deelstand.OPEN, Deelstand.GEGEVEN)


@operatie
def ask_deelvraag(betrokkene_pk: UUID, *, opgave: Deelopgave, door: Wie, peildatum: date) -> Deelvraag:
    """Ask everyone who decides about a person whether somebody at the table may read along.

    Nothing opens before all of them said yes. Who asks and decides as well, says yes by asking. A question
    that still waited for the same reader and person is replaced.

    :raises GeenToegang: if `door` neither sets this table nor decides about this person.
    :raises Geweigerd: with every reason why this cannot be asked.
    :raises AdresBezet: when the address of the reader belongs to an account for work.
    """
    vraag = _ask(betrokkene_pk, opgave, door=door, peildatum=peildatum)
    logboek.record(Gebeurtenis.DEELVRAAG_GESTELD, vraag, door=door, onderdeel=Onderdeel.TOEGANG)
    return vraag


@operatie
def ask_deelvragen(
    betrokkene_pk: UUID, *, opgaven: Sequence[Deelopgave], door: Wie, peildatum: date
) -> list[Deelvraag]:
    """Ask the same about several people at once: each gets a question, for who decides about them.

    :raises GeenToegang, Geweigerd, AdresBezet: as for one; then nothing is asked.
    """
    vragen = [_ask(betrokkene_pk, opgave, door=door, peildatum=peildatum) for opgave in opgaven]
    for vraag in vragen:
        logboek.record(Gebeurtenis.DEELVRAAG_GESTELD, vraag, door=door, onderdeel=Onderdeel.TOEGANG)
    return vragen


@operatie
def answer_deelvraag(pk: UUID, *, is_ja: bool, door: Wie, peildatum: date) -> Deelvraag:
    """Say yes or no oneself. The last yes opens the tie, one no closes it.

    :raises GeenToegang: if `door` does not decide about this person today.
    """
    vraag = _lock(pk, door, peildatum)
    leden = people_of(vraag.gezin_id)
    zelf = _require_decider(door, vraag.persoon, leden, peildatum)
    _write_antwoord(vraag, _own_answer(zelf, is_ja=is_ja), door=door, peildatum=peildatum)
    _settle_and_tell(vraag, leden, peildatum)
    logboek.record(Gebeurtenis.DEELVRAAG_BEANTWOORD, vraag, door=door, onderdeel=Onderdeel.TOEGANG, ja=is_ja)
    return vraag


@operatie
def record_deelantwoord(pk: UUID, *, antwoord: Antwoordopgave, door: Wie, peildatum: date) -> Deelvraag:
    """Write down what one who decides said at the table or on paper.

    :raises GeenToegang: if `door` does not set this table.
    :raises Persoon.DoesNotExist: for who does not decide about this person today.
    """
    vraag = _lock(pk, door, peildatum)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=vraag.gezin_id, peildatum=peildatum)
    leden = people_of(vraag.gezin_id)
    beslissers = leden.deciders_about(vraag.persoon_id, peildatum)
    if antwoord.beslisser_id not in {een.persoon for een in beslissers}:
        raise Persoon.DoesNotExist("beslist niet over deze persoon")
    _write_antwoord(vraag, antwoord, door=door, peildatum=peildatum)
    _settle_and_tell(vraag, leden, peildatum)
    logboek.record(
        Gebeurtenis.DEELVRAAG_BEANTWOORD,
        vraag,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        ja=antwoord.is_ja,
        beslisser=antwoord.beslisser_id,
        wijze=antwoord.wijze,
    )
    return vraag


@operatie
def withdraw_toestemming(pk: UUID, *, door: Wie, peildatum: date) -> Deelvraag:
    """Take consent back; anyone who decides may, and it closes at once.

    :raises GeenToegang: if `door` does not decide about this person today.
    """
    vraag = _lock(pk, door, peildatum)
    leden = people_of(vraag.gezin_id)
    zelf = _require_decider(door, vraag.persoon, leden, peildatum)
    if vraag.doorbraak:
        raise GeenToegang("dit rust niet op toestemming")
    _write_antwoord(vraag, _own_answer(zelf, is_ja=False), door=door, peildatum=peildatum)
    end_vraag(vraag, Deelstand.INGETROKKEN, peildatum=peildatum)
    redraw_samen(vraag.gezin, leden, peildatum=peildatum)
    logboek.record(Gebeurtenis.TOESTEMMING_INGETROKKEN, vraag, door=door, onderdeel=Onderdeel.TOEGANG)
    return vraag


@operatie
def decide_deelvraag(pk: UUID, *, opgave: Doorbraakopgave, door: Wie, peildatum: date) -> Deelvraag:
    """Let somebody read along past who decides, on a ground from outside. The family reads ground and reason.

    :raises GeenToegang: if `door` does not set this table.
    :raises Geweigerd: without a reason.
    """
    vraag = _lock(pk, door, peildatum)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=vraag.gezin_id, peildatum=peildatum)
    judge_doorbraak(opgave.reden).enforce()
    vraag.doorbraak, vraag.doorbraak_reden = opgave.doorbraak, opgave.reden.strip()
    leden = people_of(vraag.gezin_id)
    open_by_besluit(vraag, leden, peildatum=peildatum)
    redraw_samen(vraag.gezin, leden, peildatum=peildatum)
    assert vraag.betrokkene.gebruiker_id
    mail_first_link(vraag.betrokkene.gebruiker_id, gezin_id=vraag.gezin_id)
    logboek.record(
        Gebeurtenis.DEELVRAAG_DOORBROKEN,
        vraag,
        door=door,
        onderdeel=Onderdeel.TOEGANG,
        grond=opgave.doorbraak,
    )
    return vraag


def _ask(betrokkene_pk: UUID, opgave: Deelopgave, *, door: Wie, peildatum: date) -> Deelvraag:
    stoelen = Betrokkene.objects.visible_to(door, peildatum).with_email().select_related("persoon", "gezin")
    betrokkene = stoelen.get(pk=betrokkene_pk, tot__isnull=True)
    persoon = Persoon.objects.visible_to(door, peildatum).get(pk=opgave.persoon_id, gezin=betrokkene.gezin_id)
    leden = people_of(betrokkene.gezin_id)
    zelf = _require_asker(door, persoon, leden, peildatum)
    onderdelen = opgave.onderdelen | {Onderdeel.GEZIN}
    judge_deelvraag(betrokkene, leden, over=persoon.pk, onderdelen=onderdelen, peildatum=peildatum).enforce()
    _prepare_account(betrokkene, door, peildatum)
    for eerder in Deelvraag.objects.filter(persoon=persoon, betrokkene=betrokkene, stand=Deelstand.OPEN):
        end_vraag(eerder, Deelstand.VERVALLEN, peildatum=peildatum)
    vraag = Deelvraag.objects.create(
        gezin_id=betrokkene.gezin_id,
        gemeente_id=betrokkene.gemeente_id,
        persoon=persoon,
        betrokkene=betrokkene,
        onderdelen=sorted(onderdelen),
        doel=opgave.doel,
        gevraagd_op=peildatum,
        gevraagd_door_id=door.id,
    )
    if zelf:
        _write_antwoord(vraag, _own_answer(zelf, is_ja=True), door=door, peildatum=peildatum)
        _settle_and_tell(vraag, leden, peildatum)
    return vraag


def _lock(pk: UUID, door: Wie, peildatum: date) -> Deelvraag:
    """Find a question and lock it, so that two answers come one after the other."""
    vragen = Deelvraag.objects.visible_to(door, peildatum).select_for_update(of=("self",))
    return vragen.select_related("persoon", "betrokkene", "gezin").get(pk=pk, stand__in=ANSWERABLE)


def _require_asker(door: Wie, persoon: Persoon, leden: Gezinsleden, peildatum: date) -> Beslisser | None:
    """Return who `door` is when they decide; None for who sets the table.

    :raises GeenToegang: for everybody else.
    """
    if mag(door, Recht.TAFEL_DEKKEN, gezin_id=persoon.gezin_id, peildatum=peildatum).ja:
        return None
    return _require_decider(door, persoon, leden, peildatum)


def _require_decider(door: Wie, persoon: Persoon, leden: Gezinsleden, peildatum: date) -> Beslisser:
    """Return as whom `door` decides: as somebody of the family, or for the instelling that is voogd."""
    require(door, Recht.DELEN, gezin_id=persoon.gezin_id, sleutel=persoon.pk, peildatum=peildatum)
    stem = voice_of(persoon.gezin_id, door, peildatum)
    zelf = leden.voice(stem, over=persoon.pk, peildatum=peildatum)
    if zelf is None:
        raise GeenToegang("beslist niet over deze persoon")
    return zelf


def _prepare_account(betrokkene: Betrokkene, door: Wie, peildatum: date) -> None:
    """An account that opens nothing yet, so that the last yes can open the tie and send the invitation."""
    if betrokkene.gebruiker_id:
        return
    require(door, Recht.TAFEL_DEKKEN, gezin_id=betrokkene.gezin_id, peildatum=peildatum)
    betrokkene.gebruiker_id = open_account(
        email=betrokkene.email, naam=betrokkene.naam, functie=betrokkene.relatie
    )
    require_own_account(betrokkene, betrokkene.gebruiker_id)
    save_version(betrokkene, gelezen=betrokkene.versie, velden=["gebruiker_id"])
    settle_chair(betrokkene.pk, peildatum=peildatum)


def _own_answer(zelf: Beslisser, *, is_ja: bool) -> Antwoordopgave:
    return Antwoordopgave(beslisser_id=zelf.persoon, is_ja=is_ja, wijze=Wijze.ZELF)


def _write_antwoord(vraag: Deelvraag, antwoord: Antwoordopgave, *, door: Wie, peildatum: date) -> None:
    Deelantwoord.objects.create(
        gezin_id=vraag.gezin_id,
        gemeente_id=vraag.gemeente_id,
        vraag=vraag,
        persoon_id=vraag.persoon_id,
        beslisser_id=antwoord.beslisser_id,
        is_ja=antwoord.is_ja,
        wijze=antwoord.wijze,
        gegeven_op=peildatum,
        door_id=door.id,
    )


def _settle_and_tell(vraag: Deelvraag, leden: Gezinsleden, peildatum: date) -> None:
    was_open = vraag.holds_on(peildatum)
    settle(vraag, leden, peildatum=peildatum)
    redraw_samen(vraag.gezin, leden, peildatum=peildatum)
    if vraag.holds_on(peildatum) and not was_open:
        assert vraag.betrokkene.gebruiker_id
        mail_first_link(vraag.betrokkene.gebruiker_id, gezin_id=vraag.gezin_id)
