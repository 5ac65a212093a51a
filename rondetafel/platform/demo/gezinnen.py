"""The twelve families in the order in which they get their numbers: gezin 1 is the family of Noor."""

from collections.abc import Callable

from rondetafel.gezinnen.models import Gezin
from rondetafel.platform.demo.bouw.decor import Decor
from rondetafel.platform.demo.verhalen import (
    alleen_ggz,
    arabisch,
    baby,
    bijna_twaalf,
    bijna_zestien,
    drie_aanbieders,
    geheim_adres,
    gescheiden,
    goed_gestopt,
    instroom,
    ouders_apart,
    voogdij,
)

VERHALEN: tuple[Callable[[Decor], Gezin], ...] = (
    ouders_apart.tell,
    geheim_adres.tell,
    gescheiden.tell,
    voogdij.tell,
    bijna_zestien.tell,
    baby.tell,
    drie_aanbieders.tell,
    alleen_ggz.tell,
    arabisch.tell,
    bijna_twaalf.tell,
    goed_gestopt.tell,
    instroom.tell,
)


def load_families(decor: Decor) -> list[Gezin]:
    """Tell every story; the families come back in the order of their numbers."""
    return [tell(decor) for tell in VERHALEN]
