from django.db import migrations, models
from django.db.models import Case, When


class Migration(migrations.Migration):
    """What was kept without a fence of its own; the step before took it over. Unknown counts as secret."""

    dependencies = [("gezinnen", "0006_hekken_afscherming")]

    operations = [
        migrations.RemoveField(model_name="adres", name="is_geheim"),
        migrations.AddField(
            model_name="adres",
            name="is_geheim",
            field=models.GeneratedField(
                expression=Case(When(geheim="nee", then=False), default=True),
                output_field=models.BooleanField(),
                db_persist=True,
            ),
        ),
        migrations.RemoveField(model_name="betrokkene", name="email"),
    ]
