"""Lots: who somebody is, with which ties and for whom they stand in, drawn at random. Worlds are made of them."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from hypothesis import strategies as st

from rondetafel.toegang.rechten import Onderdeel
from rondetafel.toegang.rollen import Hoedanigheid, Rol
from tests.factories import HEERLEN, LANDGRAAF, VOERENDAAL

DAG = date(2026, 11, 16)
GEMEENTEN = (HEERLEN, LANDGRAAF, VOERENDAAL)

# A tie as numbers: which family, about whom, as what, from which day, how long, and which parts.
Getallen = tuple[int, int, Hoedanigheid, int, int | None, frozenset[str], timedelta]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """What is drawn: who it is and on which day. Ties are numbers until they are hung on a family.

    `vervangingen`: for whom this person stands in, by the tie of that colleague, the first day and how long.
    """

    rol: Rol
    gemeenten: frozenset[int]
    is_active: bool
    peildatum: date
    banden: list[Getallen]
    vervangingen: list[tuple[Getallen, int, int]] = field(default_factory=list)


_banden = st.tuples(
    st.integers(0, len(GEMEENTEN) - 1),
    st.integers(0, 2),
    st.sampled_from(Hoedanigheid),
    st.integers(-3, 3),
    st.none() | st.integers(-1, 3),
    st.frozensets(st.sampled_from([str(deel) for deel in Onderdeel]), max_size=3),
    # How long the noodknop is still open, or has been shut: the one tie that ends within a day.
    st.sampled_from([timedelta(hours=-1), timedelta(minutes=-1), timedelta(minutes=1), timedelta(hours=4)]),
)
loten = st.builds(
    Lot,
    rol=st.sampled_from(Rol),
    gemeenten=st.frozensets(st.sampled_from(GEMEENTEN)),
    is_active=st.sampled_from([True, True, True, False]),
    peildatum=st.integers(-3, 3).map(lambda dagen: DAG + timedelta(days=dagen)),
    banden=st.lists(_banden, max_size=5),
    vervangingen=st.lists(st.tuples(_banden, st.integers(-3, 3), st.integers(0, 3)), max_size=2),
)
