"""An end evaluation is due for each period of help: an extension is given before that of the period before it."""

from django.db import migrations, models
from django.db.models import Q

LOOPT = Q(gesloten_op__isnull=True)


class Migration(migrations.Migration):
    dependencies = [("kern", "0004_post_ingetrokken")]

    operations = [
        migrations.AddConstraint(
            model_name="termijn",
            constraint=models.UniqueConstraint(
                name="termijn_runs_once_for_each_period",
                fields=["regel", "betreft_id", "vanaf"],
                condition=LOOPT & Q(regel="eindevaluatie"),
            ),
        ),
        migrations.RemoveConstraint(model_name="termijn", name="termijn_runs_once"),
        migrations.AddConstraint(
            model_name="termijn",
            constraint=models.UniqueConstraint(
                name="termijn_runs_once",
                fields=["regel", "betreft_id"],
                condition=LOOPT & ~Q(regel="eindevaluatie"),
            ),
        ),
    ]
