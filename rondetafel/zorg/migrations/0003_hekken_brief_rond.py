"""What the nightly job reads to keep a letter that became complete by the day alone: days and keys, no names.

It changes only since when the letter is complete, and who had to sign it.
"""

from django.db import migrations

READ = """
grant select (versie, gezin_id, gemeente_id, jeugdige_id, rond_op, tekenaars) on zorg_brief to systeem;
grant update (rond_op, tekenaars, versie) on zorg_brief to systeem;
create policy bewaart on zorg_brief for update to systeem using (rond_op is null) with check (rond_op is not null);
grant select (id, brief_id, persoon_id, getekend_op, created_at) on zorg_handtekening to systeem;
grant select (geboortejaar, geboortemaand, verwacht_op) on gezinnen_persoon to systeem;
grant select (id, kind_id, volwassene_id, soort, van, tot, created_at) on gezinnen_gezag to systeem;
grant select (id, persoon_id, soort, van, tot, created_at) on gezinnen_maatregel to systeem;
grant select (id, persoon_id, oordeel, vertegenwoordiger_id, van, tot) on gezinnen_wilsbekwaamheid to systeem;
"""

FENCES = """
do $$
declare tabel text;
begin
    foreach tabel in array array['zorg_handtekening', 'gezinnen_gezag', 'gezinnen_maatregel',
        'gezinnen_wilsbekwaamheid']
    loop
        execute format('create policy rekent_na on %I for select to systeem using (true)', tabel);
    end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("zorg", "0002_hekken"), ("platform", "0004_sweep")]

    operations = [migrations.RunSQL(READ), migrations.RunSQL(FENCES)]
