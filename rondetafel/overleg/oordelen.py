"""Can this be written down about a meeting, and would it count? What an RTO must be stands in regels/overleg.py."""

from collections.abc import Collection, Iterable
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.models import Groep
from rondetafel.overleg.gegevens import Gezegd, Moment, Uitkomst, Uitnodiging
from rondetafel.overleg.models import Beschikbaarheid, Datumoptie, Genodigde, Overleg, OverlegSoort
from rondetafel.overleg.models.intake import Instemming, Komst
from rondetafel.overleg.queries import foresee_rto
from rondetafel.regels.datum import format_datum
from rondetafel.regels.intakegesprek import Gesprek, assess_gesprek
from rondetafel.regels.oordeel import Oordeel, Reden, combine
from rondetafel.regels.overleg import EEN_OVERLEG, GEHOUDEN, Verslag, assess_rto, signal_geen_volgende
from rondetafel.regels.uitnodiging import Dagkeuze, Lijst, assess_dag, assess_lijst, require_to_come


def judge_dag(gehouden_op: date, peildatum: date) -> Oordeel:
    """A meeting that still has to come has no outcome yet."""
    if gehouden_op <= peildatum:
        return combine()
    return combine(
        Reden(
            tekst=f"{format_datum(gehouden_op)} is nog niet geweest.",
            bron=GEHOUDEN,
            uitweg="Kies de dag waarop het overleg was.",
        )
    )


def judge_rto(overleg: Overleg, uitkomst: Uitkomst) -> Oordeel:
    """Would this RTO count with this outcome? Another kind of meeting has nothing to count for."""
    if overleg.soort != OverlegSoort.RTO:
        return combine()
    return assess_rto(foresee_rto(overleg, uitkomst))


def judge_volgende(overleg: Overleg) -> Oordeel:
    """Is there a date for the meeting after this one?"""
    assert overleg.gehouden_op
    gepland = Overleg.objects.standing().filter(gezin_id=overleg.gezin_id, gepland_op__gt=overleg.gehouden_op)
    return combine(
        signal_geen_volgende(
            Verslag(
                gehouden_op=overleg.gehouden_op,
                volgende_op=gepland.order_by("gepland_op").values_list("gepland_op", flat=True).first(),
                is_laatste=overleg.soort == OverlegSoort.EINDOVERLEG,
            )
        )
    )


def judge_gesprek(gezegd: Gezegd, peildatum: date) -> Oordeel:
    """Is this note of a talk whole?"""
    return assess_gesprek(
        Gesprek(
            onderwerp=gezegd.onderwerp,
            besproken_op=gezegd.besproken_op,
            met_wie=bool(gezegd.stoel_id or gezegd.wie.strip()),
            tekst=gezegd.tekst,
            voorkeur=gezegd.uitkomst,
        ),
        peildatum,
    )


def judge_lijst(uitnodiging: Uitnodiging, van_het_gezin: Collection[UUID], peildatum: date) -> Oordeel:
    """Was this list made with the family, and is somebody of the family on it?"""
    gevraagd = [pk for pk in van_het_gezin if uitnodiging.komst.get(pk) in (Komst.MAG, Komst.ZEKER)]
    return assess_lijst(
        Lijst(
            gezin_gevraagd=len(gevraagd),
            besloten_door=len(set(uitnodiging.besloten_door) & set(van_het_gezin)),
            besloten_op=uitnodiging.besloten_op,
        ),
        peildatum,
    )


def judge_momenten(momenten: Iterable[Moment], peildatum: date) -> Oordeel:
    """Are these days still to come?"""
    dagen = sorted({een.dag for een in momenten})
    return combine(*(require_to_come(Dagkeuze(dag=dag, zeker=0), peildatum) for dag in dagen))


def judge_bezet(overleg: Overleg) -> Oordeel:
    """What the database refused: a meeting of this kind stands on that moment already."""
    return combine(
        Reden(
            tekst=f"Op {format_datum(overleg.gepland_op)} staat dit overleg al, op dezelfde tijd.",
            bron=EEN_OVERLEG,
            uitweg="Kijk bij de overleggen van dit gezin. Nodig daar iemand erbij uit, of kies een ander moment.",
        )
    )


def judge_dagkeuze(
    datum: Datumoptie,
    genodigden: Iterable[Genodigde],
    antwoorden: Iterable[Beschikbaarheid],
    peildatum: date,
) -> Oordeel:
    """Can the meeting be on this day for who must be there, and for the family?"""
    kan = {een.betrokkene_id: een.kan for een in antwoorden if een.datum_id == datum.pk}
    genodigd = list(genodigden)
    zeker = [een for een in genodigd if een.komst == Komst.ZEKER]
    willen = [een for een in zeker if een.instemming != Instemming.NEE]
    gezin = [een for een in genodigd if een.betrokkene.groep == Groep.GEZIN and een.komst != Komst.NIET]
    return assess_dag(
        Dagkeuze(
            dag=datum.dag,
            zeker=len(zeker),
            gezin=len(gezin),
            gezin_niet=tuple(
                str(een.betrokkene)
                for een in gezin
                if een.instemming == Instemming.NEE or kan.get(een.betrokkene_id) is False
            ),
            kan_niet=tuple(str(een.betrokkene) for een in willen if kan.get(een.betrokkene_id) is False),
            wil_niet=tuple(str(een.betrokkene) for een in zeker if een not in willen),
            zonder_antwoord=tuple(
                str(een.betrokkene) for een in willen if kan.get(een.betrokkene_id) is None
            ),
        ),
        peildatum,
    )
