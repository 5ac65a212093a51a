"""How do two people edit the same thing without losing a text? Save only what was not changed meanwhile."""

from collections.abc import Iterable
from typing import TypeVar

from rondetafel.kern.models import Record

R = TypeVar("R", bound=Record)


class Botsing(Exception):
    """Someone else saved first. `huidig` is the row as it stands now; nothing was overwritten."""

    def __init__(self, huidig: Record) -> None:
        super().__init__(f"{huidig._meta.label} versie {huidig.versie}")
        self.huidig = huidig


def save_version(object_: R, *, gelezen: int, velden: Iterable[str]) -> R:
    """Save `velden` of `object_` if its version is still `gelezen`, and raise the version by one.

    :raises Botsing: when another edit came first.
    """
    manager = type(object_)._default_manager
    waarden = {veld: getattr(object_, veld) for veld in velden}
    if not manager.filter(pk=object_.pk, versie=gelezen).update(versie=gelezen + 1, **waarden):
        raise Botsing(manager.get(pk=object_.pk))
    object_.versie = gelezen + 1
    return object_
