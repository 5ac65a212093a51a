"""Is a password strong enough? In our own words, which fit a child and a parent alike."""

from django.contrib.auth.password_validation import (
    CommonPasswordValidator,
    MinimumLengthValidator,
    UserAttributeSimilarityValidator,
)
from django.utils.translation import gettext as _


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


class NietEigenGegevens(UserAttributeSimilarityValidator):
    """Not what everybody knows of this person."""

    def get_help_text(self) -> str:
        return _("Geen naam of mailadres.")
