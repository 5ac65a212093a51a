"""The logboek in the database itself: one way in, no way to change it, and who reads which lines.

The rest of what is said about readers stands with the other fences in toegang; this file comes after
them, since a line needs to know who belongs to a family and on which tie someone came in.
"""

from django.db import migrations

# Repeats kern/vertrouwelijk.py; a test proves both equal.
CONFIDENTIAL = """
create function is_vertrouwelijk(deel text) returns boolean language sql immutable
as $$ select deel in ('afscherming', 'veiligheid', 'toezicht') $$;
"""

# SECURITY DEFINER: who writes a line needs no right to read who is in the family, nor to write the table
# by any other way. `role` still names the role of the caller: only `current_user` is the owner here.
WRITE = """
create function schrijf_logregels(wie jsonb, regels jsonb) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
    handelend uuid := (wie->>'gebruiker_id')::uuid;
    toestel text := current_setting('role');
    dag date := coalesce(huidige_peildatum(), current_date);
    organisatie text := (
        select o.naam from toegang_gebruiker g join organisaties_organisatie o on o.id = g.organisatie_id
        where g.id = handelend
    );
begin
    if toestel in ('smal', 'breed', 'veilig') and handelend is distinct from huidige_gebruiker() then
        raise insufficient_privilege using message = 'een logregel gaat over wie hem schrijft';
    end if;
    -- At the door it is about accounts and never about a family: about one's own, unless somebody who is
    -- known was refused.
    if toestel = 'deur' and exists (
        select from jsonb_to_recordset(regels) as regel (
            gebeurtenis text, gezin_id uuid, gemeente_id int, persoon_id uuid, betreft_id uuid
        )
        where coalesce(regel.gezin_id, regel.persoon_id) is not null or regel.gemeente_id is not null
           or regel.betreft_id is distinct from handelend
              and (handelend is null or regel.gebeurtenis <> 'geweigerd')
    ) then
        raise insufficient_privilege using message = 'aan de deur gaat een logregel over een account';
    end if;
    insert into kern_logregel (
        id, at, gebruiker_id, naam, rol, organisatie, gebeurtenis, actie, uitkomst, onderdeel, doel, grond,
        is_noodknop, gezin_id, gemeente_id, persoon_id, is_afgeschermd, betreft, betreft_id, verzoek_id,
        netwerkadres, bron, details
    )
    select gen_random_uuid(), (wie->>'at')::timestamptz, handelend, wie->>'naam', wie->>'rol',
        coalesce(organisatie, ''), regel.gebeurtenis, regel.actie, coalesce(regel.uitkomst, 'gelukt'),
        coalesce(regel.onderdeel, ''), coalesce(waarom.doel, wie->>'doel'), case
            when regel.uitkomst = 'geweigerd' then '' else coalesce(waarom.grond, 'rol:' || (wie->>'rol')) end,
        coalesce(waarom.grond like '%:noodknop', false),
        coalesce(gezin.id, regel.gezin_id), coalesce(regel.gemeente_id, gezin.gemeente_id), coalesce(regel.persoon_id, persoon.id),
        exists (
            select from gezinnen_adres adres
            where adres.persoon_id = coalesce(regel.persoon_id, persoon.id) and adres.is_geheim
              and (adres.tot is null or adres.tot >= dag)
        ),
        coalesce(regel.betreft, ''), regel.betreft_id, (wie->>'verzoek_id')::uuid,
        (wie->>'netwerkadres')::inet, wie->>'bron', coalesce(regel.details, '{}')
    from jsonb_to_recordset(regels) as regel (
        gebeurtenis text, actie text, uitkomst text, onderdeel text, gezin_id uuid, gemeente_id int,
        persoon_id uuid, betreft text, betreft_id uuid, details jsonb
    )
    -- Who was refused something about a whole family named only its key.
    left join gezinnen_gezin gezin on gezin.id = coalesce(
        regel.gezin_id, case when regel.uitkomst = 'geweigerd' and toestel <> 'deur' then regel.betreft_id end
    )
    left join gezinnen_persoon persoon on persoon.gezin_id = gezin.id and regel.persoon_id is null
    -- On which ground, and for which purpose: the tie that holds and comes nearest to what is looked at.
    left join lateral (
        select band.hoedanigheid || ':' || band.grond as grond, nullif(band.doel, '') as doel
        from toegang_band band
        where band.gebruiker_id = handelend and band.gezin_id = gezin.id
          and band.van <= dag and (band.tot is null or band.tot >= dag)
          -- What was open when this transaction began is the ground of all that it showed.
          and (band.tot_at is null or band.tot_at > now())
        order by (band.onderdelen = '{}' or regel.onderdeel = any(band.onderdelen)) desc,
            coalesce(band.persoon_id = coalesce(regel.persoon_id, persoon.id), false) desc,
            (band.persoon_id is null) desc, band.van desc
        limit 1
    ) as waarom on true;
end $$;
revoke execute on function schrijf_logregels from public;
grant execute on function schrijf_logregels to deur, smal, breed, systeem;

revoke insert on kern_logregel from deur, smal, breed;
drop policy if exists eigen_regel on kern_logregel;
drop policy if exists account_gestart on kern_logregel;
"""

READ = """
drop policy if exists smal_leest on kern_logregel;
create policy smal_leest on kern_logregel for select to smal using (
    not is_vertrouwelijk(onderdeel) and (
        gezin_id = any((select hele_gezinnen_voor('logboek', 'lezen'))::uuid[])
        or sleutel = any((select sleutels_voor('logboek', 'lezen'))::uuid[])
    )
);
drop policy if exists breed_leest on kern_logregel;
create policy breed_leest on kern_logregel for select to breed using (
    gemeente_id = any((select gemeenten_voor('logboek', 'lezen'))::int[]) and (
        not is_vertrouwelijk(onderdeel)
        or gemeente_id = any((select gemeenten_voor('toezicht', 'lezen'))::int[])
    )
);
"""

# The worker seals. It takes lines out of the list by a function, since nobody deletes from our tables.
SEAL = """
create function leg_klaar_om_te_verzegelen() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    insert into kern_teverzegelen (regel_id) select id from nieuw;
    return null;
end $$;
create trigger leg_klaar_om_te_verzegelen after insert on kern_logregel
    referencing new table as nieuw for each statement execute function leg_klaar_om_te_verzegelen();

create function neem_te_verzegelen(hoeveel int) returns setof kern_logregel
language sql security definer set search_path = pg_catalog, public, pg_temp as $$
    with deel as (
        delete from kern_teverzegelen where regel_id in (
            select regel_id from kern_teverzegelen join kern_logregel on id = regel_id
            order by at, id limit hoeveel
        ) returning regel_id
    )
    select regel.* from kern_logregel regel join deel on regel.id = deel.regel_id order by regel.at, regel.id
$$;
revoke execute on function neem_te_verzegelen from public;
grant execute on function neem_te_verzegelen to systeem;

alter table kern_teverzegelen enable row level security;
alter table kern_teverzegelen force row level security;
create policy eigenaar on kern_teverzegelen to current_user using (true) with check (true);
grant select on kern_teverzegelen to systeem;
create policy verzegelt on kern_teverzegelen for select to systeem using (true);

alter table kern_zegel enable row level security;
alter table kern_zegel force row level security;
create policy eigenaar on kern_zegel to current_user using (true) with check (true);
grant select, insert on kern_zegel to systeem;
create policy verzegelt on kern_zegel to systeem using (true) with check (true);
create trigger zegel_blijft before update or delete on kern_zegel
    for each row execute function logboek_blijft();
create trigger zegel_blijft_heel before truncate on kern_zegel
    for each statement execute function logboek_blijft();

grant select on kern_logregel to systeem;
create policy verzegelt on kern_logregel for select to systeem using (true);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("kern", "0001_initial"),
        ("toegang", "0002_hekken"),
        ("gezinnen", "0002_hekken"),
    ]

    operations = [migrations.RunSQL(sql) for sql in (CONFIDENTIAL, WRITE, READ, SEAL)]
