"""How a week goes and what the family wants to say: given, answered, taken back."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Gezin
from rondetafel.gezinnen.queries import people_at
from rondetafel.gezinsplan.models import Doel, Tafelwoord, Weekkleur
from rondetafel.gezinsplan.plichten_week import WEEKKLEUR
from rondetafel.gezinsplan.post import warn_regisseur
from rondetafel.gezinsplan.queries.week import as_kleurgever, own_stoel
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import GeenToegang, operatie
from rondetafel.kern.plichten import settle
from rondetafel.kern.versie import save_version
from rondetafel.regels.week import Kleur, asks_for_contact, assess_contact, assess_kleurgever, week_of
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def record_kleur(
    gezin_id: UUID, *, voor_id: UUID | None, kleur: Kleur, woord: str, door: Wie, peildatum: date
) -> Weekkleur:
    """Keep how this week goes for one member of the family, or for the parents together; red warns the regisseur.

    :raises Geweigerd: when somebody else gives this colour.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    sleutel = voor_id or gezin.pk
    require(door, Recht.ACTIE_AFVINKEN, gezin_id=gezin.pk, sleutel=sleutel, peildatum=peildatum)
    betrokkenen = people_at(gezin.pk, door, peildatum)
    stoel = own_stoel(betrokkenen, door)
    assess_kleurgever(
        as_kleurgever(betrokkenen, voor_id, wie=door, gezin_id=gezin.pk, peildatum=peildatum)
    ).enforce()
    if stoel is None:
        raise GeenToegang("geen stoel aan deze tafel")
    gegeven = Weekkleur.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        voor_id=voor_id,
        stoel=stoel,
        door_id=door.id,
        week=week_of(peildatum),
        gegeven_op=peildatum,
        kleur=kleur.value,
        woord=woord,
    )
    if asks_for_contact(kleur) and settle(WEEKKLEUR, gegeven.pk, peildatum=peildatum):
        warn_regisseur(gezin.pk, peildatum)
    logboek.record(Gebeurtenis.KLEUR_GEGEVEN, gegeven, door=door, onderdeel=Onderdeel.PLAN, week=gegeven.week)
    return gegeven


@operatie
def record_contact(pk: UUID, *, contact_op: date, hoe: str, door: Wie, peildatum: date) -> Weekkleur:
    """Write down that there was contact after red; it answers every red of the same person until then.

    :raises Weekkleur.DoesNotExist: when this red was answered already.
    :raises Geweigerd: when the contact was before this red, or is still to come.
    """
    rood = Weekkleur.objects.visible_to(door, peildatum).asking().get(pk=pk)
    require(door, Recht.PLAN_BEWERKEN, gezin_id=rood.gezin_id, sleutel=rood.sleutel, peildatum=peildatum)
    assess_contact(rood.gegeven_op, contact_op, peildatum).enforce()
    asking = Weekkleur.objects.asking().filter(gezin_id=rood.gezin_id, sleutel=rood.sleutel)
    vragen = list(asking.order_by("created_at", "pk"))
    for een in vragen:
        if een.gegeven_op <= contact_op:
            een.contact_op, een.contact_door_id, een.contact_hoe = contact_op, door.id, hoe
            save_version(een, gelezen=een.versie, velden=["contact_op", "contact_door_id", "contact_hoe"])
    for een in vragen:
        settle(WEEKKLEUR, een.pk, peildatum=peildatum)
    logboek.record(
        Gebeurtenis.CONTACT_NA_ROOD, rood, door=door, onderdeel=Onderdeel.PLAN, contact_op=contact_op
    )
    return rood


@operatie
def add_woord(
    gezin_id: UUID, *, doel_id: UUID | None, sleutel: UUID, tekst: str, door: Wie, peildatum: date
) -> Tafelwoord:
    """Say something to the table: about a goal, or else about `sleutel`, the own person or the family.

    :raises GeenToegang: for who has no chair of the family, or speaks about another person.
    """
    gezin = Gezin.objects.visible_to(door, peildatum).get(pk=gezin_id)
    stoel = own_stoel(people_at(gezin.pk, door, peildatum), door)
    if stoel is None or sleutel not in (gezin.pk, stoel.persoon_id):
        raise GeenToegang("geen woord van het gezin zelf")
    doel = None
    if doel_id:
        doel = Doel.objects.visible_to(door, peildatum).get(pk=doel_id, gezin_id=gezin.pk)
        sleutel = doel.voor_id or gezin.pk
    require(door, Recht.ACTIE_AFVINKEN, gezin_id=gezin.pk, sleutel=sleutel, peildatum=peildatum)
    woord = Tafelwoord.objects.create(
        gezin=gezin,
        gemeente_id=gezin.gemeente_id,
        sleutel=sleutel,
        stoel=stoel,
        door_id=door.id,
        doel=doel,
        tekst=tekst,
        gezegd_op=peildatum,
    )
    logboek.record(Gebeurtenis.WOORD_GEZEGD, woord, door=door, onderdeel=Onderdeel.PLAN)
    return woord


@operatie
def withdraw_woord(pk: UUID, *, door: Wie, peildatum: date) -> Tafelwoord:
    """Take back what one said; the words are gone, also for who read them before.

    :raises Tafelwoord.DoesNotExist: when it is another's, or was taken back already.
    """
    eigen = Tafelwoord.objects.visible_to(door, peildatum).standing().filter(door_id=door.id)
    woord = eigen.get(pk=pk)
    require(door, Recht.ACTIE_AFVINKEN, gezin_id=woord.gezin_id, sleutel=woord.sleutel, peildatum=peildatum)
    woord.tekst, woord.ingetrokken_op = "", peildatum
    save_version(woord, gelezen=woord.versie, velden=["tekst", "ingetrokken_op"])
    logboek.record(Gebeurtenis.WOORD_TERUGGENOMEN, woord, door=door, onderdeel=Onderdeel.PLAN)
    return woord
