"""A mail to an account that was closed while it waited is not sent; it is kept that it was not, and no word of it."""

from django.db import migrations, models

# SECURITY DEFINER: who sends reads no accounts, and learns of one address only whether its account is closed.
CLOSED = """
create function is_gesloten_adres(adres text) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (select from toegang_gebruiker where lower(email) = lower(adres) and not is_active)
$$;
revoke execute on function is_gesloten_adres from public;
grant execute on function is_gesloten_adres to systeem;
"""


class Migration(migrations.Migration):
    dependencies = [("kern", "0003_afgeschermd"), ("toegang", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="post",
            name="ingetrokken_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunSQL(CLOSED),
    ]
