"""Where does "bewaard" wait until the next page? In a cookie of its own, as locked as that of the session.

Not in the session: that is written at the door, where the answer to a change has already left.
"""

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage


class Meldingcookie(CookieStorage):
    cookie_name = settings.MELDINGEN_COOKIE_NAME
