"""The intake at the kitchen table: what was said, who is asked, and which days they can."""

from collections.abc import Mapping
from datetime import date, time
from uuid import UUID

from rondetafel.gezinnen.models import Betrokkene, Gezin
from rondetafel.overleg.gegevens import Gezegd, Invulling, Moment, Reactie, Uitnodiging
from rondetafel.overleg.models import Datumoptie, Voorbereiding
from rondetafel.overleg.models.intake import Komst
from rondetafel.overleg.operations import answer_datums, record_intake
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.bouw.gezin import regisseur_of
from rondetafel.platform.demo.tijd import on_day
from rondetafel.regels.intake import Onderwerp
from rondetafel.toegang.context import as_person


def talk(decor: Decor, gezin: Gezin, gezegd: Mapping[Onderwerp, str], *, op: date) -> None:
    """Note what was said about these steps, each with a few words or none."""
    _record(
        decor,
        gezin,
        Invulling(
            gezegd=tuple(
                Gezegd(onderwerp=onderwerp, besproken_op=op, tekst=tekst)
                for onderwerp, tekst in gezegd.items()
            )
        ),
        op=op,
    )


def ask_to_come(
    decor: Decor,
    gezin: Gezin,
    komst: Mapping[UUID, Komst],
    dagen: tuple[date, ...],
    *,
    door: Betrokkene,
    op: date,
) -> None:
    """Keep the list that `door` of the family made along, and propose these days in the afternoon."""
    lijst = Uitnodiging(komst=komst, besloten_door=[door.pk], besloten_op=op, gelezen=0)
    momenten = tuple(Moment(dag=dag, tijd=time(15, 30)) for dag in dagen)
    _record(decor, gezin, Invulling(uitnodiging=lijst, momenten=momenten), op=op)


def say_when(decor: Decor, stoel: Betrokkene, kan: tuple[bool, ...], *, op: date) -> None:
    """Write down that somebody wants to come, and on which of the proposed days they can."""
    datums = Datumoptie.objects.filter(gezin=stoel.gezin, is_vervallen=False)
    reactie = Reactie(
        instemming="ja",
        gevraagd_op=op,
        kan={datum.pk: antwoord for datum, antwoord in zip(datums, kan, strict=False)},
    )
    pk = Voorbereiding.objects.values_list("pk", flat=True).get(gezin=stoel.gezin, overleg__isnull=True)
    account = decor.accounts[regisseur_of(decor, stoel.gezin)]
    with on_day(op), as_person(account, peildatum=op) as regisseur:
        answer_datums(pk, stoel_id=stoel.pk, reactie=reactie, door=regisseur, peildatum=op)


def _record(decor: Decor, gezin: Gezin, invulling: Invulling, *, op: date) -> None:
    account = decor.accounts[regisseur_of(decor, gezin)]
    with on_day(op), as_person(account, peildatum=op) as regisseur:
        record_intake(gezin.pk, invulling=invulling, door=regisseur, peildatum=op)
