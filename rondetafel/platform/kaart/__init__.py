"""How does the code look from above? Pages in docs/kaart, written by the code itself and never by hand."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rondetafel.platform.gegevens import choose_demo, start_django, tell
from rondetafel.platform.kaart.lezen import first_sentence
from rondetafel.platform.mappen import BASE_DIR
from rondetafel.platform.opdrachten import parser

MAP = BASE_DIR / "docs" / "kaart"
HOOFD = """# {titel}

{inleiding}

*Gemaakt uit de code met `python3 run.py kaart`. Verander deze bladzijde niet met de hand.*

{inhoud}"""


def draw(words: Sequence[str]) -> int:
    """Draw the map, or with `--controleer` only look whether it is up to date."""
    options = parser("kaart")
    options.add_argument("--controleer", action="store_true", help="alleen kijken of de kaart klopt")
    chosen = options.parse_args(words)
    choose_demo()
    start_django("app")
    if not chosen.controleer:
        write_kaart(MAP)
        return 0
    oud = check(MAP)
    if oud:
        tell(f"Verouderd: {', '.join(oud)}. Teken de kaart opnieuw: python3 run.py kaart")
    return bool(oud)


def write_kaart(folder: Path) -> None:
    """Write every page into `folder`, and remove the pages that are no longer drawn. Needs no database."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = render_kaart()
    for name, text in pages.items():
        (folder / name).write_text(text, encoding="utf-8")
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()


def check(folder: Path) -> list[str]:
    """Return the names of the pages in `folder` that differ from the code, lack or are left over."""
    drawn = render_kaart()
    found = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}
    return sorted(name for name in drawn.keys() | found.keys() if drawn.get(name) != found.get(name))


def render_kaart() -> dict[str, str]:
    """Return every page by its file name; the same code always gives the same text."""
    # Models can be read only when Django has been set up.
    from rondetafel.platform.kaart import gebeurtenissen, kamers, rechten, regels, tabellen, toestanden

    bladzijden: dict[str, tuple[str, str, Callable[[], str]]] = {
        "kamers.md": ("Kamers", kamers.INLEIDING, kamers.render),
        "toestanden.md": ("Toestanden", toestanden.INLEIDING, toestanden.render),
        "tabellen.md": ("Tabellen", tabellen.INLEIDING, tabellen.render),
        "rechten.md": ("Rechten", rechten.INLEIDING, rechten.render),
        "regels.md": ("Regels en bronnen", regels.INLEIDING, regels.render),
        "gebeurtenissen.md": ("Gebeurtenissen", gebeurtenissen.INLEIDING, gebeurtenissen.render),
    }
    pages = {
        name: HOOFD.format(titel=titel, inleiding=inleiding, inhoud=render().strip() + "\n")
        for name, (titel, inleiding, render) in bladzijden.items()
    }
    wijzer = [
        f"- [{titel}]({name}): {first_sentence(inleiding)}"
        for name, (titel, inleiding, _) in bladzijden.items()
    ]
    pages["README.md"] = HOOFD.format(
        titel="Kaart", inleiding="Hoe Rondetafel in elkaar zit.", inhoud="\n".join(wijzer) + "\n"
    )
    return pages
