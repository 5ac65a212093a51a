from django.db import migrations


class Migration(migrations.Migration):
    """What was kept without a fence of its own; the step before took it over."""

    dependencies = [("overleg", "0004_hekken_plek")]

    operations = [migrations.RemoveField(model_name="overleg", name="plaats")]
