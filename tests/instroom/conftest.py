"""Who work on an aanmelding."""

import pytest

from rondetafel.toegang.rollen import Rol
from tests.factories import GebruikerFactory, GemeenteFactory


@pytest.fixture
def verwijzer():
    GemeenteFactory()
    return GebruikerFactory(rol=Rol.VERWIJZER)


@pytest.fixture
def backoffice():
    return GebruikerFactory(rol=Rol.BACKOFFICE)


@pytest.fixture
def kernteam():
    return GebruikerFactory(rol=Rol.KERNTEAM)
