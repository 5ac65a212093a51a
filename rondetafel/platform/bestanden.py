"""Settings of files: those of the app itself, which everybody may have, and those that people bring.

What people bring never lies below a folder that a web server serves. It is taken in whole in memory, so that
no copy stays behind in a folder for temporary files.
"""

import os
from typing import Any

from rondetafel.platform.mappen import ASSETS, VAR
from rondetafel.platform.omgeving import IS_LOCAL, TEST
from rondetafel.regels.bestanden import MIB, Grenzen

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [ASSETS]
WHITENOISE_USE_FINDERS = TEST
_static = "django.contrib.staticfiles.storage.StaticFilesStorage"
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": _static if TEST else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
    "documenten": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": VAR / "documenten",
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
}

DOCUMENTEN_GRENZEN = Grenzen(
    bytes=int(os.environ.get("RONDETAFEL_MAX_MB", "10")) * MIB,
    per_dag=int(os.environ.get("RONDETAFEL_MAX_PAPIEREN_PER_DAG", "30")),
    per_gezin=int(os.environ.get("RONDETAFEL_MAX_PAPIEREN", "500")),
)
# Above this a request is not read at all; up to it, the page says what is too large.
UPLOAD_PLAFOND = 3 * DOCUMENTEN_GRENZEN.bytes
FILE_UPLOAD_MAX_MEMORY_SIZE = UPLOAD_PLAFOND
FILE_UPLOAD_HANDLERS = [
    "rondetafel.documenten.plafond.Plafond",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FILES = 5

# The socket of ClamAV, as a path or host:port.
CLAMAV = os.environ.get("RONDETAFEL_CLAMAV", "")
CLAMAV_VAN_DEBIAN = "/run/clamav/clamd.ctl"
# What no scanner saw is shown to nobody, unless all families are invented.
MAG_ONGECONTROLEERD = IS_LOCAL
