"""The scanner, against a ClamAV of our own making: clean, infected, silent, slow, gone and confused."""

import socketserver
import struct
import threading

import pytest
from django.core.checks import run_checks

from rondetafel.documenten.scanner import (
    Clamd,
    GeenScanner,
    GeenScannerIngesteld,
    Onbereikbaar,
    Uitslag,
    current_scanner,
)
from tests.documenten.bestanden import EICAR


class Nagemaakt(socketserver.StreamRequestHandler):
    """Speaks INSTREAM as clamd does: finds EICAR, and answers as its server says."""

    def handle(self):
        assert self.rfile.read(len(b"zINSTREAM\0")) == b"zINSTREAM\0"
        inhoud = b""
        while size := struct.unpack(">I", self.rfile.read(4))[0]:
            inhoud += self.rfile.read(size)
        self.server.gezien.append(len(inhoud))
        found = b"stream: Eicar-Test-Signature FOUND\0" if EICAR in inhoud else b"stream: OK\0"
        if self.server.antwoord != "stil":
            self.wfile.write(self.server.antwoord or found)
        else:
            self.server.wacht.wait(5)


@pytest.fixture
def clamd(tmp_path):
    server = socketserver.ThreadingUnixStreamServer(str(tmp_path / "clamd.ctl"), Nagemaakt)
    server.antwoord, server.gezien, server.wacht = b"", [], threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.wacht.set()
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize(
    ("inhoud", "uitslag"),
    [
        (b"een brief", Uitslag.SCHOON),
        (b"voor" + EICAR + b"na", Uitslag.BESMET),
        (b"x" * 200_000, Uitslag.SCHOON),
    ],
)
def test_scanner_says_what_clamav_says(clamd, inhoud, uitslag):
    assert Clamd(clamd.server_address).scan(inhoud) is uitslag
    assert clamd.gezien == [len(inhoud)]


@pytest.mark.parametrize(
    "antwoord",
    [b"", b"INSTREAM size limit exceeded. ERROR\0", b"stream: Can't allocate memory ERROR\0", b"OK\0"],
)
def test_an_answer_that_is_no_judgement_is_none(clamd, antwoord):
    clamd.antwoord = antwoord or b"\0"
    with pytest.raises(Onbereikbaar):
        Clamd(clamd.server_address).scan(b"een brief")


def test_a_scanner_that_is_silent_gives_no_judgement(clamd):
    clamd.antwoord = "stil"
    with pytest.raises(Onbereikbaar):
        Clamd(clamd.server_address, seconden=0.1).scan(b"een brief")


@pytest.mark.parametrize("adres", ["/bestaat/niet.ctl", "127.0.0.1:1"])
def test_a_scanner_that_is_gone_gives_no_judgement(adres):
    with pytest.raises(Onbereikbaar):
        Clamd(adres, seconden=1).scan(b"een brief")


def test_an_installation_without_scanner_has_none(settings):
    settings.CLAMAV_VAN_DEBIAN, settings.MAG_ONGECONTROLEERD = "/bestaat/niet", False

    with pytest.raises(GeenScannerIngesteld):
        current_scanner()
    assert [found.id for found in run_checks(tags=["documenten"], include_deployment_checks=True)] == [
        "documenten.E001"
    ]


def test_a_demo_does_without(settings):
    settings.CLAMAV_VAN_DEBIAN = "/bestaat/niet"

    assert current_scanner() == GeenScanner()
    assert run_checks(tags=["documenten"], include_deployment_checks=True) == []


def test_a_scanner_that_is_there_is_used(settings, clamd):
    settings.CLAMAV_VAN_DEBIAN = clamd.server_address
    assert current_scanner() == Clamd(clamd.server_address)
    settings.CLAMAV = "scanner.example.nl:3310"
    assert current_scanner() == Clamd("scanner.example.nl:3310")
