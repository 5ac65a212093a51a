"""The door for a WSGI server such as gunicorn."""

import gc

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.urls import get_resolver

application = get_wsgi_application()

if settings.DEMO:
    from rondetafel.platform.demo.merk import refuse_other_database

    refuse_other_database()
    connection.close()

# The rooms are read now and not by the first visitor. What is loaded stays for as long as the process
# lives; looking through all of it for garbage again and again was a tenth of the work on a page.
get_resolver().url_patterns  # noqa: B018
gc.collect()
gc.freeze()
