"""The constraint holds for what was there too."""

from django.contrib.postgres.operations import ValidateConstraint
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("zorg", "0006_rto_bij_start")]

    operations = [ValidateConstraint("akkoordzorg", "akkoord_rto_is_agreed_at_start")]
