"""How long does each answer take? A client in a process of its own, with the standard library only.

Reads an Opdracht as JSON from standard input and writes the seconds of every answer to standard output.
Each client keeps one connection open, as a browser or a proxy does.
"""

import json
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True, kw_only=True)
class Klant:
    """One client: it asks for its `paden` in turn, or posts its `velden` to each of them.

    `teller` is a field that goes up by one after every accepted post: the version that was read.
    """

    paden: list[str]
    koekjes: str = ""
    velden: dict[str, str] = field(default_factory=dict)
    teller: str = ""

    @property
    def verwacht(self) -> int:
        return 302 if self.velden else 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What to measure: each client sends `verzoeken` requests, all clients at once."""

    poort: int
    verzoeken: int
    klanten: list[Klant]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeten:
    """The seconds each answer took, how long everything took together, and which answers were wrong."""

    seconden: list[float]
    duur: float
    fouten: list[str]


def run(opdracht: Opdracht) -> Gemeten:
    """Let all clients loose at once, and wait until each has all its answers."""
    seconden: list[float] = []
    fouten: list[str] = []
    threads = [
        threading.Thread(target=_ask, args=(opdracht, klant, seconden, fouten)) for klant in opdracht.klanten
    ]
    started = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return Gemeten(seconden=seconden, duur=time.perf_counter() - started, fouten=fouten)


def _ask(opdracht: Opdracht, klant: Klant, seconden: list[float], fouten: list[str]) -> None:
    connection = HTTPConnection("127.0.0.1", opdracht.poort, timeout=30)
    headers = {"Cookie": klant.koekjes}
    velden = dict(klant.velden)
    for nummer in range(opdracht.verzoeken):
        pad = klant.paden[nummer % len(klant.paden)]
        started = time.perf_counter()
        if velden:
            form = {**headers, "Content-Type": "application/x-www-form-urlencoded"}
            connection.request("POST", pad, urlencode(velden), form)
        else:
            connection.request("GET", pad, headers=headers)
        answer = connection.getresponse()
        answer.read()
        seconden.append(time.perf_counter() - started)
        if answer.status != klant.verwacht:
            fouten.append(f"{pad}: {answer.status}")
            break
        if klant.teller:
            velden[klant.teller] = str(int(velden[klant.teller]) + 1)
    connection.close()


def as_json(opdracht: Opdracht) -> str:
    return json.dumps(asdict(opdracht))


def from_json(text: str) -> Opdracht:
    record = json.loads(text)
    return Opdracht(**record | {"klanten": [Klant(**klant) for klant in record["klanten"]]})


if __name__ == "__main__":
    json.dump(asdict(run(from_json(sys.stdin.read()))), sys.stdout)
