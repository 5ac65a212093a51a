"""Is a password long enough? In our own words: Django 5.2 has lost the Dutch sentence for this."""

from django.contrib.auth.password_validation import MinimumLengthValidator
from django.utils.translation import gettext as _


class MinimumLengte(MinimumLengthValidator):
    """Length is what makes a password strong; four words are easier to keep than eight signs."""

    def get_error_message(self) -> str:
        return _("Dit wachtwoord is te kort. Gebruik minstens %d tekens.") % self.min_length

    def get_help_text(self) -> str:
        return _("Gebruik minstens %d tekens, bijvoorbeeld vier woorden.") % self.min_length
