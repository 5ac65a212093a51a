"""Keep a version whole, whoever makes it, and count the agreements about a scale apart from the words of a goal."""

from django.db import migrations, models

# What is hidden from who adopts or evaluates is kept too, and hidden again from each reader of the version.
KEEP = """
create function keep_versie(welke uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if welke <> all(eigen_versies()) then
        raise insufficient_privilege using message = 'dit is geen eigen versie';
    end if;
    insert into gezinsplan_versiedoel
        (id, versie, created_at, gezin_id, gemeente_id, in_versie_id, doel_id, eigenaar_id, sleutel, inhoud)
    select gen_random_uuid(), 1, statement_timestamp(), doel.gezin_id, doel.gemeente_id, welke, doel.id,
        doel.eigenaar_id, doel.sleutel, jsonb_build_object(
            'letter', gebied.letter,
            'gebied', gebied.naam,
            'matrixdoel', matrixdoel.tekst,
            'specifiek', doel.specifiek,
            'meetbaar', doel.meetbaar,
            'acceptabel', doel.acceptabel,
            'realistisch', doel.realistisch,
            'gestart_op', coalesce(doel.gestart_op::text, ''),
            'behaald_voor', coalesce(doel.behaald_voor::text, ''),
            'zwaarte', doel.zwaarte,
            'inzet', doel.inzet,
            'uitkomst', coalesce(laatste.uitkomst, ''),
            'geevalueerd_op', coalesce(laatste.geevalueerd_op::text, ''))
    from gezinsplan_planversie versie
    join gezinsplan_doel doel on doel.plan_id = versie.plan_id and doel.weggehaald_op is null
        and (versie.doel_id is null or versie.doel_id = doel.id)
    join gezinsplan_matrixdoel matrixdoel on matrixdoel.id = doel.matrixdoel_id
    join gezinsplan_resultaatgebied gebied on gebied.id = matrixdoel.gebied_id
    left join lateral (
        select evaluatie.uitkomst, evaluatie.geevalueerd_op from gezinsplan_evaluatie evaluatie
        where evaluatie.doel_id = doel.id order by evaluatie.geevalueerd_op desc limit 1
    ) laatste on true
    where versie.id = welke;
    insert into gezinsplan_versieactie
        (id, versie, created_at, gezin_id, gemeente_id, versiedoel_id, actie_id, wie_id, sleutel,
        tekst, vanaf, tot, klaar_op)
    select gen_random_uuid(), 1, statement_timestamp(), actie.gezin_id, actie.gemeente_id, versiedoel.id,
        actie.id, actie.wie_id, actie.sleutel, actie.tekst, actie.vanaf, actie.tot, actie.klaar_op
    from gezinsplan_versiedoel versiedoel
    join gezinsplan_actie actie on actie.doel_id = versiedoel.doel_id and actie.weggehaald_op is null
    where versiedoel.in_versie_id = welke;
end $$;
revoke execute on function keep_versie from public;
grant execute on function keep_versie to smal, breed;

-- What stands in a version comes from the plan itself, and from nowhere else.
do $$
declare tabel text;
begin
    foreach tabel in array array['gezinsplan_versiedoel', 'gezinsplan_versieactie'] loop
        execute format('drop policy van_eigen_versie on %I', tabel);
        execute format('drop policy smal_maakt on %I', tabel);
        execute format('drop policy breed_maakt on %I', tabel);
        execute format('revoke insert on %I from smal, breed', tabel);
    end loop;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0010_hekken_versie")]

    operations = [
        migrations.AddField(
            model_name="doel",
            name="schaalversie",
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name="versieactie",
            name="tot",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.RunSQL(KEEP),
    ]
