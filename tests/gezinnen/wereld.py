"""One family at home: a child, both parents with an account, and oma whom they may let read along."""

from datetime import date

from rondetafel.gezinnen.gegevens import Deelopgave
from rondetafel.gezinnen.models import Deelvraag, Groep
from rondetafel.gezinnen.operations import answer_deelvraag, ask_deelvraag, invite_betrokkene
from rondetafel.kern.operatie import GeenToegang
from rondetafel.regels.oordeel import Geweigerd
from rondetafel.toegang.context import as_person
from rondetafel.toegang.models import Band
from rondetafel.toegang.rechten import Onderdeel
from tests.factories import BetrokkeneFactory, GezagFactory, PersoonFactory, RegieFactory
from tests.rollen import as_eigenaar

DAG = date(2026, 11, 16)


def do(operatie, *args, als, op=DAG, **kwargs):
    """As a request does: a refusal is answered, so what it wrote about itself stays."""
    refusal = None
    with as_person(als, peildatum=op) as wie:
        try:
            return operatie(*args, **kwargs, door=wie, peildatum=op)
        except (Geweigerd, GeenToegang, Deelvraag.DoesNotExist) as fout:
            refusal = fout
    raise refusal


class Thuis:
    """A child of a given birthday with both parents, and oma whose account opens nothing yet."""

    def __init__(self, geboren=date(2016, 5, 4)):
        self.regie = RegieFactory()
        self.regisseur, self.gezin = self.regie.regisseur, self.regie.gezin
        self.kind = PersoonFactory(gezin=self.gezin, geboortedatum=geboren)
        self.gezag = [GezagFactory(kind=self.kind), GezagFactory(kind=self.kind)]
        self.accounts = {een.pk: self._at_home(een) for een in (self.kind, *self.ouders)}
        self.oma = BetrokkeneFactory(gezin=self.gezin, email="oma@voorbeeld.example")

    @property
    def ouders(self):
        return [een.volwassene for een in self.gezag]

    def _at_home(self, persoon):
        """An account with a chair and the ties that the law gives."""
        stoel = BetrokkeneFactory(
            gezin=self.gezin,
            groep=Groep.GEZIN,
            naam=str(persoon),
            persoon=persoon,
            email=f"{persoon.pk}@voorbeeld.example",
        )
        try:
            do(invite_betrokkene, stoel.pk, als=self.regisseur)
        except Geweigerd:
            return None
        with as_eigenaar():
            stoel.refresh_from_db()
            return stoel.gebruiker

    def ask(self, *delen, op=DAG, als=None):
        opgave = Deelopgave(
            persoon_id=self.kind.pk, onderdelen=frozenset(delen or {Onderdeel.PLAN}), doel="oppassen"
        )
        return do(ask_deelvraag, self.oma.pk, opgave=opgave, als=als or self.regisseur, op=op)

    def answer(self, vraag, persoon, *, is_ja=True, op=DAG):
        return do(answer_deelvraag, vraag.pk, is_ja=is_ja, als=self.accounts[persoon.pk], op=op)

    def open_days(self, vraag):
        with as_eigenaar():
            return [(een.van, een.tot) for een in Band.objects.filter(grond_id=vraag.pk).order_by("van")]
