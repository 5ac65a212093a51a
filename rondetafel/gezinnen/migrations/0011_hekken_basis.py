"""Fence what people are to each other, and let 'no gezag' stand beside voogdij of an instelling.

Who may not know of a new partner does not find them by a relation either.
"""

from django.db import migrations

FENCES = """
select omhein('gezinnen_relatie', 'toegang', schrijf => 'gezin'), hoort_bij_gezin('gezinnen_relatie');
select hoort_bij('gezinnen_relatie', 'persoon_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_relatie', 'met_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_relatie', 'met_stoel_id', 'gezinnen_betrokkene');
create policy scherm on gezinnen_relatie as restrictive for select to smal, breed using (
    (met_stoel_id is null or met_stoel_id <> all((select verborgen_stoelen())::uuid[]))
    and not (soort = 'partner' and (
        persoon_id = any((select afgeschermden('partner'))::uuid[])
        or met_id = any((select afgeschermden('partner'))::uuid[]))));
"""

GEZAG = """
create or replace function gezag_of_voogdij() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    if exists (
        select from gezinnen_maatregel maatregel join gezinnen_gezag gezag on gezag.kind_id = persoon_id
        where (maatregel.id = new.id or gezag.id = new.id)
          and maatregel.soort in ('voogdij', 'voogdij_voorlopig')
          and gezag.soort <> 'geen'
          and (maatregel.tot is null or maatregel.tot >= maatregel.van)
          and (maatregel.tot is null or gezag.van <= maatregel.tot)
          and (gezag.tot is null or gezag.tot >= maatregel.van)
    ) then
        raise check_violation using message = 'een kind onder voogdij van een instelling staat onder niemands gezag';
    end if;
    return null;
end $$;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0010_basis")]

    operations = [migrations.RunSQL(sql) for sql in (FENCES, GEZAG)]
