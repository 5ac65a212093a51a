"""Two records turn out to be one human being: merged, and taken apart again."""

from datetime import date
from uuid import UUID

from rondetafel.gezinnen.gegevens import Samenvoegopgave
from rondetafel.gezinnen.hertekenen import redraw_banden, shorten_maatregelen
from rondetafel.gezinnen.models import Betrokkene, Burgerservicenummer, Persoon, Samenvoeging
from rondetafel.gezinnen.samenvoegen import judge_clash, judge_samenvoegen, taken_from
from rondetafel.gezinnen.verjaardagen import redraw_verjaardagen
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import Botsing, save_version
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Onderdeel, Recht


@operatie
def merge_personen(blijft_pk: UUID, *, opgave: Samenvoegopgave, door: Wie, peildatum: date) -> Samenvoeging:
    """Let another record of the same family go into this one; what refers to it moves along.

    :raises Botsing: when somebody changed one of both meanwhile.
    :raises Geweigerd: with every reason why these cannot be one.
    """
    blijft, weg = _lock_both(blijft_pk, opgave.weg_id, door, peildatum)
    for een, gelezen in ((blijft, opgave.gelezen), (weg, opgave.gelezen_weg)):
        if een.versie != gelezen:
            raise Botsing(een)
    judge_samenvoegen(blijft, weg, door, peildatum).enforce()
    samenvoeging = Samenvoeging.objects.create(
        gezin_id=blijft.gezin_id,
        gemeente_id=blijft.gemeente_id,
        weg=weg,
        blijft=blijft,
        velden=taken_from(blijft, weg, opgave.neemt),
        zekerheid=opgave.zekerheid,
        samengevoegd_op=peildatum,
        door_id=door.id,
    )
    samenvoeging.refresh_from_db(fields=["verplaatst", "bleef", "stoel"])
    judge_clash(samenvoeging).enforce()
    _follow(blijft, weg, peildatum)
    logboek.record(
        Gebeurtenis.PERSOON_SAMENGEVOEGD,
        samenvoeging,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        raakt=(blijft, weg),
        velden=samenvoeging.velden,
        zekerheid=samenvoeging.zekerheid,
        plekken=len(samenvoeging.verplaatst),
    )
    return samenvoeging


@operatie
def restore_personen(pk: UUID, *, door: Wie, peildatum: date) -> Samenvoeging:
    """Take apart what was no one person after all: what was moved goes back, as far as it still stands there.

    :raises Samenvoeging.DoesNotExist: when it was taken apart already.
    """
    rijen = Samenvoeging.objects.visible_to(door, peildatum).standing()
    samenvoeging = rijen.select_for_update().get(pk=pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=samenvoeging.gezin_id, peildatum=peildatum)
    samenvoeging.teruggedraaid_op, samenvoeging.teruggedraaid_door_id = peildatum, door.id
    save_version(
        samenvoeging, gelezen=samenvoeging.versie, velden=["teruggedraaid_op", "teruggedraaid_door_id"]
    )
    beide = Persoon.objects.in_bulk([samenvoeging.blijft_id, samenvoeging.weg_id])
    _follow(beide[samenvoeging.blijft_id], beide[samenvoeging.weg_id], peildatum)
    logboek.record(
        Gebeurtenis.SAMENVOEGING_TERUGGEDRAAID,
        samenvoeging,
        door=door,
        onderdeel=Onderdeel.GEZIN,
        raakt=beide.values(),
    )
    return samenvoeging


def _lock_both(blijft_pk: UUID, weg_pk: UUID, door: Wie, peildatum: date) -> tuple[Persoon, Persoon]:
    """Both of one family; in one order, so that two who merge wait for each other."""
    blijft = Persoon.objects.visible_to(door, peildatum).get(pk=blijft_pk)
    require(door, Recht.TAFEL_DEKKEN, gezin_id=blijft.gezin_id, peildatum=peildatum)
    zelfde = Persoon.objects.visible_to(door, peildatum).filter(gezin_id=blijft.gezin_id)
    beide = {
        een.pk: een for een in zelfde.filter(pk__in=(blijft_pk, weg_pk)).order_by("pk").select_for_update()
    }
    if weg_pk not in beide or weg_pk == blijft_pk:
        raise Persoon.DoesNotExist
    return beide[blijft_pk], beide[weg_pk]


def _follow(blijft: Persoon, weg: Persoon, peildatum: date) -> None:
    """Let names, measures, ties and duties be what both records say now."""
    blijft.refresh_from_db()
    if blijft.geen_bsn and Burgerservicenummer.objects.filter(persoon=blijft).exists():
        blijft.geen_bsn = ""
        save_version(blijft, gelezen=blijft.versie, velden=["geen_bsn"])
    for stoel in Betrokkene.objects.filter(persoon=blijft).exclude(naam=str(blijft)):
        stoel.naam = str(blijft)
        save_version(stoel, gelezen=stoel.versie, velden=["naam"])
    shorten_maatregelen(blijft)
    redraw_banden(blijft.gezin_id, peildatum=peildatum)
    for een in (blijft, weg):
        redraw_verjaardagen(een, peildatum=peildatum)
