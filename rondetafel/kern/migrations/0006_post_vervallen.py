"""A mail about a family is not sent to who stopped reading along while it waited; why is kept, about whom is not."""

from django.db import migrations, models

# SECURITY DEFINER: who sends reads no accounts and no ties, and learns of one address and one family only
# whether they still belong together. A tie that begins later counts: its invitation goes ahead of it.
READS = """
create function leest_mee(adres text, gezin uuid, dag date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select from toegang_band band join toegang_gebruiker lezer on lezer.id = band.gebruiker_id
        where lower(lezer.email) = lower(adres)
          and band.gezin_id = gezin
          and (band.tot is null or band.tot >= greatest(band.van, dag))
          and band.tot_at is null
    )
$$;
revoke execute on function leest_mee from public;
grant execute on function leest_mee to systeem;
"""


class Migration(migrations.Migration):
    dependencies = [("kern", "0005_termijn_per_looptijd"), ("toegang", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="post",
            name="gezin_id",
            field=models.UUIDField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="post",
            name="vervallen",
            field=models.CharField(
                blank=True,
                choices=[
                    ("gesloten", "het account is gesloten"),
                    ("geen_band", "de ontvanger leest bij dit gezin niet meer mee"),
                ],
                default="",
                max_length=20,
            ),
            preserve_default=False,
        ),
        migrations.RunSQL(READS),
    ]
