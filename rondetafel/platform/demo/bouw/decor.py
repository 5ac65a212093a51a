"""What every story stands on: the day, the accounts, the organisations, and numbers for new people."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from rondetafel.gezinsplan.models import Matrixdoel
from rondetafel.organisaties.models import Gebied, Organisatie
from rondetafel.regels.leeftijd import birthday_of
from rondetafel.toegang.mag import Wie
from rondetafel.toegang.models import Gebruiker
from rondetafel.toegang.rollen import Rol

VRIJDAG = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Decor:
    """`peildatum` is the day on which the stories stand; `accounts` are known by their short name."""

    peildatum: date
    accounts: Mapping[str, Gebruiker]
    organisaties: Mapping[str, Organisatie]
    gebieden: Mapping[int, Gebied]
    matrix: Mapping[str, Matrixdoel]
    bsns: Iterator[str]

    def workday(self, *, weken: int = 0, dagen: int = 0) -> date:
        """Return the day so many weeks and days from the peildatum, back to Friday from a weekend."""
        dag = self.peildatum + timedelta(weeks=weken, days=dagen)
        return dag - timedelta(days=max(0, dag.weekday() - VRIJDAG))

    def born(self, leeftijd: int, *, over_dagen: int) -> date:
        """Return a day of birth such that `leeftijd` is reached so many days after the peildatum."""
        verjaardag = self.peildatum + timedelta(days=over_dagen)
        # Whoever would be born on 29 February is born a day later: that day exists every year.
        maand, dag = (
            (3, 1) if (verjaardag.month, verjaardag.day) == (2, 29) else (verjaardag.month, verjaardag.day)
        )
        geboren = date(verjaardag.year - leeftijd, maand, dag)
        assert birthday_of(geboren, leeftijd).year == verjaardag.year
        return geboren

    def wie(self, sleutel: str) -> Wie:
        """Return who acts, as far as the logboek writes it down."""
        account = self.accounts[sleutel]
        return Wie(
            id=account.pk,
            naam=account.naam,
            rol=Rol(account.rol),
            functie=account.functie,
            gemeenten=frozenset(account.gemeenten),
        )
