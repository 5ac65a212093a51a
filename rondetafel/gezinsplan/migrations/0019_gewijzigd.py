"""When the words of a goal or an action were last changed, and in a version for whom a goal was."""

from django.db import migrations, models

# The function stays as it was, with one word more in what it keeps.
KEEP = """
do $$
declare
    was text := pg_get_functiondef('keep_versie(uuid)'::regprocedure);
    kenmerk text := $k$'specifiek', doel.specifiek,$k$;
begin
    if position(kenmerk in was) = 0 then
        raise exception 'keep_versie is not as expected';
    end if;
    execute replace(was, kenmerk,
        $k$'over', coalesce(doel.voor_id::text, doel.volwassene_id::text, ''), $k$ || kenmerk);
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0018_meedoener")]

    operations = [
        *(
            migrations.AddField(
                model_name=model, name="gewijzigd_op", field=models.DateField(blank=True, null=True)
            )
            for model in ("doel", "actie")
        ),
        migrations.RunSQL(KEEP),
    ]
