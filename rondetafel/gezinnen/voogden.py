"""Who can say yes to another regisseur: people of the family, and the chairs of an instelling that is voogd."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from rondetafel.gezinnen.beslissers import people_of
from rondetafel.gezinnen.models import Betrokkene, Maatregel, Persoon
from rondetafel.kern.looptijd import running_on
from rondetafel.regels.maatregel import VOOGDIJSOORTEN
from rondetafel.regels.regie import speakers_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Voogd:
    """The chair of a jeugdbeschermer, for which instelling, and of which child it is voogd."""

    stoel: Betrokkene
    instelling: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Namens:
    """Who can say yes for one family. A voogd whose jeugdbeschermer is not known yet is not here."""

    personen: list[Persoon]
    voogden: list[Voogd]

    def includes(self, *, persoon_id: UUID | None, stoel_id: UUID | None) -> bool:
        return persoon_id in {een.pk for een in self.personen} or stoel_id in {
            een.stoel.pk for een in self.voogden
        }


def speakers_in(gezin_id: UUID, peildatum: date) -> Namens:
    """Who can say yes to another regisseur, still alive on `peildatum`; two queries at most."""
    leden = people_of(gezin_id)
    sprekers = speakers_of(leden.mensen.values(), peildatum)
    personen = [
        een
        for pk, een in leden.personen.items()
        if pk in sprekers.personen and (een.overleden_op is None or een.overleden_op > peildatum)
    ]
    return Namens(
        personen=personen,
        voogden=_voogden_of(sprekers.voogd_over, peildatum) if sprekers.voogd_over else [],
    )


def _voogden_of(kinderen: frozenset[UUID], peildatum: date) -> list[Voogd]:
    maatregelen = Maatregel.objects.filter(
        running_on(peildatum), persoon_id__in=kinderen, soort__in=sorted(VOOGDIJSOORTEN)
    ).exclude(stoel__naam="")
    per_stoel = {
        een.stoel_id: Voogd(stoel=een.stoel, instelling=een.instelling.naam, kind=een.persoon.voornaam)
        for een in maatregelen.select_related("stoel", "instelling", "persoon").order_by("van", "pk")
    }
    return list(per_stoel.values())
