"""What is kept at the door: sessions, counters, codes of letters. Import them from tests/factories.py."""

from datetime import UTC, datetime

import factory

from rondetafel.toegang.models import Briefcode, Drempel, Sessie
from tests.fabriek import Fabriek


class SessieFactory(Fabriek):
    class Meta:
        model = Sessie

    session_key = factory.Sequence(lambda n: f"sleutel{n}")
    gebruiker = factory.SubFactory("tests.factories.GebruikerFactory")
    apparaat = "Firefox op Windows"
    expire_date = datetime(2027, 1, 1, tzinfo=UTC)


class DrempelFactory(Fabriek):
    class Meta:
        model = Drempel

    sleutel = factory.Sequence(str)
    laatste_at = datetime(2026, 11, 16, tzinfo=UTC)


class BriefcodeFactory(Fabriek):
    class Meta:
        model = Briefcode

    gebruiker = factory.SubFactory("tests.factories.GebruikerFactory", email=None)
    code_hash = factory.Sequence(str)
    vervalt_at = datetime(2026, 11, 30, tzinfo=UTC)
