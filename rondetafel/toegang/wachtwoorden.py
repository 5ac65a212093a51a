"""Is a password strong enough? In our own words, which fit a child and a parent alike."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Words of this site and of the people who use it; docs/beheer.md tells the same.
WOORDEN = (
    "rondetafel",
    "gezinsplan",
    "jeugdhulp",
    "jeugdzorg",
    "regisseur",
    "gemeente",
    "wachtwoord",
    "welkom",
)
# So many letters must be left when those words are taken away.
EIGEN_LETTERS = 6


class MinimumLengte(MinimumLengthValidator):
    """Length is what makes a password strong; four words are easier to keep than eight signs."""

    def get_error_message(self) -> str:
        return _("Dit wachtwoord is te kort. Gebruik minstens %d tekens.") % self.min_length

    def get_help_text(self) -> str:
        return _("Gebruik minstens %d tekens, bijvoorbeeld vier woorden.") % self.min_length


class NietVeelgebruikt(CommonPasswordValidator):
    """Not one of the twenty thousand passwords that are tried first."""

    def get_help_text(self) -> str:
        return _("Geen wachtwoord dat veel mensen hebben.")


class NietVanHier:
    """Not a word that anybody tries first on this very site, with a number behind it."""

    def validate(self, password: str, user: object = None) -> None:
        rest = "".join(teken for teken in password.lower() if teken.isalpha())
        for woord in WOORDEN:
            rest = rest.replace(woord, "")
        if len(rest) < EIGEN_LETTERS and any(woord in password.lower() for woord in WOORDEN):
            raise ValidationError(
                _(
                    "Dit wachtwoord is hier makkelijk te raden. Neem woorden die niets met hulp te maken hebben."
                )
            )

    def get_help_text(self) -> str:
        return _("Geen woord van deze website.")


class NietEigenGegevens(UserAttributeSimilarityValidator):
    """Not what everybody knows of this person."""

    def get_help_text(self) -> str:
        return _("Geen naam of mailadres.")
