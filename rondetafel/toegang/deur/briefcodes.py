"""Codes in a letter, for who has no e-mail: twelve signs of an alphabet in which nothing looks like another."""

import re
import secrets
from datetime import date, datetime, timedelta

from django.utils.crypto import salted_hmac

from rondetafel.toegang.models import Briefcode, Gebruiker

# Thirty-two signs, without I, L, O and U, so that twelve of them are sixty bits.
ALFABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROEPEN, GROEP = 3, 4
# What somebody reads in the letter may still be taken for another sign.
LIJKT_OP = str.maketrans({"O": "0", "I": "1", "L": "1"})
GELDIG = timedelta(days=14)
POGINGEN = 5


def make_code() -> str:
    """Return a new code as it stands in the letter, such as 7K2M-QX4R-9TBE."""
    tekens = [secrets.choice(ALFABET) for _ in range(GROEPEN * GROEP)]
    return "-".join("".join(tekens[i : i + GROEP]) for i in range(0, len(tekens), GROEP))


def open_code(gebruiker: Gebruiker, *, geboortedatum: date | None, nu: datetime) -> str:
    """Return a new code for this account. An earlier letter to the same person is void from now on."""
    Briefcode.objects.filter(gebruiker=gebruiker, gesloten_at__isnull=True).update(gesloten_at=nu)
    code = make_code()
    Briefcode.objects.create(
        gebruiker=gebruiker,
        code_hash=hash_code(code),
        geboortedag_hash=hash_geboortedag(code, geboortedatum) if geboortedatum else "",
        vervalt_at=nu + GELDIG,
    )
    return code


def find_code(code: str, nu: datetime) -> Briefcode | None:
    """Return the open letter with this code, if it still holds."""
    return (
        Briefcode.objects.select_for_update(of=("self",))
        .select_related("gebruiker")
        .filter(
            code_hash=hash_code(code), gesloten_at__isnull=True, vervalt_at__gt=nu, gebruiker__is_active=True
        )
        .first()
    )


def fits(briefcode: Briefcode, code: str, geboortedatum: date | None) -> bool:
    """Does the day of birth fit as well? Where it is not known, the code is enough."""
    if not briefcode.geboortedag_hash:
        return True
    return geboortedatum is not None and secrets.compare_digest(
        briefcode.geboortedag_hash, hash_geboortedag(code, geboortedatum)
    )


def note_wrong_day(briefcode: Briefcode, nu: datetime) -> None:
    """Count a try with the wrong day of birth; after five the letter is void."""
    pogingen = briefcode.pogingen + 1
    Briefcode.objects.filter(pk=briefcode.pk).update(
        pogingen=pogingen, gesloten_at=nu if pogingen >= POGINGEN else None
    )


def hash_code(code: str) -> str:
    return salted_hmac("rondetafel.briefcode", normalize(code), algorithm="sha256").hexdigest()


def hash_geboortedag(code: str, dag: date) -> str:
    """Together with the code, so that the days of a hundred years cannot simply be tried."""
    return salted_hmac("rondetafel.geboortedag", f"{normalize(code)} {dag}", algorithm="sha256").hexdigest()


def normalize(code: str) -> str:
    """Capitals, without dashes and spaces, and without what only looks like another sign."""
    return re.sub(r"[^0-9A-Z]", "", code.upper()).translate(LIJKT_OP)
