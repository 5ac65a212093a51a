"""The instelling that is voogd can agree that the regie passes on: the chair of its jeugdbeschermer, and how."""

import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0020_hekken_schermen_terug")]

    operations = [
        migrations.AddField(
            "regie",
            "akkoord_stoel",
            models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="gezinnen.betrokkene",
            ),
        ),
        migrations.AddField(
            "regie",
            "akkoord_hoe",
            models.CharField(
                blank=True,
                choices=[
                    ("gesprek", "in een gesprek"),
                    ("telefoon", "aan de telefoon"),
                    ("schriftelijk", "in een mail of brief"),
                ],
                default="",
                max_length=15,
            ),
            preserve_default=False,
        ),
        migrations.RemoveConstraint("regie", "regie_handed_over_says_why_and_who_agreed"),
        AddConstraintNotValid(
            "regie",
            models.CheckConstraint(
                name="regie_handed_over_says_why_and_who_agreed",
                condition=Q(reden="", akkoord_op__isnull=True)
                & Q(akkoord_van__isnull=True, akkoord_stoel__isnull=True)
                | ~Q(reden="")
                & Q(akkoord_op__isnull=False)
                & (
                    Q(akkoord_van__isnull=False, akkoord_stoel__isnull=True)
                    | Q(akkoord_van__isnull=True, akkoord_stoel__isnull=False)
                ),
            ),
        ),
        AddConstraintNotValid(
            "regie",
            models.CheckConstraint(
                name="regie_says_how_an_instelling_agreed",
                condition=Q(akkoord_stoel__isnull=True, akkoord_hoe="")
                | (Q(akkoord_stoel__isnull=False) & ~Q(akkoord_hoe="")),
            ),
        ),
        migrations.RunSQL("select hoort_bij('gezinnen_regie', 'akkoord_stoel_id', 'gezinnen_betrokkene');"),
    ]
