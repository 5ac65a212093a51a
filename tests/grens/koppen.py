"""What must stand on every answer, and what no page may name."""

import re
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

# Where a browser goes by itself; the address of a link (`a href`) is for a person to choose.
LOADS = {"src", "srcset", "action", "formaction", "poster", "data", "ping", "background", "cite", "manifest"}
LOADS_HX = {"hx-get", "hx-post", "hx-put", "hx-patch", "hx-delete"}
ELSEWHERE = re.compile(r"^\s*(?:[a-z][a-z0-9+.-]*:)?//", re.I)
FIXED = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Robots-Tag": "noindex, nofollow",
}
NONE_OF = {"default-src", "base-uri", "frame-ancestors"}
OWN = {"style-src", "font-src", "connect-src", "form-action"}


class Loads(HTMLParser):
    """Collects what a page makes a browser fetch, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.links: list[str] = []
        self.inline: list[str] = []

    def handle_starttag(self, tag, attrs):
        for name, value in attrs:
            if name in LOADS | LOADS_HX or (name == "href" and tag not in {"a", "area"}):
                self.fetched.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name == "style" or (name.startswith("on") and name != "on"):
                self.inline.append(f"<{tag} {name}>")
        if tag == "style" or (tag == "script" and not is_data(attrs) and "nonce" not in dict(attrs)):
            self.inline.append(f"<{tag}>")


def is_data(attrs):
    return dict(attrs).get("type") == "application/json"


# The last page: it is looked through by who walks on and by who judges it.
@lru_cache(maxsize=1)
def read_page(html):
    page = Loads()
    page.feed(html)
    return page


def policy_of(response):
    directives = [part.split() for part in response["Content-Security-Policy"].split(";")]
    return {words[0]: words[1:] for words in directives if words}


def complaints_about(response, *, is_static=False):
    """Everything that is wrong with the headers of one answer; an empty list when all is well."""
    wrong = [f"{name}: {response.get(name)}" for name, value in FIXED.items() if response.get(name) != value]
    wrong += [] if "camera=()" in response.get("Permissions-Policy", "") else ["Permissions-Policy"]
    caching = response.get("Cache-Control", "")
    if is_static:
        wrong += [] if "no-store" not in caching else ["Cache-Control: static file is not kept"]
    elif caching != "no-store":
        wrong.append(f"Cache-Control: {caching}")
    return wrong + _wrong_with_policy(response) + _wrong_with_cookies(response)


def complaints_about_page(html):
    """What in a page comes from elsewhere, or runs without a nonce."""
    page = read_page(html)
    return [address for address in page.fetched if ELSEWHERE.match(address)] + page.inline


def _wrong_with_policy(response):
    if "Content-Security-Policy" not in response:
        return ["no Content-Security-Policy"]
    policy = policy_of(response)
    if "sandbox" in policy:
        return [] if policy.get("default-src") == ["'none'"] else ["sandbox without default-src 'none'"]
    words = [word for sources in policy.values() for word in sources]
    wrong = [f"{word} in the policy" for word in words if "unsafe" in word or ":" in word and word != "data:"]
    wrong += [name for name in NONE_OF if policy.get(name) != ["'none'"]]
    wrong += [name for name in OWN if policy.get(name) != ["'self'"]]
    wrong += [] if policy.get("require-trusted-types-for") == ["'script'"] else ["trusted types"]
    wrong += [word for word in policy.get("script-src", ["missing"]) if not word.startswith("'nonce-")]
    return wrong


def _wrong_with_cookies(response):
    return [
        f"cookie {name}"
        for name, cookie in response.cookies.items()
        if not cookie["httponly"] or cookie["domain"] or cookie["path"] != "/" or not cookie["samesite"]
    ]


def is_ours(address):
    return not urlsplit(address).netloc and not urlsplit(address).scheme
