"""The second fence: what each database role may read and write, decided by the database itself.

`onderdelen` repeats the table of rights of rechten.py on purpose: a fence that asked the first fence
would not be a second one. A test proves both equal.
"""

from django.db import migrations

CONTEXT = """
create function huidige_gebruiker() returns uuid language sql stable as
$$ select nullif(current_setting('rondetafel.gebruiker', true), '')::uuid $$;

create function huidige_peildatum() returns date language sql stable as
$$ select nullif(current_setting('rondetafel.peildatum', true), '')::date $$;

create function onderdelen(soort_houder text, houder text, soort text) returns text[]
language sql immutable as $$
    select coalesce((select deel from (values
        ('rol', 'kernteam', 'lezen', '{gezin,aanmelding,plan,zorg,toegang,termijn,cijfers}'::text[]),
        ('rol', 'kernteam', 'schrijven', '{gezin,aanmelding,zorg,toegang,termijn}'::text[]),
        ('rol', 'backoffice', 'lezen',
            '{gezin,adres,bsn,afscherming,aanmelding,zorg,termijn}'::text[]),
        ('rol', 'backoffice', 'schrijven', '{gezin,adres,bsn,afscherming,aanmelding,zorg,termijn}'::text[]),
        ('rol', 'gemeente', 'lezen', '{gezin,plan,zorg,cijfers}'::text[]),
        ('rol', 'auditor', 'lezen', '{logboek}'::text[]),
        ('rol', 'beveiliging', 'lezen', '{logboek,toezicht,noodknop}'::text[]),
        ('rol', 'beveiliging', 'schrijven', '{toezicht,noodknop}'::text[]),
        ('rol', 'directie', 'lezen', '{cijfers}'::text[]),
        ('band', 'regisseur', 'lezen',
            '{gezin,adres,bsn,afscherming,aanmelding,plan,zorg,toegang,logboek,termijn,document,noodknop,eigendossier}'::text[]),
        ('band', 'regisseur', 'schrijven',
            '{gezin,adres,bsn,afscherming,plan,actie,zorg,toegang,delen,termijn,document,eigendossier}'::text[]),
        ('band', 'aanbieder', 'lezen', '{gezin,plan,zorg,toegang,termijn,document,eigendossier}'::text[]),
        ('band', 'aanbieder', 'schrijven', '{plan,actie,zorg,toegang,termijn,document,eigendossier}'::text[]),
        ('band', 'jeugdbeschermer', 'lezen', '{gezin,plan,zorg,toegang,document,eigendossier}'),
        ('band', 'jeugdbeschermer', 'schrijven', '{actie,eigendossier}'),
        ('band', 'voogd', 'lezen', '{gezin,plan,zorg,toegang,logboek,document,eigendossier}'),
        ('band', 'voogd', 'schrijven', '{actie,delen,eigendossier}'),
        ('band', 'ouder', 'lezen', '{gezin,plan,zorg,toegang,logboek,document}'::text[]),
        ('band', 'ouder', 'schrijven', '{actie,delen,document}'::text[]),
        ('band', 'jeugdige', 'lezen', '{gezin,plan,zorg,toegang,logboek,document}'::text[]),
        ('band', 'jeugdige', 'schrijven', '{actie,delen,document}'::text[]),
        ('band', 'netwerk', 'lezen', '{gezin,plan,zorg}'::text[]),
        ('band', 'noodlezer', 'lezen', '{gezin,adres,plan,zorg}'::text[])
    ) as recht (van, wie, wat, deel)
    where van = soort_houder and wie = houder and wat = soort), '{}')
$$;
"""

# SECURITY DEFINER: the reader asks about ties without being able to read the ties of others. The
# search path is fixed, so that no table of the reader's own can stand in between. Each function
# checks the rol itself, so that the wrong database role answers with nothing.
REACH = """
create function huidige_rol() returns text
language sql stable security definer set search_path = pg_catalog, public, pg_temp as
$$ select rol from toegang_gebruiker where id = huidige_gebruiker() and is_active $$;

create function geldige_banden(deel text, soort text) returns setof toegang_band
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select band.* from toegang_band band
    where band.gebruiker_id = huidige_gebruiker()
      and huidige_rol() not in ('kernteam', 'backoffice', 'gemeente', 'auditor', 'directie', 'beveiliging', 'aandacht')
      and band.van <= huidige_peildatum()
      and (band.tot is null or band.tot >= huidige_peildatum())
      -- A day is no measure for an emergency: such a tie ends at a moment of this clock.
      and (band.tot_at is null or band.tot_at > statement_timestamp())
      and (band.onderdelen = '{}' or deel = any(band.onderdelen))
      and deel = any(onderdelen('band', band.hoedanigheid, soort))
$$;
revoke execute on function geldige_banden from public;

-- What a family has together is open through any tie with it.
create function gezinnen_voor(deel text, soort text) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct gezin_id), '{}') from geldige_banden(deel, soort)
$$;

-- What is about one person: all of it through a tie with the whole family ...
create function hele_gezinnen_voor(deel text, soort text) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct gezin_id), '{}') from geldige_banden(deel, soort)
    where persoon_id is null
$$;

-- ... or through a tie with that person, who shares what is about everyone.
create function sleutels_voor(deel text, soort text) returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(distinct sleutel), '{}')
    from geldige_banden(deel, soort), unnest(array[persoon_id, gezin_id]) as sleutel
    where persoon_id is not null
$$;

create function gemeenten_voor(deel text, soort text) returns int[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce((
        select gemeenten from toegang_gebruiker
        where id = huidige_gebruiker() and is_active and deel = any(onderdelen('rol', rol, soort))
    ), '{}')
$$;
"""

# Nothing is ever deleted: no role gets the right to.
FENCE = """
-- `deel` is the part that reads; `schrijf` the part that writes, where writing is for more people.
create function omhein(tabel regclass, deel text, gezin text default 'gezin_id',
    sleutel text default null, schrijf text default null)
returns void language plpgsql as $$
declare
    binnen text := format('%I = any((select gezinnen_voor(%%1$L, %%2$L))::uuid[])', gezin);
    gemeente text := 'gemeente_id = any((select gemeenten_voor(%1$L, %2$L))::int[])';
begin
    schrijf := coalesce(schrijf, deel);
    if sleutel is not null then
        binnen := format('(%I = any((select hele_gezinnen_voor(%%1$L, %%2$L))::uuid[])
            or %I = any((select sleutels_voor(%%1$L, %%2$L))::uuid[]))', gezin, sleutel);
    end if;
    execute format('alter table %s enable row level security', tabel);
    execute format('alter table %s force row level security', tabel);
    execute format('grant select, insert, update on %s to smal, breed', tabel);
    execute format('create policy eigenaar on %s to %I using (true) with check (true)', tabel, current_user);

    execute format('create policy smal_leest on %s for select to smal using (%s)',
        tabel, format(binnen, deel, 'lezen'));
    execute format('create policy smal_maakt on %s for insert to smal with check (%s)',
        tabel, format(binnen, schrijf, 'schrijven'));
    execute format('create policy smal_wijzigt on %s for update to smal using (%s)',
        tabel, format(binnen, schrijf, 'schrijven'));

    execute format('create policy breed_leest on %s for select to breed using (%s)',
        tabel, format(gemeente, deel, 'lezen'));
    execute format('create policy breed_maakt on %s for insert to breed with check (%s)',
        tabel, format(gemeente, schrijf, 'schrijven'));
    execute format('create policy breed_wijzigt on %s for update to breed using (%s)',
        tabel, format(gemeente, schrijf, 'schrijven'));
end $$;
"""

ACCOUNTS = """
grant select, insert, update on toegang_gebruiker to deur;
grant select (id, naam, rol, functie, organisatie_id, gemeenten, is_active)
    on toegang_gebruiker to smal, breed;
alter table toegang_gebruiker enable row level security;
alter table toegang_gebruiker force row level security;
create policy eigenaar on toegang_gebruiker to current_user using (true) with check (true);
create policy deur on toegang_gebruiker to deur using (true) with check (true);
create policy collega on toegang_gebruiker for select to smal, breed using (rol <> 'gezin');

select omhein('toegang_band', 'toegang');
grant select on toegang_band to deur;
create policy deur on toegang_band for select to deur using (true);
"""

KERN = """
select omhein('kern_termijn', 'termijn');
create policy smal_meldt_aan on kern_termijn for insert to smal
    with check (gezin_id is null and huidige_rol() = 'verwijzer');

alter table kern_logregel enable row level security;
alter table kern_logregel force row level security;
grant select, insert on kern_logregel to smal, breed;
create policy eigenaar on kern_logregel to current_user using (true) with check (true);
create policy eigen_regel on kern_logregel for insert to smal, breed
    with check (gebruiker_id = huidige_gebruiker());
-- At the door only one thing happens that is written: someone starts to use their own account.
grant insert on kern_logregel to deur;
create policy account_gestart on kern_logregel for insert to deur
    with check (gebeurtenis = 'account_gestart' and betreft_id = gebruiker_id and gezin_id is null);
create policy smal_leest on kern_logregel for select to smal
    using (gezin_id = any((select gezinnen_voor('logboek', 'lezen'))::uuid[]));
create policy breed_leest on kern_logregel for select to breed
    using (gemeente_id = any((select gemeenten_voor('logboek', 'lezen'))::int[]));

create function logboek_blijft() returns trigger language plpgsql as
$$ begin raise exception 'het logboek wordt alleen aangevuld'; end $$;
create trigger logboek_blijft before update or delete on kern_logregel
    for each row execute function logboek_blijft();
create trigger logboek_blijft_heel before truncate on kern_logregel
    for each statement execute function logboek_blijft();

alter table kern_post enable row level security;
alter table kern_post force row level security;
create policy eigenaar on kern_post to current_user using (true) with check (true);
grant insert on kern_post to deur, smal, breed;
create policy schrijft on kern_post for insert to deur, smal, breed with check (verstuurd_at is null);
grant select, update on kern_post to systeem;
create policy verstuurt on kern_post to systeem using (true) with check (true);
"""

ORGANISATIES = """
grant select on organisaties_gemeente, organisaties_gebied, organisaties_organisatie
    to smal, breed, cijfers;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0001_initial"),
        ("kern", "0001_initial"),
        ("organisaties", "0001_initial"),
    ]

    operations = [migrations.RunSQL(sql) for sql in (CONTEXT, REACH, FENCE, ACCOUNTS, KERN, ORGANISATIES)]
