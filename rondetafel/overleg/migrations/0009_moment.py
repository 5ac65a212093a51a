from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("overleg", "0008_verzetten")]

    operations = [
        migrations.AddConstraint(
            model_name="overleg",
            constraint=models.UniqueConstraint(
                condition=models.Q(("afgezegd_op__isnull", True), ("gehouden_op__isnull", True)),
                fields=("gezin", "soort", "gepland_op", "tijd"),
                name="overleg_planned_once_per_moment",
                nulls_distinct=False,
            ),
        ),
    ]
