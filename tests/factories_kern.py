"""What kern keeps of every room: duties, lines of the logboek, mail. Import them from tests/factories.py."""

from datetime import UTC, date, datetime
from uuid import uuid4

import factory

from rondetafel.kern.gebeurtenissen import ACTIES, Gebeurtenis
from rondetafel.kern.models import Logregel, Post, Termijn, TeVerzegelen, Zegel
from rondetafel.toegang.rollen import Rol
from tests.fabriek import Fabriek


class TermijnFactory(Fabriek):
    class Meta:
        model = Termijn

    class Params:
        gezin = factory.SubFactory("tests.factories.GezinFactory")

    regel = "evaluatie"
    rol = Rol.REGISSEUR
    gezin_id = factory.SelfAttribute("gezin.pk")
    gemeente_id = factory.SelfAttribute("gezin.gemeente_id")
    betreft = "gezinnen.Gezin"
    betreft_id = factory.SelfAttribute("gezin.pk")
    vanaf = date(2026, 8, 30)
    vervalt_op = date(2026, 11, 30)
    waarschuw_vanaf = date(2026, 11, 16)
    bron_document = "halfjaarrapportage-2020-2"
    bron_plek = "5.3 Kwaliteitsprestaties"
    sluiting = factory.LazyAttribute(lambda termijn: "gedaan" if termijn.gesloten_op else "")
    gesloten_op = None


class LogregelFactory(Fabriek):
    class Meta:
        model = Logregel

    naam = "Ilse Bakker"
    rol = Rol.REGISSEUR
    gebeurtenis = Gebeurtenis.BEKEKEN
    actie = factory.LazyAttribute(lambda regel: ACTIES[regel.gebeurtenis])


class TeVerzegelenFactory(Fabriek):
    class Meta:
        model = TeVerzegelen

    regel_id = factory.LazyFunction(uuid4)


class ZegelFactory(Fabriek):
    class Meta:
        model = Zegel

    nummer = factory.Sequence(lambda n: n + 1)
    gemaakt_at = datetime(2026, 11, 16, 9, 30, tzinfo=UTC)
    aantal = 0
    regels = b""
    vorige = ""
    hash = factory.Sequence(lambda n: f"{n:064x}")


class PostFactory(Fabriek):
    class Meta:
        model = Post

    aan = "ouder@voorbeeld.example"
    onderwerp = "Er staat iets klaar"
    tekst = "Open Rondetafel om het te lezen."
