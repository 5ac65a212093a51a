"""Settings of the browser fence: what a page may load, keep and tell, and how its cookies are locked.

Outside a demo every cookie is called `__Host-`: a browser then takes it over https only, for exactly
this host. What each header does is told in docs/adr/0022; a crawl of the app tests every answer.
"""

import os

from csp.constants import NONCE, NONE, SELF
from django.core.exceptions import ImproperlyConfigured

from rondetafel.platform.omgeving import IS_LOCAL, is_on

_HOST = "" if IS_LOCAL else "__Host-"

SESSION_COOKIE_NAME = f"{_HOST}sessie"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = not IS_LOCAL
CSRF_COOKIE_NAME = f"{_HOST}csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = not IS_LOCAL
MESSAGE_STORAGE = "rondetafel.web.meldingen.Meldingcookie"
MELDINGEN_COOKIE_NAME = f"{_HOST}melding"
LETTERS_COOKIE_NAME = f"{_HOST}letters"

SECURE_SSL_REDIRECT = not IS_LOCAL
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_HSTS_SECONDS = 0 if IS_LOCAL else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
# Putting a domain on the list in every browser is for whoever owns that domain.
SILENCED_SYSTEM_CHECKS = ["security.W021"]
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Only a proxy that overwrites this header may be trusted with it.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if is_on("RONDETAFEL_PROXY") else None

# Nothing is allowed but what is named. A script runs by the nonce of its own page, not by where it lies:
# a file that somebody brought in can never become one.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [NONCE],
        "style-src": [SELF],
        "font-src": [SELF],
        # The QR code of a second factor is a picture inside the page.
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        # htmx writes HTML that this server made: front/js/rondetafel.js lets that pass, and nothing else.
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["default"],
    }
}

# Everything a browser can lend to a page, but what passkeys and the copy button need, is closed.
_CLOSED = (
    "accelerometer autoplay browsing-topics camera display-capture encrypted-media fullscreen gamepad "
    "geolocation gyroscope hid idle-detection local-fonts magnetometer microphone midi payment picture-in-picture "
    "screen-wake-lock serial storage-access usb window-management xr-spatial-tracking"
)
_OPEN = "publickey-credentials-get publickey-credentials-create clipboard-write"

# On every answer there is: pages, errors, files and the health check.
VASTE_KOPPEN = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": X_FRAME_OPTIONS,
    "Referrer-Policy": SECURE_REFERRER_POLICY,
    "Cross-Origin-Opener-Policy": SECURE_CROSS_ORIGIN_OPENER_POLICY,
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
    "X-Permitted-Cross-Domain-Policies": "none",
    # The address of an invitation must not be found by searching.
    "X-Robots-Tag": "noindex, nofollow",
    "Permissions-Policy": ", ".join(
        [*(f"{name}=()" for name in _CLOSED.split()), *(f"{name}=(self)" for name in _OPEN.split())]
    ),
}

# Where "Sluit snel" leads: a page that surprises nobody and does not follow its visitors.
SLUIT_SNEL = os.environ.get("RONDETAFEL_SLUIT_SNEL", "https://www.knmi.nl/nederland-nu/weer/verwachtingen")
if not SLUIT_SNEL.startswith("https://"):
    raise ImproperlyConfigured("RONDETAFEL_SLUIT_SNEL is geen adres dat met https:// begint")
