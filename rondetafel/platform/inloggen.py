"""The part of the settings about logging in; settings.py takes all of it over."""

import os

from rondetafel.platform.oidc import origins_of, read_providers
from rondetafel.platform.omgeving import IS_LOCAL

AUTH_USER_MODEL = "toegang.Gebruiker"
AUTHENTICATION_BACKENDS = ["rondetafel.toegang.inloggen.Inloggen"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "rondetafel.toegang.wachtwoorden.MinimumLengte", "OPTIONS": {"min_length": 12}},
    {
        "NAME": "rondetafel.toegang.wachtwoorden.NietEigenGegevens",
        "OPTIONS": {"user_attributes": ["naam", "email", "inlognaam"]},
    },
    {"NAME": "rondetafel.toegang.wachtwoorden.NietVeelgebruikt"},
    {"NAME": "rondetafel.toegang.wachtwoorden.NietVanHier"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "rondetafel.toegang.adapter.Adapter"
ACCOUNT_FORMS = {"login": "rondetafel.toegang.deur.forms.LoginForm"}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
# The invitation was opened from the mailbox: the address is proven before the account exists.
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "http" if IS_LOCAL else "https"
# How long a proof counts as fresh, in seconds: for changing one's ways in, and for what asks more than a look.
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60
# Logging in has thresholds of its own (toegang/deur/drempels.py), which answer everybody in the same words.
ACCOUNT_RATE_LIMITS = {"login": None}
# A proxy that overwrites X-Forwarded-For says from where somebody comes.
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("RONDETAFEL_PROXIES", "0"))

MFA_ADAPTER = "rondetafel.toegang.adapter.MfaAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "Rondetafel"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = IS_LOCAL

SOCIALACCOUNT_ADAPTER = "rondetafel.toegang.deur.oidc.Adapter"
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_REAUTHENTICATION_REQUIRED = True
SOCIALACCOUNT_PROVIDERS = read_providers(os.environ.get("RONDETAFEL_OIDC", ""))
OIDC_HERKOMST = origins_of(SOCIALACCOUNT_PROVIDERS)

# Counters of allauth, for example of wrong codes: one count for all processes together.
CACHES = {
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "toegang_teller"},
}

# Sessions; how their cookie is locked stands in grens.py.

SESSION_ENGINE = "rondetafel.toegang.deur.sessies"
SESSION_SERIALIZER = "rondetafel.toegang.deur.sessies.Versleuteld"
# The row outlives the session: whoever comes back late finds what they typed. Who is in is decided by
# the three numbers below.
SESSION_COOKIE_AGE = 24 * 60 * 60

# In seconds. A screen at work stands in a room with others: fifteen minutes, the shorter end of what
# auditors of DigiD connections ask. At home somebody reads slower, often on a phone: thirty. Nobody
# stays in longer than a working day.
SESSIE_STIL_WERK = 60 * int(os.environ.get("RONDETAFEL_STIL_WERK", "15"))
SESSIE_STIL_GEZIN = 60 * int(os.environ.get("RONDETAFEL_STIL_GEZIN", "30"))
SESSIE_LANGST = 8 * 60 * 60
