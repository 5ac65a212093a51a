"""Which mails did the worker send? In the demo they lie in a folder, and whoever looks may read them all."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

# Django writes this line below every mail in a file.
GRENS = b"\n" + b"-" * 79 + b"\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail as it left: to whom, about what, at which moment."""

    aan: str
    onderwerp: str
    tekst: str
    verstuurd_at: datetime


def list_mails(folder: Path, *, hoogstens: int) -> list[Mail]:
    """Return the newest mails in the folder, newest first."""
    files = sorted(folder.glob("*.log"), reverse=True)[:hoogstens]
    mails = [mail for file in files for mail in _read(file)]
    return sorted(mails, key=lambda mail: mail.verstuurd_at, reverse=True)[:hoogstens]


def _read(file: Path) -> Iterator[Mail]:
    for deel in file.read_bytes().split(GRENS):
        if not deel.strip():
            continue
        message = message_from_bytes(deel, _class=EmailMessage, policy=policy.default)
        body = message.get_body(("plain",))
        yield Mail(
            aan=str(message["To"]),
            onderwerp=str(message["Subject"]),
            tekst=body.get_content() if body else "",
            verstuurd_at=parsedate_to_datetime(str(message["Date"])),
        )
