"""Let a plan be a plan van aanpak, and let a version tell which it was."""

from django.db import migrations, models

SOORTEN = [("gezinsplan", "gezinsplan"), ("plan van aanpak", "plan van aanpak")]


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0014_gasscore")]

    operations = [
        migrations.AddField(
            model_name="gezinsplan",
            name="soort",
            field=models.CharField(choices=SOORTEN, default="gezinsplan", max_length=15),
        ),
        migrations.AddField(
            model_name="planversie",
            name="soort",
            field=models.CharField(choices=SOORTEN, default="gezinsplan", max_length=15),
        ),
        migrations.AddConstraint(
            model_name="gezinsplan",
            constraint=models.CheckConstraint(
                condition=models.Q(("soort__in", ["gezinsplan", "plan van aanpak"])),
                name="gezinsplan_is_of_a_known_kind",
            ),
        ),
    ]
