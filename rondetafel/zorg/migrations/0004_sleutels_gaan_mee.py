"""Let what hangs on an akkoord or a letter move along when its young person turns out to be another record."""

from django.db import migrations

ALONG = """
do $$
declare sleutel record;
begin
    for sleutel in
        select conname, conrelid::regclass as tabel, pg_get_constraintdef(oid) as tekst
        from pg_constraint
        where contype = 'f' and confrelid in ('zorg_akkoordzorg'::regclass, 'zorg_brief'::regclass)
          and array_length(conkey, 1) = 2 and pg_get_constraintdef(oid) like '%, jeugdige_id)%'
    loop
        execute format('alter table %s drop constraint %I', sleutel.tabel, sleutel.conname);
        execute format('alter table %s add constraint %I %s on update cascade',
            sleutel.tabel, sleutel.conname, sleutel.tekst);
    end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("zorg", "0003_hekken_brief_rond")]

    operations = [migrations.RunSQL(ALONG)]
