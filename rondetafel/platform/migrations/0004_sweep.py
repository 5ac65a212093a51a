"""What the nightly sweep reads to recompute every duty: days, keys and codes; no names, texts or judgements.

It reads as `systeem` and can change nothing. The opdracht that mends runs as the owner of the tables.
"""

from django.db import migrations

READ = """
grant select on kern_termijn to systeem;
grant select (id, gezin_id, gemeente_id, ontvangen_op, doorgestuurd_op, is_acuut, opgepakt_at, created_at,
    wacht_sinds, pauzes) on instroom_aanmelding to systeem;
grant select (id, aanmelding_id, gezin_id, gemeente_id, besloten_op) on instroom_triage to systeem;
grant select (id) on gezinnen_gezin to systeem;
grant select (id, gezin_id, gemeente_id, rol, geboortedatum) on gezinnen_persoon to systeem;
grant select (id, gezin_id, regisseur_id, van, tot) on gezinnen_regie to systeem;
grant select (id, gezin_id, gebruiker_id, groep) on gezinnen_betrokkene to systeem;
grant select (id, gezin_id, gestart_op, vastgesteld_op, uitgave) on gezinsplan_gezinsplan to systeem;
grant select (id, gezin_id, gemeente_id, eigenaar_id, vastgesteld_op) on gezinsplan_doel to systeem;
grant select (id, doel_id, geevalueerd_op, volgende_op) on gezinsplan_evaluatie to systeem;
grant select (id, gezin_id, soort, gepland_op, gehouden_op, is_totaal_besproken, concrete_doelen)
    on overleg_overleg to systeem;
grant select (id, gezin_id, overleg_id, betrokkene_id, was_aanwezig) on overleg_deelname to systeem;
grant select (id, gezin_id, gemeente_id, jeugdige_id, product_code, uitvoerder_id, startdatum, einddatum,
    gegeven_op) on zorg_akkoordzorg to systeem;
grant select (id, akkoord_id, was, tot, gevraagd_op, stand) on zorg_verlenging to systeem;
grant select (id, akkoord_id, created_at, besloten_op, verstuurd_op) on zorg_brief to systeem;
grant select (id, akkoord_id, gestopt_op, was_tot) on zorg_stopzorg to systeem;
grant select (id, gezin_id, gemeente_id, gebruikt_op, beoordeeld_op) on kwaliteit_noodknop to systeem;
"""

FENCES = """
do $$
declare tabel text;
begin
    foreach tabel in array array['kern_termijn', 'instroom_aanmelding', 'instroom_triage', 'gezinnen_gezin',
        'gezinnen_persoon', 'gezinnen_regie', 'gezinnen_betrokkene', 'gezinsplan_gezinsplan',
        'gezinsplan_doel', 'gezinsplan_evaluatie', 'overleg_overleg', 'overleg_deelname', 'zorg_akkoordzorg', 'zorg_verlenging',
        'zorg_brief', 'zorg_stopzorg', 'kwaliteit_noodknop']
    loop
        execute format('create policy rekent_na on %I for select to systeem using (true)', tabel);
    end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("platform", "0003_inlogdiensten"),
        ("kern", "0002_logboek"),
        ("instroom", "0002_hekken"),
        ("gezinnen", "0009_hekken_maatregel"),
        ("gezinsplan", "0006_hekken_evaluatie"),
        ("overleg", "0005_columns_that_moved"),
        ("zorg", "0002_hekken"),
        ("kwaliteit", "0004_hekken_noodknop"),
    ]

    operations = [migrations.RunSQL(READ), migrations.RunSQL(FENCES)]
