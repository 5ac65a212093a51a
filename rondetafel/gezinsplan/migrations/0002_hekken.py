"""Fence the plan, and keep goals and actions within their own family."""

from django.db import migrations

FENCES = """
select omhein('gezinsplan_gezinsplan', 'plan'), hoort_bij_gezin('gezinsplan_gezinsplan');
select omhein('gezinsplan_doel', 'plan', sleutel => 'sleutel'), hoort_bij_gezin('gezinsplan_doel');
-- Whoever is at home ticks off actions, and changes nothing else of the plan.
select omhein('gezinsplan_actie', 'plan', sleutel => 'sleutel', schrijf => 'actie'),
    hoort_bij_gezin('gezinsplan_actie');
-- An action is about whom its goal is about, also when the goal changes.
create unique index gezinsplan_doel_id_sleutel on gezinsplan_doel (id, sleutel);
alter table gezinsplan_actie add foreign key (doel_id, sleutel)
    references gezinsplan_doel (id, sleutel) on update cascade;
select hoort_bij('gezinsplan_doel', 'plan_id', 'gezinsplan_gezinsplan');
select hoort_bij('gezinsplan_doel', 'voor_id', 'gezinnen_persoon');
select hoort_bij('gezinsplan_doel', 'eigenaar_id', 'gezinnen_betrokkene');
select hoort_bij('gezinsplan_actie', 'doel_id', 'gezinsplan_doel');
select hoort_bij('gezinsplan_actie', 'wie_id', 'gezinnen_betrokkene');
grant select on gezinsplan_resultaatgebied, gezinsplan_matrixdoel to smal, breed;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinsplan", "0001_initial"), ("gezinnen", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES)]
