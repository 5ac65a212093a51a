"""Who looks at their goal for the last time meets the duty of the end evaluation, and reads no other duty of help."""

from django.db import migrations

# The help that goals belong to, as keys alone: who owns a goal need not be able to read the help.
OWNER = """
create function akkoorden_bij(gevraagd uuid[]) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(akkoord.id), '{}')
    from gezinsplan_doel doel join zorg_akkoordzorg akkoord
        on akkoord.gezin_id = doel.gezin_id and doel.sleutel in (akkoord.jeugdige_id, akkoord.gezin_id)
    where doel.id = any(gevraagd)
        and (doel.id = any(eigen_doelen()) or doel.gezin_id = any(hele_gezinnen_voor('termijn', 'schrijven')))
$$;
create policy terugkijker_leest on kern_termijn for select to smal
    using (regel = 'eindevaluatie' and betreft_id = any((select akkoorden_bij(eigen_doelen()))::uuid[]));
create policy terugkijker_sluit on kern_termijn for update to smal
    using (regel = 'eindevaluatie' and betreft_id = any((select akkoorden_bij(eigen_doelen()))::uuid[]));
"""
READ = "grant select (gezin_id, sleutel, moment) on gezinsplan_evaluatie to systeem;"


class Migration(migrations.Migration):
    dependencies = [
        ("zorg", "0008_volgend_rto"),
        ("gezinsplan", "0021_uit_eigenplan"),
        ("platform", "0004_sweep"),
    ]

    operations = [migrations.RunSQL(OWNER), migrations.RunSQL(READ)]
