"""Is there a virus in it? Asked of ClamAV over its socket; another scanner is another class with `scan`."""

import socket
import struct
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from django.conf import settings

GEEN = "geen"
BLOK = 64 * 1024
# ClamAV answers a scan of 25 MB within seconds; an answer is one line.
ANTWOORD = 4096


class Uitslag(StrEnum):
    SCHOON = "schoon"
    BESMET = "besmet"


class Onbereikbaar(Exception):
    """The scanner gave no answer that decides; the file waits and is asked about again."""


class Scanner(Protocol):
    """`naam` is kept with the answer: who said so."""

    @property
    def naam(self) -> str: ...
    def scan(self, inhoud: bytes) -> Uitslag: ...


@dataclass(frozen=True, slots=True)
class Clamd:
    """The daemon of ClamAV at `adres`, a path of a socket or host:port; protocol INSTREAM, see man clamd."""

    adres: str
    seconden: float = 60
    naam: str = "ClamAV"

    def scan(self, inhoud: bytes) -> Uitslag:
        """:raises Onbereikbaar: when it is down, slow, or answers neither yes nor no."""
        try:
            with self._connect() as lijn:
                lijn.sendall(b"zINSTREAM\0")
                for begin in range(0, len(inhoud), BLOK):
                    blok = inhoud[begin : begin + BLOK]
                    lijn.sendall(struct.pack(">I", len(blok)) + blok)
                lijn.sendall(struct.pack(">I", 0))
                return _read(_receive(lijn))
        except OSError as fout:
            raise Onbereikbaar(type(fout).__name__) from fout

    def _connect(self) -> socket.socket:
        if self.adres.startswith("/"):
            lijn = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            lijn.settimeout(self.seconden)
            try:
                lijn.connect(self.adres)
            except OSError:
                lijn.close()
                raise
            return lijn
        host, _, poort = self.adres.rpartition(":")
        return socket.create_connection((host, int(poort)), timeout=self.seconden)


@dataclass(frozen=True, slots=True)
class GeenScanner:
    """Lets everything pass. Only for a demo or a test; `is_checked` of a document asks who said clean."""

    naam: str = GEEN

    def scan(self, inhoud: bytes) -> Uitslag:
        return Uitslag.SCHOON


class GeenScannerIngesteld(RuntimeError):
    """Outside a demo there must be a scanner."""


def current_scanner() -> Scanner:
    """Return the scanner of this installation: RONDETAFEL_CLAMAV, or that of Debian when it runs here.

    :raises GeenScannerIngesteld: when there is none, and this is no demo and no test.
    """
    if settings.CLAMAV:
        return Clamd(settings.CLAMAV)
    if Path(settings.CLAMAV_VAN_DEBIAN).is_socket():
        return Clamd(settings.CLAMAV_VAN_DEBIAN)
    if settings.MAG_ONGECONTROLEERD:
        return GeenScanner()
    raise GeenScannerIngesteld


def _receive(lijn: socket.socket) -> bytes:
    antwoord = b""
    while len(antwoord) < ANTWOORD and not antwoord.endswith(b"\0"):
        deel = lijn.recv(ANTWOORD)
        if not deel:
            break
        antwoord += deel
    return antwoord.rstrip(b"\0")


def _read(antwoord: bytes) -> Uitslag:
    if antwoord == b"stream: OK":
        return Uitslag.SCHOON
    if antwoord.startswith(b"stream: ") and antwoord.endswith(b" FOUND"):
        return Uitslag.BESMET
    raise Onbereikbaar("geen oordeel")
