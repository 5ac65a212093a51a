from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("gezinnen", "0017_hekken_samenvoeging"),
        ("organisaties", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="stoelvraag",
            name="gevraagd_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddConstraint(
            model_name="stoelvraag",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_ja__isnull", True), ("gevraagd_op__isnull", False), _connector="OR"),
                name="stoelvraag_is_asked_before_it_is_decided",
            ),
        ),
    ]
