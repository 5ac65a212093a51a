"""Both constraints hold for what was there too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0021_akkoord_van_de_voogd")]

    operations = [
        ValidateConstraint("regie", "regie_handed_over_says_why_and_who_agreed"),
        ValidateConstraint("regie", "regie_says_how_an_instelling_agreed"),
    ]
