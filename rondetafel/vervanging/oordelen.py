"""What do the rules say of this absence? The facts are gathered here, the judging is done in regels."""

from datetime import date

from rondetafel.regels.oordeel import Geweigerd, Oordeel
from rondetafel.regels.vervanging import Vervangingsvraag, assess_vervanging
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol
from rondetafel.vervanging import queries
from rondetafel.vervanging.gegevens import Vervangopgave


def judge_vervanging(
    opgave: Vervangopgave, wie: Gebruiker, vervanger: Gebruiker, *, door: Wie, peildatum: date
) -> Oordeel:
    """Assess who stands in for `wie`, and on which days."""
    collegas = queries.colleagues_of(wie.pk, Rol(wie.rol))
    return assess_vervanging(
        Vervangingsvraag(
            wie=wie.naam,
            vervanger=vervanger.naam,
            is_zelf=wie.pk == vervanger.pk,
            is_collega=collegas.filter(pk=vervanger.pk).exists(),
            van=opgave.van,
            tot=opgave.tot,
            peildatum=peildatum,
            andere=queries.absences_of(wie.pk),
            vervanger_weg=queries.absences_of(vervanger.pk),
            works_elsewhere=queries.works_elsewhere(door, wie.pk),
            verbanden=queries.relations_of(
                vervanger, wie.pk, (opgave.van, opgave.tot), door=door, peildatum=peildatum
            ),
            is_nagegaan=opgave.is_nagegaan,
        )
    )


def refuse_second(
    opgave: Vervangopgave, wie: Gebruiker, vervanger: Gebruiker, *, peildatum: date
) -> Geweigerd:
    """What somebody hears who recorded the same absence at the same moment as another: theirs came first."""
    vraag = Vervangingsvraag(
        wie=wie.naam,
        vervanger=vervanger.naam,
        is_zelf=False,
        is_collega=True,
        van=opgave.van,
        tot=opgave.tot,
        peildatum=peildatum,
        andere=((opgave.van, opgave.tot),),
    )
    return Geweigerd(assess_vervanging(vraag))
