"""Both constraints hold for what was there too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0023_regie_afgezegd")]

    operations = [
        ValidateConstraint("regie", "regie_called_off_says_when_and_why"),
        ValidateConstraint("betrokkene", "betrokkene_ends_at_most_a_day_before_it_starts"),
    ]
