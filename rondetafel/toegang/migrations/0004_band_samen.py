from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("toegang", "0003_deur")]

    operations = [
        migrations.AlterField(
            model_name="band",
            name="grond",
            field=models.CharField(
                choices=[
                    ("gezag", "gezag over een kind"),
                    ("eigen", "eigen plan vanaf 12 jaar"),
                    ("toestemming", "toestemming van het gezin"),
                    ("samen", "ja over iedereen in het gezin"),
                    ("besluit", "een besluit buiten het gezin om, met een reden"),
                    ("vertegenwoordiging", "vertegenwoordigt iemand die niet zelf kan beslissen"),
                    ("regie", "regie over het plan"),
                    ("akkoord", "lopend akkoord zorg"),
                    ("maatregel", "maatregel van de kinderrechter"),
                    ("noodknop", "een noodsituatie"),
                    ("vervanging", "vervanging van een collega"),
                ],
                max_length=20,
            ),
        )
    ]
