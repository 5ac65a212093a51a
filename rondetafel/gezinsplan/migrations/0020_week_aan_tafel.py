"""How a week goes and what the family says is for who has a tie with it, and not for who reads by municipality."""

from django.db import migrations

CLOSE = """
drop policy breed_leest on gezinsplan_weekkleur;
drop policy breed_leest on gezinsplan_tafelwoord;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0019_gewijzigd")]

    operations = [migrations.RunSQL(CLOSE)]
