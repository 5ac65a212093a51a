"""What does a form post when nobody changes anything? Read from the page, as a browser would."""

from html.parser import HTMLParser

# What a browser sends only when it is chosen or clicked.
CHOICES, BUTTONS = {"checkbox", "radio"}, {"submit", "button", "image", "reset", "file"}


class Formulier(HTMLParser):
    """Collects the fields of the form on a page that posts to `pad`, or to the page itself."""

    def __init__(self, pad: str) -> None:
        super().__init__()
        self.velden: dict[str, str] = {}
        self._pad = pad
        self._is_inside = False
        self._name = ""
        self._is_textarea = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            action = given.get("action") or self._pad
            self._is_inside = given.get("method", "").lower() == "post" and action == self._pad
        elif not self._is_inside:
            return
        elif tag == "input":
            self._take_input(given)
        elif tag in ("textarea", "select"):
            self._name, self._is_textarea = given.get("name", ""), tag == "textarea"
            self.velden[self._name] = ""
        elif tag == "option" and "selected" in given:
            self.velden[self._name] = given.get("value", "")

    def handle_data(self, data: str) -> None:
        if self._is_textarea:
            self.velden[self._name] += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            # HTML drops the line end right after the opening tag.
            self.velden[self._name] = self.velden[self._name].removeprefix("\n")
            self._is_textarea = False
        elif tag == "form":
            self._is_inside = False

    def _take_input(self, given: dict[str, str]) -> None:
        soort = given.get("type", "text")
        if not given.get("name") or soort in BUTTONS or (soort in CHOICES and "checked" not in given):
            return
        self.velden[given["name"]] = given.get("value", "on" if soort in CHOICES else "")


def read_form(html: str, pad: str) -> dict[str, str]:
    """Return what the form on this page would post to `pad`."""
    formulier = Formulier(pad)
    formulier.feed(html)
    return formulier.velden
