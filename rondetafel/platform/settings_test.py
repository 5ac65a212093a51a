"""What differs under pytest: cheap passwords, and mail that stays in memory."""

import os

os.environ.setdefault("RONDETAFEL_TEST", "1")

from rondetafel.platform.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
# Tests leave no files behind.
STORAGES["documenten"] = {"BACKEND": "django.core.files.storage.InMemoryStorage"}  # noqa: F405
