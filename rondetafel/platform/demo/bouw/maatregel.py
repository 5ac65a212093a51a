"""What a kinderrechter decided, and who carries it out."""

from datetime import date

from rondetafel.gezinnen.gegevens import Jeugdbeschermer, Maatregelopgave
from rondetafel.gezinnen.models import Maatregel, Persoon
from rondetafel.gezinnen.operations import assign_jeugdbeschermer, correct_kenmerk, record_maatregel
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.organisaties import INSTELLING
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.datum import last_day_of
from rondetafel.regels.maatregel import Maatregelsoort
from rondetafel.toegang.context import as_person


def put_under_toezicht(decor: Decor, kind: Persoon, account: str, *, kenmerk: str, op: date) -> Maatregel:
    """Let the regisseur write down an ondertoezichtstelling of a year, with who carries it out."""
    opgave = Maatregelopgave(
        soort=Maatregelsoort.OTS,
        instelling_id=decor.organisaties[INSTELLING].pk,
        van=op,
        tot=last_day_of(op, 12),
        kenmerk=kenmerk,
        jeugdbeschermer=_person(decor, account),
    )
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, kind.gezin)], peildatum=op) as regisseur:
        return record_maatregel(kind.pk, opgave=opgave, door=regisseur, peildatum=op)


def name_voogd(decor: Decor, kind: Persoon, account: str, *, kenmerk: str, op: date) -> None:
    """Let the regisseur write down who carries out the voogdij, and the number of the beschikking."""
    with on_day(op), as_person(decor.accounts[regisseur_of(decor, kind.gezin)], peildatum=op) as regisseur:
        voogdij = Maatregel.objects.get(persoon=kind)
        wie = _person(decor, account)
        voogdij = assign_jeugdbeschermer(voogdij.pk, opgave=wie, door=regisseur, peildatum=op)
        correct_kenmerk(voogdij.pk, gelezen=voogdij.versie, kenmerk=kenmerk, door=regisseur, peildatum=op)


def _person(decor: Decor, account: str) -> Jeugdbeschermer:
    gebruiker = decor.accounts[account]
    assert gebruiker.email
    return Jeugdbeschermer(naam=gebruiker.naam, email=gebruiker.email)
