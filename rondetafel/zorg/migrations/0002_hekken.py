"""Fence the care that is granted, and keep each akkoord within its own family."""

from django.db import migrations

FENCES = """
select omhein(tabel, 'zorg', sleutel => 'jeugdige_id'), hoort_bij_gezin(tabel) from (values
    ('zorg_akkoordzorg'::regclass), ('zorg_verlenging'), ('zorg_stopzorg'), ('zorg_verlengpapier'),
    ('zorg_brief'), ('zorg_handtekening')
) as hek (tabel);
select hoort_bij('zorg_akkoordzorg', 'jeugdige_id', 'gezinnen_persoon');
select hoort_bij('zorg_verlenging', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_stopzorg', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_verlengpapier', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_brief', 'akkoord_id', 'zorg_akkoordzorg');
select hoort_bij('zorg_brief', 'verlenging_id', 'zorg_verlenging');
select hoort_bij('zorg_handtekening', 'brief_id', 'zorg_brief');
select hoort_bij('zorg_handtekening', 'persoon_id', 'gezinnen_persoon');
create unique index zorg_akkoordzorg_id_jeugdige on zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_verlenging add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_stopzorg add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_verlengpapier add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
alter table zorg_brief add foreign key (akkoord_id, jeugdige_id)
    references zorg_akkoordzorg (id, jeugdige_id);
create unique index zorg_brief_id_jeugdige on zorg_brief (id, jeugdige_id);
alter table zorg_handtekening add foreign key (brief_id, jeugdige_id)
    references zorg_brief (id, jeugdige_id);
"""

# SECURITY DEFINER: who sends letters may not read measures and capacity, and must know who signs. It gives the
# days of them alone, about the child of a letter that is not complete, to who may write about it.
SIGNERS = """
create function tekenfeiten(van_akkoord uuid) returns table (
    soort text, van date, tot date, vertegenwoordiger uuid
) language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    with kind as (
        select distinct jeugdige_id from zorg_brief
        where akkoord_id = van_akkoord and rond_op is null
          and gemeente_id = any((select gemeenten_voor('zorg', 'schrijven'))::int[])
    )
    select 'voogdij', maatregel.van, maatregel.tot, null
    from kind join gezinnen_maatregel maatregel on maatregel.persoon_id = jeugdige_id
    where maatregel.soort in ('voogdij', 'voogdij_voorlopig')
    union all
    select 'onbekwaam', oordeel.van, oordeel.tot, oordeel.vertegenwoordiger_id
    from kind join gezinnen_wilsbekwaamheid oordeel on oordeel.persoon_id = jeugdige_id
    where oordeel.oordeel = 'niet'
    order by van
$$;
revoke execute on function tekenfeiten from public;
grant execute on function tekenfeiten to breed;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("zorg", "0001_initial"),
        ("overleg", "0002_hekken"),
        ("gezinnen", "0009_hekken_maatregel"),
    ]

    operations = [migrations.RunSQL(FENCES), migrations.RunSQL(SIGNERS)]
