"""What the tests of this room do and look at: one day, one moment, and an operation as a request does it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.core.exceptions import ObjectDoesNotExist

from rondetafel.instroom.models import Aanmelding
from rondetafel.kern.models import Logregel, Termijn
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)
NU = datetime(2026, 11, 16, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))


def do(operatie, *args, als, peildatum=DAG, **kwargs):
    """As a request does: a refusal is answered, so what it wrote about itself stays."""
    refusal = None
    with as_person(als, peildatum=peildatum) as wie:
        try:
            return operatie(*args, **kwargs, door=wie, peildatum=peildatum)
        except (Geweigerd, GeenToegang, ObjectDoesNotExist) as fout:
            refusal = fout
    raise refusal


def events(betreft_id=None):
    with as_eigenaar():
        regels = Logregel.objects.filter(betreft_id=betreft_id) if betreft_id else Logregel.objects.all()
        return list(regels.order_by("at").values_list("gebeurtenis", flat=True))


def running(betreft_id):
    with as_eigenaar():
        return dict(
            Termijn.objects.running().filter(betreft_id=betreft_id).values_list("regel", "vervalt_op")
        )


def fresh(aanmelding):
    with as_eigenaar():
        return Aanmelding.objects.get(pk=aanmelding.pk)
