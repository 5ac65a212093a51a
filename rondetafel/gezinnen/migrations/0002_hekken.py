"""Fence every table of the family, and tie every row to one gezin in one gemeente.

The pair (gezin, gemeente) is a key: no row can carry the municipality of another family, and when a
family moves, all its rows move along. The pair (parent, gezin) does the same between rows.
"""

from django.db import migrations

KEYS = """
create function hoort_bij_gezin(tabel regclass) returns void language plpgsql as $$
begin
    execute format('alter table %s add foreign key (gezin_id, gemeente_id)
        references gezinnen_gezin (id, gemeente_id) on update cascade', tabel);
end $$;

create function hoort_bij(tabel regclass, sleutel text, ouder regclass) returns void
language plpgsql as $$
begin
    execute format('create unique index if not exists %I on %s (id, gezin_id)',
        ouder || '_id_gezin', ouder);
    execute format('alter table %s add foreign key (%I, gezin_id) references %s (id, gezin_id)',
        tabel, sleutel, ouder);
end $$;

alter table gezinnen_gezin add unique (id, gemeente_id);
alter table toegang_band add foreign key (gezin_id, gemeente_id)
    references gezinnen_gezin (id, gemeente_id) on update cascade;
create index band_gebruiker_gezin on toegang_band (gebruiker_id) include (gezin_id, hoedanigheid, van, tot);
create sequence gezin_nummer;
grant usage on sequence gezin_nummer to breed;
"""

FENCES = """
select omhein('gezinnen_gezin', 'gezin', 'id');
select omhein(tabel, deel), hoort_bij_gezin(tabel) from (values
    ('gezinnen_persoon'::regclass, 'gezin'),
    ('gezinnen_gezag', 'gezin'),
    ('gezinnen_betrokkene', 'gezin'),
    ('gezinnen_regie', 'gezin')
) as hek (tabel, deel);
select omhein(tabel, deel, sleutel => 'persoon_id'), hoort_bij_gezin(tabel) from (values
    ('gezinnen_adres'::regclass, 'adres'),
    ('gezinnen_burgerservicenummer', 'bsn')
) as hek (tabel, deel);

select hoort_bij('toegang_band', 'persoon_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_gezag', 'kind_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_gezag', 'volwassene_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_betrokkene', 'persoon_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_adres', 'persoon_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_burgerservicenummer', 'persoon_id', 'gezinnen_persoon');
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0001_initial"), ("toegang", "0002_hekken")]

    operations = [migrations.RunSQL(KEYS), migrations.RunSQL(FENCES)]
