"""A question that every page asks, put together once: the same statement each time, with other values.

Django builds a queryset and turns it into SQL anew for every request; on a page with ten questions that
is more work than all the rest. A fixed question does so once for each shape of its arguments, with
stand-ins for the values, and after that only fills the values in. Django reads the rows as ever.
"""

from collections.abc import Callable, Iterator
from copy import copy
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, timedelta
from functools import wraps
from itertools import count
from typing import Any, ParamSpec, TypeVar
from uuid import UUID, uuid4

from django.db import connections
from django.db.models import Model, QuerySet
from django.db.models.query import ModelIterable
from django.db.models.sql.compiler import SQLCompiler

P = ParamSpec("P")
M = TypeVar("M", bound=Model)


class NietVast(Exception):
    """A statement changes with its values in another way than through one parameter for each."""


def fixed(make: Callable[P, QuerySet[M]]) -> Callable[P, list[M]]:
    """Decorate a function that makes a queryset: it now answers with the rows, and makes it once.

    An argument is a UUID, a day, a frozenset for `one_of`, or a dataclass of those. All else, and whether a
    value is None or empty, is part of the shape: each shape has a statement of its own, so keep those few.

    What comes back has neither `values` nor a prefetch.

    :raises NietVast: at the first call, when a value does more than fill a parameter.
    """
    statements: dict[Any, _Statement] = {}

    @wraps(make)
    def ask(*args: P.args, **kwargs: P.kwargs) -> list[M]:
        gegeven = (*args, *kwargs.values())
        vorm = (len(args), *kwargs, *(_shape(een) for een in gegeven))
        if vorm not in statements:
            statements[vorm] = _put_together(make, gegeven, names=tuple(kwargs))
        return statements[vorm].run([waarde for een in gegeven for waarde in _values(een)])

    return ask


@dataclass(frozen=True, slots=True)
class _Statement:
    """What was put together: the text, its parameters, and at which place which value belongs."""

    compiler: SQLCompiler
    queryset: QuerySet[Any]
    sql: str
    params: tuple[Any, ...]
    plekken: tuple[tuple[int, int], ...]

    def run(self, waarden: list[Any]) -> list[Any]:
        params = list(self.params)
        for plek, nummer in self.plekken:
            params[plek] = waarden[nummer]
        compiler, query = copy(self.compiler), copy(self.queryset.query)
        compiler.connection = connections[self.queryset.db]
        compiler.as_sql = lambda *args, **kwargs: (self.sql, tuple(params))  # type: ignore[method-assign]
        query.get_compiler = lambda *args, **kwargs: compiler  # type: ignore[method-assign]
        return list(type(self.queryset)(self.queryset.model, query=query, using=self.queryset.db))


def _put_together(
    make: Callable[..., QuerySet[Any]], gegeven: tuple[Any, ...], *, names: tuple[str, ...]
) -> _Statement:
    """Make it twice, with other stand-ins: what differs between both is a value, and there it belongs."""
    dagen = count(1)
    eerste, tweede = ([_stand_in(een, dagen) for een in gegeven] for _keer in range(2))
    queryset = _make(make, eerste, names)
    compiler = queryset.query.get_compiler(using=queryset.db)
    sql, params = compiler.as_sql()
    sql_2, params_2 = _make(make, tweede, names).query.sql_with_params()
    waarden = [waarde for een in eerste for waarde in _values(een)]
    anders = [plek for plek, een in enumerate(params) if sql != sql_2 or een != params_2[plek]]
    if sql != sql_2 or any(params[plek] not in waarden for plek in anders):
        raise NietVast(f"{make.__qualname__}: een waarde doet meer dan een parameter vullen")
    # It belongs to the thread that put the statement together; who runs it brings its own.
    compiler.connection = None
    return _Statement(
        compiler, queryset, sql, tuple(params), tuple((plek, waarden.index(params[plek])) for plek in anders)
    )


def _make(make: Callable[..., QuerySet[Any]], waarden: list[Any], names: tuple[str, ...]) -> QuerySet[Any]:
    zonder_naam = len(waarden) - len(names)
    queryset = make(*waarden[:zonder_naam], **dict(zip(names, waarden[zonder_naam:], strict=True)))
    options: Any = queryset
    if options._iterable_class is not ModelIterable or options._prefetch_related_lookups:
        raise NietVast(f"{make.__qualname__}: alleen rijen van een model, zonder prefetch")
    return queryset


def _shape(gegeven: Any) -> Any:
    """What of an argument decides on the statement itself."""
    if is_dataclass(gegeven):
        return (type(gegeven), *(_shape(getattr(gegeven, veld.name)) for veld in fields(gegeven)))
    if isinstance(gegeven, frozenset):
        return (frozenset, bool(gegeven))
    return type(gegeven) if isinstance(gegeven, UUID | date) else gegeven


def _values(gegeven: Any) -> list[Any]:
    """What of an argument fills a parameter, in the order of `_shape`."""
    if is_dataclass(gegeven):
        return [waarde for veld in fields(gegeven) for waarde in _values(getattr(gegeven, veld.name))]
    if isinstance(gegeven, frozenset):
        return [list(gegeven)]
    return [gegeven] if isinstance(gegeven, UUID | date) else []


def _stand_in(gegeven: Any, nummers: Iterator[int]) -> Any:
    """The same argument with values that are nobody's."""
    if is_dataclass(gegeven) and not isinstance(gegeven, type):
        anders = {veld.name: _stand_in(getattr(gegeven, veld.name), nummers) for veld in fields(gegeven)}
        return replace(gegeven, **anders)
    if isinstance(gegeven, frozenset):
        return frozenset({uuid4()} if gegeven else ())
    if isinstance(gegeven, UUID):
        return uuid4()
    return date(1900, 1, 1) + timedelta(days=next(nummers)) if isinstance(gegeven, date) else gegeven
