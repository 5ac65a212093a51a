"""How is anything changed? Every operation is one transaction, recorded whether it succeeds or is refused."""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction

from rondetafel.kern import logboek
from rondetafel.kern.vertrouwelijk import part_of_room
from rondetafel.regels.oordeel import Geweigerd

P = ParamSpec("P")
T = TypeVar("T")


class GeenToegang(Exception):
    """Someone asked for what their rights do not give. Shown as if the thing did not exist."""


def operatie(functie: Callable[P, T]) -> Callable[P, T]:
    """Run `functie` in a transaction of its own; write a logregel when it refuses, and let the refusal pass on.

    The deed itself is recorded inside the operation, so that deed and line stand or fall together. A
    refusal undoes the deed first and is then written in the surrounding transaction.
    """

    @wraps(functie)
    def run(*args: Any, **kwargs: Any) -> T:
        try:
            with transaction.atomic():
                return functie(*args, **kwargs)
        except (Geweigerd, GeenToegang, ObjectDoesNotExist) as fout:
            with transaction.atomic():
                logboek.record_refusal(
                    functie.__name__,
                    _reasons(fout),
                    door=kwargs["door"],
                    betreft_id=next((arg for arg in args if isinstance(arg, UUID)), None),
                    onderdeel=part_of_room(functie.__module__.split(".")[1]),
                )
            raise

    return run


def _reasons(fout: Exception) -> list[str]:
    if isinstance(fout, Geweigerd):
        return [f"{reden.bron.document}: {reden.bron.plek}" for reden in fout.oordeel.redenen]
    return [type(fout).__name__]
