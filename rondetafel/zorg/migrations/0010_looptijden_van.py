"""A duty of a whole family follows from all its help, also for who reads the help of one child alone."""

from django.db import migrations

# Days alone: who writes duties of a family learns from when until when there is help, and not for whom or what.
PERIODS = """
create function looptijden_van(gevraagd uuid[])
returns table (id uuid, gezin_id uuid, gemeente_id int, startdatum date, einddatum date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select akkoord.id, akkoord.gezin_id, akkoord.gemeente_id, akkoord.startdatum, akkoord.einddatum
    from zorg_akkoordzorg akkoord
    where akkoord.gezin_id = any(gevraagd)
        and akkoord.gezin_id = any((select gezinnen_voor('termijn', 'schrijven'))::uuid[])
$$;
revoke execute on function looptijden_van from public;
grant execute on function looptijden_van to smal, breed, systeem;
"""


class Migration(migrations.Migration):
    dependencies = [("zorg", "0009_eindevaluatie")]

    operations = [migrations.RunSQL(PERIODS)]
