from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gezinnen", "0018_nog_niet_gevraagd"),
    ]

    operations = [
        migrations.AddField(
            model_name="afscherming",
            name="uit_samenvoeging",
            field=models.UUIDField(blank=True, editable=False, null=True),
        ),
    ]
