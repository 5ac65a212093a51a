"""Whether the day of the RTO is agreed at the start follows from the product, and not from one code."""

from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("zorg", "0005_overdracht")]

    operations = [
        migrations.AddField("akkoordzorg", "rto_bij_start", models.BooleanField(default=False)),
        migrations.RunSQL(
            "update zorg_akkoordzorg set rto_bij_start = true "
            "where product_code = 'begeleiding-individueel-maatwerk'",
            migrations.RunSQL.noop,
        ),
        migrations.RemoveConstraint("akkoordzorg", "akkoord_maatwerk_has_ground_and_rto"),
        AddConstraintNotValid(
            "akkoordzorg",
            models.CheckConstraint(
                name="akkoord_rto_is_agreed_at_start",
                condition=Q(rto_bij_start=False) | Q(rto_op__isnull=False),
            ),
        ),
    ]
