"""What the database role `cijfers` may count: dates, keys and codes of its own municipalities, no names or texts.

Column by column, so that a new column of a table stays out of the figures until somebody decides otherwise.
"""

from django.db import migrations

COUNTED = """
grant select (id, gezin_id, gemeente_id, jeugdige_id, kwadrant, startdatum, einddatum)
    on zorg_akkoordzorg to cijfers;
grant select (id, gemeente_id, gestopt_op, reden, gas_score) on zorg_stopzorg to cijfers;
grant select (id, gemeente_id, ontvangen_op, doorgestuurd_op, doorlooptijd_bruto, doorlooptijd_netto, opgepakt_at)
    on instroom_aanmelding to cijfers;
grant select (id, gemeente_id, jeugdige_id, kwadrant, van, tot) on instroom_wachtplek to cijfers;
grant select (id, gezin_id, gemeente_id, besloten_op, classificatie) on instroom_triage to cijfers;
grant select (id, gezin_id, gemeente_id, vastgesteld_op) on gezinsplan_gezinsplan to cijfers;
grant select (id, gezin_id, gemeente_id, soort, gehouden_op) on overleg_overleg to cijfers;
grant select (id, gemeente_id, regel, betreft_id, vervalt_op, vervalt_at, gesloten_op) on kern_termijn to cijfers;
"""

FENCES = """
do $$
declare tabel text;
begin
    foreach tabel in array array['zorg_akkoordzorg', 'zorg_stopzorg', 'instroom_aanmelding',
        'instroom_wachtplek', 'instroom_triage', 'gezinsplan_gezinsplan', 'overleg_overleg', 'kern_termijn']
    loop
        execute format('create policy cijfers_telt on %I for select to cijfers
            using (gemeente_id = any((select gemeenten_voor(''cijfers'', ''lezen''))::int[]))', tabel);
    end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kern", "0001_initial"),
        ("toegang", "0002_hekken"),
        ("instroom", "0002_hekken"),
        ("gezinsplan", "0002_hekken"),
        ("overleg", "0002_hekken"),
        ("zorg", "0002_hekken"),
    ]

    operations = [migrations.RunSQL(COUNTED), migrations.RunSQL(FENCES)]
