"""What lay at the door goes at night, and what is still needed stays."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from rondetafel.toegang.context import as_role
from rondetafel.toegang.models import Drempel, Sessie
from rondetafel.toegang.tasks import clear_door
from tests.factories import DrempelFactory, SessieFactory
from tests.rollen import as_eigenaar

pytestmark = pytest.mark.django_db
NU = datetime(2026, 11, 16, 4, 20, tzinfo=UTC)
DAG = timedelta(days=1)


@time_machine.travel(NU)
def test_ended_sessions_and_old_guesses_go_and_others_stay():
    SessieFactory(expire_date=NU - timedelta(seconds=1))
    lopend = SessieFactory(expire_date=NU + timedelta(minutes=1))
    DrempelFactory(laatste_at=NU - DAG - timedelta(seconds=1))
    recent = DrempelFactory(laatste_at=NU - DAG + timedelta(seconds=1))

    with as_role("systeem"):
        clear_door(int(NU.timestamp()))

    with as_eigenaar():
        assert [een.pk for een in Sessie.objects.all()] == [lopend.pk]
        assert [een.pk for een in Drempel.objects.all()] == [recent.pk]
