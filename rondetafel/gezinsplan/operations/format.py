"""The doelenmatrix: a new version is written, and taken into use for the plans that begin from then on."""

from datetime import date
from uuid import UUID

from rondetafel.gezinsplan.models import Formatversie, Matrixdoel, Resultaatgebied
from rondetafel.kern import logboek
from rondetafel.kern.gebeurtenissen import Gebeurtenis
from rondetafel.kern.operatie import operatie
from rondetafel.kern.versie import save_version
from rondetafel.regels.doelenmatrix import assess_matrix, read_matrix, require_ingang
from rondetafel.regels.oordeel import combine
from rondetafel.toegang.mag import Wie, require
from rondetafel.toegang.rechten import Recht

VELDEN = ("naam", "toelichting", "is_voorbeeld", "schaal", "tekst")


@operatie
def add_formatversie(*, waarden: dict[str, object], door: Wie, peildatum: date) -> Formatversie:
    """Begin a new version of the format; nobody uses it yet.

    :raises IntegrityError: when there is a version of this name.
    """
    require(door, Recht.FORMAT_BEHEREN, peildatum=peildatum)
    versie = Formatversie.objects.create(**{veld: waarden[veld] for veld in VELDEN})
    logboek.record(Gebeurtenis.FORMAT_TOEGEVOEGD, versie, door=door, naam=versie.naam)
    return versie


@operatie
def correct_formatversie(
    pk: UUID, *, gelezen: int, waarden: dict[str, object], door: Wie, peildatum: date
) -> Formatversie:
    """Change a version that is not in use yet; what is in use never changes.

    :raises Formatversie.DoesNotExist: when it is in use.
    :raises Botsing: when it was changed after version `gelezen`.
    """
    require(door, Recht.FORMAT_BEHEREN, peildatum=peildatum)
    versie = Formatversie.objects.get(pk=pk, geldig_vanaf__isnull=True)
    for veld in VELDEN:
        setattr(versie, veld, waarden[veld])
    save_version(versie, gelezen=gelezen, velden=VELDEN)
    logboek.record(Gebeurtenis.FORMAT_GEWIJZIGD, versie, door=door, naam=versie.naam)
    return versie


@operatie
def start_formatversie(pk: UUID, *, gelezen: int, vanaf: date, door: Wie, peildatum: date) -> Formatversie:
    """Take a version into use from a day on: its areas and goals are fixed now.

    :raises Geweigerd: with every line that cannot be read, or when the day is over.
    :raises Botsing: when it was changed after version `gelezen`.
    """
    require(door, Recht.FORMAT_BEHEREN, peildatum=peildatum)
    versie = Formatversie.objects.get(pk=pk, geldig_vanaf__isnull=True)
    matrix = read_matrix(versie.tekst)
    combine(*assess_matrix(matrix).redenen, require_ingang(vanaf, peildatum)).enforce()
    for gebied in matrix.gebieden:
        rij = Resultaatgebied.objects.create(formatversie=versie, letter=gebied.letter, naam=gebied.naam)
        Matrixdoel.objects.bulk_create(
            Matrixdoel(gebied=rij, nummer=nummer, tekst=tekst)
            for nummer, tekst in enumerate(gebied.doelen, 1)
        )
    versie.geldig_vanaf = vanaf
    save_version(versie, gelezen=gelezen, velden=["geldig_vanaf"])
    logboek.record(Gebeurtenis.FORMAT_GESTART, versie, door=door, naam=versie.naam, vanaf=vanaf)
    return versie
