"""How does the code look from above? Pages in docs, written by the code itself and never by hand."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rondetafel.platform.gegevens import choose_demo, start_django, tell
from rondetafel.platform.kaart.lezen import first_sentence
from rondetafel.platform.mappen import BASE_DIR
from rondetafel.platform.opdrachten import parser

DOCS = BASE_DIR / "docs"
HOOFD = """# {titel}

{inleiding}

*Gemaakt uit de code met `python3 run.py kaart`. Verander deze bladzijde niet met de hand.*

{inhoud}"""
Bladzijden = dict[str, tuple[str, str, Callable[[], str]]]


def draw(words: Sequence[str]) -> int:
    """Draw the map and the registers, or with `--controleer` only look whether they are up to date."""
    options = parser("kaart")
    options.add_argument("--controleer", action="store_true", help="alleen kijken of de kaart klopt")
    chosen = options.parse_args(words)
    choose_demo()
    start_django("app")
    if not chosen.controleer:
        write_kaart(DOCS)
        return 0
    oud = check(DOCS)
    if oud:
        tell(f"Verouderd: {', '.join(oud)}. Teken de kaart opnieuw: python3 run.py kaart")
    return bool(oud)


def write_kaart(docs: Path) -> None:
    """Write every page into its folder in `docs`, and remove pages no longer drawn. Needs no database."""
    pages = render_all()
    for name, text in pages.items():
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).write_text(text, encoding="utf-8")
    for name in _found(docs).keys() - pages.keys():
        (docs / name).unlink()


def check(docs: Path) -> list[str]:
    """Return the names of the pages in `docs` that differ from the code, lack or are left over."""
    drawn, found = render_all(), _found(docs)
    return sorted(name for name in drawn.keys() | found.keys() if drawn.get(name) != found.get(name))


def _found(docs: Path) -> dict[str, str]:
    paths = (path for folder in FOLDERS for path in (docs / folder).glob("*.md"))
    return {path.relative_to(docs).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def render_all() -> dict[str, str]:
    """Return every page by its place in docs; the same code always gives the same text."""
    return {f"{folder}/{name}": text for folder, render in FOLDERS.items() for name, text in render().items()}


def render_normen() -> dict[str, str]:
    """How far each norm is met; the ledgers themselves are kept by hand."""
    from rondetafel.platform.kaart import normen

    return {
        "README.md": HOOFD.format(
            titel="Normen", inleiding=normen.INLEIDING, inhoud=normen.overview().strip() + "\n"
        )
    }


def render_avg() -> dict[str, str]:
    """The register of article 30 AVG and the tables for a DPIA."""
    from rondetafel.platform.kaart import avg

    return _with_guide(
        "Register en DPIA",
        avg.WEGWIJZER,
        {
            "verwerkingsregister.md": ("Register van verwerkingen", avg.REGISTER_INLEIDING, avg.register),
            "dpia-tabellen.md": ("Tabellen voor een DPIA", avg.DPIA_INLEIDING, avg.dpia),
        },
    )


def render_kaart() -> dict[str, str]:
    """The pages that show how the house is built."""
    # Models can be read only when Django has been set up.
    from rondetafel.platform.kaart import gebeurtenissen, kamers, rechten, regels, tabellen, toestanden

    return _with_guide(
        "Kaart",
        "Hoe Rondetafel in elkaar zit.",
        {
            "kamers.md": ("Kamers", kamers.INLEIDING, kamers.render),
            "toestanden.md": ("Toestanden", toestanden.INLEIDING, toestanden.render),
            "tabellen.md": ("Tabellen", tabellen.INLEIDING, tabellen.render),
            "rechten.md": ("Rechten", rechten.INLEIDING, rechten.render),
            "regels.md": ("Regels en bronnen", regels.INLEIDING, regels.render),
            "gebeurtenissen.md": ("Gebeurtenissen", gebeurtenissen.INLEIDING, gebeurtenissen.render),
        },
    )


def _with_guide(titel: str, inleiding: str, bladzijden: Bladzijden) -> dict[str, str]:
    """The pages of one folder, with a README that leads to each."""
    pages = {
        name: HOOFD.format(titel=titel, inleiding=inleiding, inhoud=render().strip() + "\n")
        for name, (titel, inleiding, render) in bladzijden.items()
    }
    wijzer = [
        f"- [{titel}]({name}): {first_sentence(inleiding)}"
        for name, (titel, inleiding, _) in bladzijden.items()
    ]
    pages["README.md"] = HOOFD.format(titel=titel, inleiding=inleiding, inhoud="\n".join(wijzer) + "\n")
    return pages


FOLDERS: dict[str, Callable[[], dict[str, str]]] = {
    "kaart": render_kaart,
    "avg": render_avg,
    "normen": render_normen,
}
