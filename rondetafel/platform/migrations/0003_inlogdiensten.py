"""What the role `deur` may do in the tables of the library for providers: know which one belongs to whom."""

from django.db import migrations

INLOGDIENSTEN = """
grant select, insert, update, delete on socialaccount_socialaccount to deur;
grant usage on sequence socialaccount_socialaccount_id_seq to deur;
-- Providers stand in the settings and tokens are not kept; the library looks all the same.
grant select on socialaccount_socialapp, socialaccount_socialtoken to deur;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0002_accounts"),
        ("socialaccount", "0006_alter_socialaccount_extra_data"),
    ]

    operations = [migrations.RunSQL(INLOGDIENSTEN)]
