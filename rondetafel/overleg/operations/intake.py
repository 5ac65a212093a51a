"""What happens before the first meeting: what was said, who is asked, and when they can."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene, Gezin, Groep
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang, operatie
from rondetafel.kern.versie import Botsing, save_version
from rondetafel.overleg.gegevens import Gezegd, Invulling, Moment, Reactie, Uitnodiging
from rondetafel.overleg.models import Beschikbaarheid, Bespreking, Datumoptie, Genodigde, Voorbereiding
from rondetafel.overleg.models.intake import Komst
from rondetafel.overleg.oordelen import judge_gesprek, judge_lijst, judge_momenten
from rondetafel.overleg.post import tell
from rondetafel.overleg.queries.intake import soort_of_next
from rondetafel.regels.intake import VAN_HET_GEZIN
from rondetafel.toegang.mag import Wie, mag, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def record_intake(gezin_id: UUID, *, invulling: Invulling, door: Wie, peildatum: date) -> Gezin:
    """Keep all that one page of the intake brought: talks, who is asked, and moments to choose from.

    :raises GeenToegang: if `door` walks no intake with this family, or the step is not the family's.
    :raises Geweigerd: when something lacks, such as who of the family decided.
    :raises Botsing: when someone else changed the list after the version that was read.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    require(door, Recht.INTAKE_LOPEN, gezin_id=gezin.pk, peildatum=peildatum)
    for een in invulling.gezegd:
        _check_subject(een, gezin, door=door, peildatum=peildatum)
    judge_momenten(invulling.momenten, peildatum).enforce()
    _keep_talks(gezin, invulling.gezegd, door=door, peildatum=peildatum)
    erbij = _keep_list(gezin, invulling.uitnodiging, peildatum=peildatum) if invulling.uitnodiging else set()
    if invulling.momenten and _propose(gezin, invulling.momenten):
        tell(_asked_now(gezin), gezin_id=gezin.pk, door=door, peildatum=peildatum)
    elif erbij and _has_days(gezin):
        tell(erbij, gezin_id=gezin.pk, door=door, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.INTAKE_BIJGEWERKT,
        gezin,
        door=door,
        onderdeel=Onderdeel.PLAN,
        onderwerpen=[een.onderwerp.value for een in invulling.gezegd],
        genodigden=invulling.uitnodiging is not None,
        momenten=len(invulling.momenten),
    )
    return gezin


@operatie
def answer_datums(pk: UUID, *, stoel_id: UUID, reactie: Reactie, door: Wie, peildatum: date) -> Voorbereiding:
    """Write down whether somebody wants to come, and on which of the proposed days they can.

    Whoever walks the intake does so for everyone; anyone else for the own chair. Sent twice is said once.

    :raises GeenToegang: for the chair of another.
    :raises Genodigde.DoesNotExist: when this chair is not asked.
    """
    open_nu = Voorbereiding.objects.visible_to(door, peildatum).filter(overleg__isnull=True)
    voorbereiding = open_nu.select_for_update(of=("self",)).get(pk=pk)
    require(door, Recht.DATUM_ZEGGEN, gezin_id=voorbereiding.gezin_id, peildatum=peildatum)
    genodigden = Genodigde.objects.visible_to(door, peildatum).exclude(komst=Komst.NIET)
    genodigde = genodigden.select_related("betrokkene").get(
        voorbereiding=voorbereiding, betrokkene_id=stoel_id
    )
    _check_chair(genodigde, door=door, peildatum=peildatum)
    genodigde.instemming, genodigde.gevraagd_op = reactie.instemming, reactie.gevraagd_op
    save_version(genodigde, gelezen=genodigde.versie, velden=["instemming", "gevraagd_op"])
    _keep_answers(voorbereiding, stoel_id, reactie.kan)
    logboek.record(Gebeurtenis.DATUMS_BEANTWOORD, voorbereiding, door=door, onderdeel=Onderdeel.PLAN)
    return voorbereiding


@operatie
def withdraw_datum(pk: UUID, *, door: Wie, peildatum: date) -> Datumoptie:
    """Take a proposed day back, before one is chosen; twice is once."""
    open_nu = Datumoptie.objects.visible_to(door, peildatum).filter(voorbereiding__overleg__isnull=True)
    datum = open_nu.select_for_update(of=("self",)).get(pk=pk)
    require(door, Recht.INTAKE_LOPEN, gezin_id=datum.gezin_id, peildatum=peildatum)
    datum.is_vervallen = True
    save_version(datum, gelezen=datum.versie, velden=["is_vervallen"])
    logboek.record(Gebeurtenis.DATUM_INGETROKKEN, datum, door=door, onderdeel=Onderdeel.PLAN)
    return datum


def _check_subject(gezegd: Gezegd, gezin: Gezin, *, door: Wie, peildatum: date) -> None:
    """The family says what is theirs; explaining and going up is the work of the regisseur."""
    is_eigen = gezegd.onderwerp in VAN_HET_GEZIN
    if not is_eigen and not mag(door, Recht.OVERLEG_PLANNEN, gezin_id=gezin.pk, peildatum=peildatum).ja:
        raise GeenToegang(f"intake: {gezegd.onderwerp} is niet van het gezin")
    if gezegd.is_besproken:
        judge_gesprek(gezegd, peildatum).enforce()
    if gezegd.stoel_id:
        Betrokkene.objects.exclude(naam="").get(pk=gezegd.stoel_id, gezin=gezin)


def _keep_talks(gezin: Gezin, gezegd: Iterable[Gezegd], *, door: Wie, peildatum: date) -> None:
    Bespreking.objects.bulk_create(
        Bespreking(
            gezin=gezin,
            gemeente_id=gezin.gemeente_id,
            onderwerp=een.onderwerp.value,
            besproken_op=een.besproken_op,
            is_besproken=een.is_besproken,
            door_id=door.id,
            stoel_id=een.stoel_id,
            wie=een.wie,
            uitkomst=een.uitkomst.value if een.uitkomst else "",
            tekst=een.tekst,
        )
        for een in gezegd
    )


def _open_voorbereiding(gezin: Gezin) -> Voorbereiding:
    """The one that runs, or a new one: of the startoverleg as long as there was none."""
    nieuw = {"gemeente_id": gezin.gemeente_id, "soort": soort_of_next(gezin.pk)}
    lopend, _is_nieuw = Voorbereiding.objects.get_or_create(gezin=gezin, overleg=None, defaults=nieuw)
    return lopend


def _keep_list(gezin: Gezin, uitnodiging: Uitnodiging, *, peildatum: date) -> set[UUID]:
    """Keep who is asked, and return the chairs that were not asked before. The same list again changes nothing."""
    stoelen = list(Betrokkene.objects.filter(gezin=gezin, pk__in=uitnodiging.komst).exclude(naam=""))
    van_het_gezin = {een.pk for een in stoelen if een.groep == Groep.GEZIN}
    judge_lijst(uitnodiging, van_het_gezin, peildatum).enforce()
    voorbereiding = _open_voorbereiding(gezin)
    eerder = {een.betrokkene_id: een for een in voorbereiding.genodigden.all()}
    besloten_door = van_het_gezin & set(uitnodiging.besloten_door)
    gevraagd = {pk for pk, een in eerder.items() if een.komst != Komst.NIET}
    staat = {(een.betrokkene_id, een.komst, een.besliste_mee) for een in eerder.values()}
    wens = {(een.pk, uitnodiging.komst[een.pk], een.pk in besloten_door) for een in stoelen}
    if wens <= staat and uitnodiging.besloten_op == voorbereiding.besloten_op:
        return set()
    if not uitnodiging.gelezen and eerder:
        raise Botsing(voorbereiding)
    voorbereiding.besloten_op = uitnodiging.besloten_op
    save_version(voorbereiding, gelezen=uitnodiging.gelezen or voorbereiding.versie, velden=["besloten_op"])
    for stoel in stoelen:
        genodigde = eerder.get(stoel.pk) or Genodigde(
            gezin=gezin, gemeente_id=gezin.gemeente_id, voorbereiding=voorbereiding, betrokkene=stoel
        )
        genodigde.komst = uitnodiging.komst[stoel.pk]
        genodigde.besliste_mee = stoel.pk in besloten_door
        eerder[stoel.pk] = genodigde
    nieuw = [een for een in eerder.values() if een._state.adding]
    Genodigde.objects.bulk_create(nieuw)
    Genodigde.objects.bulk_update(
        [een for een in eerder.values() if een not in nieuw], ["komst", "besliste_mee"]
    )
    return {pk for pk, een in eerder.items() if een.komst != Komst.NIET} - gevraagd


def _asked_now(gezin: Gezin) -> set[UUID]:
    genodigden = Genodigde.objects.filter(gezin=gezin, voorbereiding__overleg__isnull=True)
    return {een.betrokkene_id for een in genodigden if een.komt}


def _has_days(gezin: Gezin) -> bool:
    datums = Datumoptie.objects.filter(gezin=gezin, voorbereiding__overleg__isnull=True, is_vervallen=False)
    return datums.exists()


def _propose(gezin: Gezin, momenten: Iterable[Moment]) -> bool:
    """Is any of these new? A moment that is proposed already is proposed once."""
    voorbereiding = _open_voorbereiding(gezin)
    bekend = set(voorbereiding.datums.filter(is_vervallen=False).values_list("dag", "tijd"))
    nieuw = {(een.dag, een.tijd) for een in momenten} - bekend
    Datumoptie.objects.bulk_create(
        Datumoptie(
            gezin=gezin, gemeente_id=gezin.gemeente_id, voorbereiding=voorbereiding, dag=dag, tijd=tijd
        )
        for dag, tijd in nieuw
    )
    return bool(nieuw)


def _check_chair(genodigde: Genodigde, *, door: Wie, peildatum: date) -> None:
    walks = mag(door, Recht.INTAKE_LOPEN, gezin_id=genodigde.gezin_id, peildatum=peildatum).ja
    if not walks and genodigde.betrokkene.gebruiker_id != door.id:
        raise GeenToegang("datums: de stoel van een ander")


def _keep_answers(voorbereiding: Voorbereiding, stoel_id: UUID, kan: Mapping[UUID, bool | None]) -> None:
    datums = voorbereiding.datums.filter(pk__in=kan, is_vervallen=False)
    eerder = {
        een.datum_id: een
        for een in Beschikbaarheid.objects.filter(betrokkene_id=stoel_id, datum__voorbereiding=voorbereiding)
    }
    for datum in datums:
        antwoord = eerder.get(datum.pk) or Beschikbaarheid(
            gezin_id=voorbereiding.gezin_id,
            gemeente_id=voorbereiding.gemeente_id,
            datum=datum,
            betrokkene_id=stoel_id,
        )
        antwoord.kan = kan[datum.pk]
        eerder[datum.pk] = antwoord
    nieuw = [een for een in eerder.values() if een._state.adding]
    Beschikbaarheid.objects.bulk_create(nieuw)
    Beschikbaarheid.objects.bulk_update([een for een in eerder.values() if een not in nieuw], ["kan"])
