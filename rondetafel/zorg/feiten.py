"""What does the system know already when help is granted? Gathered once, and never asked again."""

from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef

from rondetafel.gezinnen.models import Gezinsrol, Persoon
from rondetafel.gezinsplan.queries import plan_of
from rondetafel.instroom.models import Triage
from rondetafel.regels.akkoordvraag import EerdereHulp, Plandoelen
from rondetafel.regels.catalogus import catalogue_on
from rondetafel.toegang.mag import Wie
from rondetafel.zorg.models import AkkoordZorg, Brief
from rondetafel.zorg.oordelen import Achtergrond


def background_of(jeugdige: Persoon, wie: Wie, peildatum: date) -> Achtergrond:
    """Gather the facts about a child for the rules about granting; four queries."""
    return Achtergrond(
        jeugdige=jeugdige.voornaam,
        is_jeugdige=jeugdige.rol == Gezinsrol.KIND,
        geboortedatum=jeugdige.geboortedatum,
        eerder=earlier_help(jeugdige.pk),
        doelen=_doelen_of(jeugdige, wie, peildatum),
        motivatie_k3=why_k3(jeugdige.gezin_id, wie, peildatum).get(jeugdige.pk, ""),
    )


def earlier_help(jeugdige_id: UUID) -> tuple[EerdereHulp, ...]:
    """All help of one child so far, the first one first; what an old catalogue does not know is left out."""
    eerste = Brief.objects.filter(akkoord=OuterRef("pk"), verlenging__isnull=True)
    akkoorden = (
        AkkoordZorg.objects.filter(jeugdige_id=jeugdige_id)
        .annotate(is_brief_open=Exists(eerste.filter(rond_op__isnull=True)))
        .order_by("startdatum", "pk")
    )
    return tuple(
        EerdereHulp(
            product_code=code,
            naam=product.naam,
            soort=product.soort,
            van=van,
            tot=tot,
            aanbieder=aanbieder,
            is_gestopt=gestopt_op is not None,
            is_brief_open=is_brief_open,
        )
        for code, van, tot, aanbieder, gestopt_op, is_brief_open in akkoorden.values_list(
            "product_code", "startdatum", "einddatum", "aanbieder__naam", "stop__gestopt_op", "is_brief_open"
        )
        if (product := catalogue_on(van).producten.get(code))
    )


def why_k3(gezin_id: UUID, wie: Wie, peildatum: date) -> dict[UUID, str]:
    """Why K1 and K2 are not enough, by child: as the last triage about that child wrote it down."""
    triages = Triage.objects.visible_to(wie, peildatum).filter(gezin_id=gezin_id).exclude(motivering="")
    redenen = triages.order_by("besloten_op", "created_at").values_list(
        "aanmelding__jeugdige_id", "motivering"
    )
    return {jeugdige_id: reden for jeugdige_id, reden in redenen if jeugdige_id}


def _doelen_of(jeugdige: Persoon, wie: Wie, peildatum: date) -> Plandoelen:
    regels = plan_of(wie, jeugdige.gezin_id, peildatum)
    af = [regel.doel for regel in regels if regel.is_af]
    voor_kind = sum(doel.voor_id == jeugdige.pk for doel in af)
    return Plandoelen(
        voor_kind=voor_kind,
        voor_gezin=len(af) - voor_kind,
        onaf=tuple(regel.doel.specifiek for regel in regels if not regel.is_af),
    )
