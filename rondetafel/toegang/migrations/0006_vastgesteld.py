"""A gemeente reads the plan as it was adopted last, and nothing else of it (ADR 0040)."""

from django.db import migrations

# The table of rights stays as it was, with one part instead of another.
ONDERDELEN = """
do $$
declare
    was text := pg_get_functiondef('onderdelen(text,text,text)'::regprocedure);
    kenmerk text := '{gezin,plan,zorg,cijfers}';
begin
    if position(kenmerk in was) = 0 then
        raise exception 'onderdelen is not as expected';
    end if;
    execute replace(was, kenmerk, '{gezin,vastgesteld,zorg,cijfers}');
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("toegang", "0005_hekken_samen")]

    operations = [migrations.RunSQL(ONDERDELEN)]
