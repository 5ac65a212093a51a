"""What is ticked in the doelenmatrix and how a goal went, to fill a test with."""

from datetime import date
from uuid import uuid4

import factory

from rondetafel.gezinsplan.models import (
    Aantekening,
    Eigenplanstap,
    Evaluatie,
    Gasscore,
    Keuze,
    Meedoener,
    Planantwoord,
    Planversie,
    Tafelwoord,
    Versieactie,
    Versiedoel,
    Weekkleur,
)
from rondetafel.regels.oordeel import as_record, combine
from tests.fabriek import Fabriek


class KeuzeFactory(Fabriek):
    class Meta:
        model = Keuze

    plan = factory.SubFactory("tests.factories.GezinsplanFactory")
    gezin = factory.SelfAttribute("plan.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    matrixdoel = factory.SubFactory("tests.factories.MatrixdoelFactory")
    gekozen_op = date(2026, 1, 12)


class MeedoenerFactory(Fabriek):
    class Meta:
        model = Meedoener

    actie = factory.SubFactory("tests.factories.ActieFactory")
    gezin = factory.SelfAttribute("actie.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    sleutel = factory.SelfAttribute("actie.sleutel")
    stoel = factory.SubFactory("tests.factories.BetrokkeneFactory", gezin=factory.SelfAttribute("..gezin"))


class EvaluatieFactory(Fabriek):
    class Meta:
        model = Evaluatie

    doel = factory.SubFactory("tests.factories.DoelFactory")
    gezin = factory.SelfAttribute("doel.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    sleutel = factory.SelfAttribute("doel.sleutel")
    eigenaar = factory.SelfAttribute("doel.eigenaar")
    door = factory.SubFactory("tests.factories.GebruikerFactory")
    begonnen_op = factory.SelfAttribute("doel.gestart_op")
    geevalueerd_op = date(2026, 10, 1)
    uitgave = 1
    moment = "tussen"
    uitkomst = "deels"
    waarneming = "Het lukt nu drie dagen per week."
    volgende_op = date(2027, 1, 1)
    oordeel = factory.LazyFunction(lambda: as_record(combine()))


class GasscoreFactory(Fabriek):
    class Meta:
        model = Gasscore

    evaluatie = factory.SubFactory(EvaluatieFactory)
    doel = factory.SelfAttribute("evaluatie.doel")
    gezin = factory.SelfAttribute("doel.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    sleutel = factory.SelfAttribute("doel.sleutel")
    kant = "gezin"
    score = -1
    gegeven_op = date(2026, 10, 2)
    door = factory.SubFactory("tests.factories.GebruikerFactory")


class WeekkleurFactory(Fabriek):
    class Meta:
        model = Weekkleur

    voor = factory.SubFactory("tests.factories.PersoonFactory")
    gezin = factory.SelfAttribute("voor.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    stoel = factory.SubFactory(
        "tests.factories.BetrokkeneFactory", gezin=factory.SelfAttribute("..gezin"), groep="gezin"
    )
    door = factory.SubFactory("tests.factories.GebruikerFactory")
    week = date(2026, 11, 16)
    gegeven_op = date(2026, 11, 16)
    kleur = "oranje"
    woord = "Het ging, met hulp van oma."


class EigenplanstapFactory(Fabriek):
    """The family was asked; with `afgezien` it makes none."""

    class Meta:
        model = Eigenplanstap

    gezin = factory.SubFactory("tests.factories.GezinFactory")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    stap = "aangeboden"
    op = date(2026, 11, 9)
    door = factory.SubFactory("tests.factories.GebruikerFactory")
    tekst = "Aan de keukentafel gevraagd."

    class Params:
        afgezien = factory.Trait(stap="afgezien", reden="ouders-willen-niet")


class AantekeningFactory(Fabriek):
    """A note in the dossier of De Linde; with `vervangt` the text that came in its place."""

    class Meta:
        model = Aantekening

    id = factory.LazyFunction(uuid4)
    gezin = factory.SubFactory("tests.factories.GezinFactory")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    organisatie = factory.SubFactory("tests.factories.OrganisatieFactory")
    op = date(2026, 11, 13)
    tekst = "Aan de deur gesproken, rustig gesprek."
    door = factory.SubFactory("tests.factories.GebruikerFactory", rol="aanbieder")
    vervangt = None
    stam = factory.LazyAttribute(lambda een: een.vervangt.stam if een.vervangt else een.id)


class TafelwoordFactory(Fabriek):
    class Meta:
        model = Tafelwoord

    doel = factory.SubFactory("tests.factories.DoelFactory")
    gezin = factory.SelfAttribute("doel.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    sleutel = factory.SelfAttribute("doel.sleutel")
    stoel = factory.SelfAttribute("doel.eigenaar")
    door = factory.SubFactory("tests.factories.GebruikerFactory")
    tekst = "Ik wil het over de ochtenden hebben."
    gezegd_op = date(2026, 11, 16)


class PlanversieFactory(Fabriek):
    """The whole plan, adopted; with `doel` and `aanleiding` of one goal that was evaluated."""

    class Meta:
        model = Planversie

    plan = factory.SubFactory("tests.factories.GezinsplanFactory")
    gezin = factory.SelfAttribute("plan.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    aanleiding = "vastgesteld"
    sleutel = factory.LazyAttribute(lambda een: een.doel.sleutel if een.doel else een.gezin.pk)
    doel = None
    uitgave = 1
    gemaakt_op = date(2026, 9, 1)
    door = factory.SubFactory("tests.factories.GebruikerFactory")

    class Params:
        van_doel = factory.Trait(aanleiding="geevalueerd", plan=factory.SelfAttribute("doel.plan"))


class VersiedoelFactory(Fabriek):
    class Meta:
        model = Versiedoel

    doel = factory.SubFactory("tests.factories.DoelFactory")
    in_versie = factory.SubFactory(PlanversieFactory, plan=factory.SelfAttribute("..doel.plan"))
    gezin = factory.SelfAttribute("doel.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    eigenaar = factory.SelfAttribute("doel.eigenaar")
    sleutel = factory.SelfAttribute("doel.sleutel")
    inhoud = factory.LazyAttribute(
        lambda een: {"letter": "F", "gebied": "School", "matrixdoel": "x", "specifiek": een.doel.specifiek}
    )


class VersieactieFactory(Fabriek):
    class Meta:
        model = Versieactie

    actie = factory.SubFactory("tests.factories.ActieFactory")
    versiedoel = factory.SubFactory(VersiedoelFactory, doel=factory.SelfAttribute("..actie.doel"))
    gezin = factory.SelfAttribute("actie.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    wie = factory.SelfAttribute("actie.wie")
    sleutel = factory.SelfAttribute("actie.sleutel")
    tekst = factory.SelfAttribute("actie.tekst")


class PlanantwoordFactory(Fabriek):
    class Meta:
        model = Planantwoord

    in_versie = factory.SubFactory(PlanversieFactory)
    gezin = factory.SelfAttribute("in_versie.gezin")
    gemeente = factory.SelfAttribute("gezin.gemeente")
    sleutel = factory.SelfAttribute("in_versie.sleutel")
    stoel = factory.SubFactory("tests.factories.BetrokkeneFactory", gezin=factory.SelfAttribute("..gezin"))
    antwoord = "eens"
    woorden = "Fijn zo."
    gegeven_op = date(2026, 9, 1)
    door = factory.SubFactory("tests.factories.GebruikerFactory")
