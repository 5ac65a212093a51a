"""The door for a WSGI server such as gunicorn."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection

application = get_wsgi_application()

if settings.DEMO:
    from rondetafel.platform.demo.merk import refuse_other_database

    refuse_other_database()
    connection.close()
