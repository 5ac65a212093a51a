"""A transfer of the regie that was called off stays, with when and why; so does the chair that goes with it.

The exclusion constraint is drawn anew because a row that never held has no days. PostgreSQL knows no NOT VALID
for it; it reads a table of one row per family and regisseur.
"""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import ExpressionWrapper, F, Func, Q, Value

DAY_BEFORE_VAN = ExpressionWrapper(F("van") - Value(1), output_field=models.DateField())
HOLDS_SOME_DAY = Q(tot__isnull=True) | Q(tot__gte=F("van"))


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0022_akkoord_van_de_voogd_geldt")]

    operations = [
        migrations.AddField("regie", "afgezegd_op", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "regie",
            "afzegreden",
            models.CharField(
                blank=True,
                choices=[
                    ("gezin", "het gezin wil het toch niet"),
                    ("blijft", "de regisseur van nu kan toch blijven"),
                    ("kan_niet", "de nieuwe regisseur kan toch niet"),
                    ("vergissing", "het was een vergissing"),
                ],
                default="",
                max_length=15,
            ),
            preserve_default=False,
        ),
        migrations.RemoveConstraint("regie", "regie_ends_on_or_after_start"),
        migrations.RemoveConstraint("regie", "regie_one_at_a_time"),
        AddConstraintNotValid(
            "regie",
            models.CheckConstraint(
                name="regie_called_off_says_when_and_why",
                condition=Q(HOLDS_SOME_DAY, afgezegd_op__isnull=True, afzegreden="")
                | Q(tot=DAY_BEFORE_VAN, afgezegd_op__isnull=False, afgezegd_op__lt=F("van"))
                & ~Q(afzegreden=""),
            ),
        ),
        migrations.AddConstraint(
            "regie",
            ExclusionConstraint(
                name="regie_one_at_a_time",
                expressions=[
                    ("gezin", RangeOperators.EQUAL),
                    (
                        Func("van", "tot", Value("[]"), function="DATERANGE", output_field=DateRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=HOLDS_SOME_DAY,
                violation_error_message="Een gezin heeft op elke dag één regisseur.",
            ),
        ),
        migrations.RemoveConstraint("betrokkene", "betrokkene_ends_at_or_after_start"),
        AddConstraintNotValid(
            "betrokkene",
            models.CheckConstraint(
                name="betrokkene_ends_at_most_a_day_before_it_starts",
                condition=Q(tot__isnull=True) | Q(tot__gte=DAY_BEFORE_VAN),
            ),
        ),
    ]
