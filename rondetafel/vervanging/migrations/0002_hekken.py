"""Fence who stands in for whom, and let ties pass on: drawn by the database, never written by hand.

A tie that passes on is a copy of a tie by work, for the days on which that tie holds and its owner is away.
A trigger draws it anew when either changes, in the same transaction. So no operation can forget it, who
records it needs no right to write ties, and no statement can make such a tie wider than the one it follows.
"""

from django.db import migrations

# Which grounds pass on: `WERK` in toegang/models.py; a test proves both equal. A copy bears the ground
# 'vervanging' itself, so nothing passes on twice. SECURITY DEFINER: the copies may be of families that
# whoever records this does not read (yet).
#
# The lock makes two changes about one colleague wait for each other: a family that is assigned while the
# absence is being recorded would otherwise see no absence, and the absence no family.
FOLLOW = """
create function teken_vervanging(afwezige uuid, alleen_band uuid, alleen_vervanging uuid) returns void
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform pg_advisory_xact_lock(hashtextextended('vervanging ' || afwezige, 0));
    with gewenst as (
        select band.*, vervanging.id as vervanging_id, vervanging.vervanger_id,
            greatest(band.van, vervanging.van) as eerste, least(band.tot, vervanging.tot) as laatste,
            left('vervangt ' || collega.naam, 80) as waarom
        from vervanging_vervanging vervanging
        join toegang_gebruiker collega on collega.id = vervanging.wie_id
        join toegang_band band on band.gebruiker_id = vervanging.wie_id
        where vervanging.wie_id = afwezige and band.grond in ('regie', 'akkoord')
          and (alleen_band is null or band.id = alleen_band)
          and (alleen_vervanging is null or vervanging.id = alleen_vervanging)
    ), verplaatst as (
        update toegang_band kopie
        set van = gewenst.eerste, tot = greatest(gewenst.laatste, gewenst.eerste - 1),
            hoedanigheid = gewenst.hoedanigheid, persoon_id = gewenst.persoon_id,
            onderdelen = gewenst.onderdelen, versie = kopie.versie + 1
        from gewenst
        where kopie.vervangt_id = gewenst.id and kopie.grond_id = gewenst.vervanging_id
          and (kopie.van, kopie.tot, kopie.hoedanigheid, kopie.persoon_id, kopie.onderdelen)
              is distinct from (gewenst.eerste, greatest(gewenst.laatste, gewenst.eerste - 1),
              gewenst.hoedanigheid, gewenst.persoon_id, gewenst.onderdelen)
    )
    insert into toegang_band (id, versie, created_at, gebruiker_id, gezin_id, gemeente_id, hoedanigheid,
        grond, grond_id, persoon_id, onderdelen, doel, van, tot, vervangt_id)
    select gen_random_uuid(), 1, now(), vervanger_id, gezin_id, gemeente_id, hoedanigheid,
        'vervanging', vervanging_id, persoon_id, onderdelen, waarom, eerste, laatste, gewenst.id
    from gewenst
    where eerste <= laatste and not exists (
        select from toegang_band kopie
        where kopie.vervangt_id = gewenst.id and kopie.grond_id = gewenst.vervanging_id
    );
end $$;
revoke execute on function teken_vervanging from public;

create function volg_band() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform teken_vervanging(new.gebruiker_id, new.id, null);
    return null;
end $$;
create trigger volg_band
    after insert or update of van, tot, hoedanigheid, persoon_id, onderdelen on toegang_band
    for each row when (new.grond in ('regie', 'akkoord')) execute function volg_band();

create function volg_vervanging() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
    perform teken_vervanging(new.wie_id, null, new.id);
    return null;
end $$;
create trigger volg_vervanging after insert or update of tot on vervanging_vervanging
    for each row execute function volg_vervanging();

select hoort_bij('toegang_band', 'vervangt_id', 'toegang_band');
create policy volgt_vanzelf on toegang_band as restrictive for insert to smal, breed
    with check (grond <> 'vervanging');
create policy schuift_vanzelf on toegang_band as restrictive for update to smal, breed
    using (grond <> 'vervanging');
"""

FACTS = """
-- The same work, in the same place. Accounts are read as their owner: a policy asks it about two others.
create function is_collega(een uuid, ander uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select from toegang_gebruiker een_ join toegang_gebruiker ander_ on ander_.rol = een_.rol
        where een_.id = een and ander_.id = ander and een <> ander and een_.is_active and ander_.is_active
          and (een_.rol = 'regisseur'
              or een_.rol = 'aanbieder' and een_.organisatie_id = ander_.organisatie_id)
    )
$$;
revoke execute on function is_collega from public;
grant execute on function is_collega to smal, breed;

-- The regisseurs of whom this member of the kernteam may record that they are away.
create function mijn_regisseurs() returns uuid[]
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select coalesce(array_agg(regisseur.id), '{}')
    from toegang_gebruiker ik
    join toegang_gebruiker regisseur on regisseur.rol = 'regisseur' and regisseur.gemeenten && ik.gemeenten
    where ik.id = huidige_gebruiker() and ik.is_active and ik.rol = 'kernteam'
$$;
revoke execute on function mijn_regisseurs from public;
grant execute on function mijn_regisseurs to breed;

-- The days on which a colleague is away, without the reason.
create function dagen_afwezig(collega uuid) returns table (van date, tot date)
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select vervanging.van, vervanging.tot from vervanging_vervanging vervanging
    where vervanging.wie_id = collega and vervanging.tot >= huidige_peildatum()
      and vervanging.van <= vervanging.tot
      and (collega = huidige_gebruiker() or is_collega(huidige_gebruiker(), collega)
          or huidige_rol() = 'kernteam')
    order by vervanging.van
$$;
revoke execute on function dagen_afwezig from public;
grant execute on function dagen_afwezig to smal, breed;

-- Has this colleague a tie by work that is not over, in a municipality that is not of who asks?
create function werkt_ook_elders(collega uuid) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select from toegang_band band
        where band.gebruiker_id = collega and band.grond in ('regie', 'akkoord')
          and (band.tot is null or band.tot >= huidige_peildatum())
          and band.gemeente_id <> all (
              select unnest(gemeenten) from toegang_gebruiker where id = huidige_gebruiker())
    )
$$;
revoke execute on function werkt_ook_elders from public;
grant execute on function werkt_ook_elders to breed;
"""

FENCE = """
alter table vervanging_vervanging enable row level security;
alter table vervanging_vervanging force row level security;
create policy eigenaar on vervanging_vervanging to current_user using (true) with check (true);
grant select, insert on vervanging_vervanging to smal, breed;
-- It may end; who and since when stays what it was.
grant update (tot, gestopt_op, versie) on vervanging_vervanging to smal, breed;

create policy smal_leest on vervanging_vervanging for select to smal using (
    (select huidige_gebruiker()) in (wie_id, vervanger_id));
create policy smal_maakt on vervanging_vervanging for insert to smal with check (
    wie_id = (select huidige_gebruiker()) and door_id = (select huidige_gebruiker())
    and gestopt_op is null and is_collega(wie_id, vervanger_id));
create policy smal_stopt on vervanging_vervanging for update to smal
    using (wie_id = (select huidige_gebruiker())) with check (gestopt_op is not null);

create policy breed_leest on vervanging_vervanging for select to breed using (
    wie_id = any((select mijn_regisseurs())::uuid[]));
create policy breed_maakt on vervanging_vervanging for insert to breed with check (
    wie_id = any((select mijn_regisseurs())::uuid[]) and door_id = (select huidige_gebruiker())
    and gestopt_op is null and is_collega(wie_id, vervanger_id) and not werkt_ook_elders(wie_id));
create policy breed_stopt on vervanging_vervanging for update to breed
    using (wie_id = any((select mijn_regisseurs())::uuid[])) with check (gestopt_op is not null);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("vervanging", "0001_initial"),
        ("toegang", "0002_hekken"),
        ("gezinnen", "0002_hekken"),
    ]

    operations = [migrations.RunSQL(sql) for sql in (FOLLOW, FACTS, FENCE)]
