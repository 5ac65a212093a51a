"""Is the logboek still what it was? Lines are sealed in batches into a chain of hashes.

Writers never wait for a seal: with each line its key is put on a list (`TeVerzegelen`), and the worker
takes what is on it. Who alters, removes or slips in a line must then also alter every later seal, and the
newest one is written down elsewhere. Why it is done like this: ADR 0024.
"""

import json
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import Enum
from hashlib import sha256
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Sum

from rondetafel.kern.models import Logregel, TeVerzegelen, Zegel

logger = logging.getLogger(__name__)

# Enough for a minute of a region, and little enough to hold in memory.
PER_ZEGEL = 10_000
# Two sealers at once would make one number twice; the second waits.
SLOT = 716_254
# Which fields, in this order, a hash is taken of. Another list is another chain.
VELDEN = tuple(veld.attname for veld in Logregel._meta.concrete_fields if not veld.generated)
SLEUTEL, MERK = 16, 8
# A line says when it was written; what comes in a seal much later was not written then.
SPELING = timedelta(minutes=15)


class Soort(Enum):
    """What can be wrong with a line or a seal."""

    VERANDERD = "regel veranderd"
    VERDWENEN = "regel verdwenen"
    ZONDER_ZEGEL = "regel staat in geen enkel zegel"
    ACHTERAF = "regel achteraf toegevoegd"
    ZEGEL_VERANDERD = "zegel veranderd"
    ZEGEL_VERDWENEN = "zegel verdwenen"
    ANDERE_KOP = "zegel is niet dat van het bewaarde merk"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bevinding:
    """One thing that is not as it was: what, in which seal, and which line."""

    soort: Soort
    zegel: int | None
    regel_id: UUID | None = None

    def __str__(self) -> str:
        waar = f"zegel {self.zegel}" if self.zegel else "niet verzegeld"
        return f"{self.soort.value}: {self.regel_id or ''} ({waar})".replace(":  (", " (")


def digest_of(regel: Logregel) -> bytes:
    """Return the hash of everything that stands in a line; the same on any server, in any order of writing."""
    waarden = [_plain(getattr(regel, veld)) for veld in VELDEN]
    return sha256(json.dumps(waarden, sort_keys=True, ensure_ascii=False).encode()).digest()


def seal_lines(*, moment: datetime, per_zegel: int = PER_ZEGEL) -> int:
    """Seal what is not sealed yet, a transaction for each seal; returns how many lines.

    :raises DatabaseError: unless run as the worker or the owner.
    """
    verzegeld = 0
    while aantal := _seal_batch(moment, per_zegel):
        verzegeld += aantal
    return verzegeld


def check_logboek(*, kop: tuple[int, str] | None = None) -> list[Bevinding]:
    """Go along the chain and all lines and return everything that is not as it was.

    `kop` is number and hash of a seal that was written down elsewhere: without it nobody can see that
    the newest seals and their lines have disappeared together.
    """
    bevindingen = list(_check_chain())
    if kop and not Zegel.objects.filter(nummer=kop[0], hash=kop[1]).exists():
        bevindingen.append(Bevinding(soort=Soort.ANDERE_KOP, zegel=kop[0]))
    if bevindingen or not _counts_agree():
        bevindingen.extend(_outside_the_chain())
    return bevindingen


def newest_seal() -> Zegel | None:
    """The end of the chain: what to write down elsewhere."""
    return Zegel.objects.order_by("-nummer").first()


def _seal_batch(moment: datetime, per_zegel: int) -> int:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_xact_lock(%s)", [SLOT])
        regels = list(Logregel.objects.raw("select * from neem_te_verzegelen(%s)", [per_zegel]))
        if not regels:
            return 0
        laatste = newest_seal()
        zegel = Zegel(
            nummer=laatste.nummer + 1 if laatste else 1,
            gemaakt_at=moment,
            aantal=len(regels),
            vorige=laatste.hash if laatste else "",
        )
        merken = {regel.pk: digest_of(regel) for regel in regels}
        zegel.regels = b"".join(pk.bytes + merk[:MERK] for pk, merk in merken.items())
        zegel.hash = _hash_of(zegel, merken.values())
        zegel.save(force_insert=True)
    # The technical log is kept elsewhere: there the end of the chain is out of reach of this database.
    logger.warning("logboek verzegeld tot %s:%s", zegel.nummer, zegel.hash)
    return zegel.aantal


def _hash_of(zegel: Zegel, merken: Iterable[bytes]) -> str:
    kop = f"{zegel.nummer}|{zegel.gemaakt_at.astimezone(UTC).isoformat()}|{zegel.aantal}|{zegel.vorige}"
    return sha256(b"".join([kop.encode(), bytes(zegel.regels), *merken])).hexdigest()


def _check_chain() -> Iterator[Bevinding]:
    nummer, vorige = 0, ""
    grens: datetime | None = None
    ronde: datetime | None = None
    for zegel in Zegel.objects.order_by("nummer").iterator(chunk_size=100):
        yield from (
            Bevinding(soort=Soort.ZEGEL_VERDWENEN, zegel=weg) for weg in range(nummer + 1, zegel.nummer)
        )
        if ronde is not None and zegel.gemaakt_at > ronde:
            grens = ronde - SPELING
        yield from _check_seal(zegel, grens)
        if zegel.nummer == nummer + 1 and zegel.vorige != vorige:
            yield Bevinding(soort=Soort.ZEGEL_VERANDERD, zegel=nummer)
        nummer, vorige, ronde = zegel.nummer, zegel.hash, zegel.gemaakt_at


def _check_seal(zegel: Zegel, grens: datetime | None) -> Iterator[Bevinding]:
    """Lay the lines beside the seal. `grens`: the lines of this seal were written after it."""
    merken = _marks_in(zegel)
    regels = {regel.pk: regel for regel in Logregel.objects.filter(pk__one_of=list(merken))}
    gevonden = {pk: digest_of(regel) for pk, regel in regels.items()}
    fout = [
        *(
            Bevinding(soort=Soort.VERDWENEN, zegel=zegel.nummer, regel_id=pk)
            for pk in merken.keys() - gevonden
        ),
        *(
            Bevinding(soort=Soort.VERANDERD, zegel=zegel.nummer, regel_id=pk)
            for pk, merk in gevonden.items()
            if merk[:MERK] != merken[pk]
        ),
    ]
    yield from fout
    if not fout and _hash_of(zegel, (gevonden[pk] for pk in merken)) != zegel.hash:
        yield Bevinding(soort=Soort.ZEGEL_VERANDERD, zegel=zegel.nummer)
    yield from (
        Bevinding(soort=Soort.ACHTERAF, zegel=zegel.nummer, regel_id=pk)
        for pk, regel in regels.items()
        if grens and regel.at < grens
    )


def _marks_in(zegel: Zegel) -> dict[UUID, bytes]:
    """The keys of the lines in a seal with the begin of their hash, in the order of sealing."""
    alles = bytes(zegel.regels)
    stukken = (alles[begin : begin + SLEUTEL + MERK] for begin in range(0, len(alles), SLEUTEL + MERK))
    return {UUID(bytes=stuk[:SLEUTEL]): stuk[SLEUTEL:] for stuk in stukken if len(stuk) == SLEUTEL + MERK}


def _counts_agree() -> bool:
    verzegeld = Zegel.objects.aggregate(regels=Sum("aantal"))["regels"] or 0
    return verzegeld + TeVerzegelen.objects.count() == Logregel.objects.count()


def _outside_the_chain() -> Iterator[Bevinding]:
    """Lines that no seal and no list knows, and lines on the list that are gone."""
    wachtend = set(TeVerzegelen.objects.values_list("pk", flat=True))
    bekend = wachtend.union(*(_marks_in(zegel) for zegel in Zegel.objects.iterator(chunk_size=100)))
    regels = set(Logregel.objects.values_list("pk", flat=True).iterator(chunk_size=10_000))
    yield from (Bevinding(soort=Soort.ZONDER_ZEGEL, zegel=None, regel_id=pk) for pk in regels - bekend)
    yield from (Bevinding(soort=Soort.VERDWENEN, zegel=None, regel_id=pk) for pk in wachtend - regels)


def _plain(waarde: object) -> object:
    if isinstance(waarde, datetime):
        return waarde.astimezone(UTC).isoformat()
    return str(waarde) if isinstance(waarde, UUID) else waarde
