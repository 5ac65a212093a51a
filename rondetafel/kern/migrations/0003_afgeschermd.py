"""A line says that its person is shielded: also when not the address but a school, a partner or a mail is hidden.

Only the app itself and who oversees the logboek read that mark; the family's own page does not show it.
"""

from django.db import migrations

# SECURITY DEFINER: who writes a line reads no shields.
SHIELDED = """
create function is_beschermd(wie uuid, dag date) returns boolean
language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
    select exists (
        select from gezinnen_adres adres
        where adres.persoon_id = wie and adres.is_geheim and (adres.tot is null or adres.tot >= dag)
    ) or exists (
        select from gezinnen_afscherming scherm
        where scherm.beschermd_id = wie and scherm.van <= dag and (scherm.tot is null or scherm.tot >= dag)
    )
$$;
revoke execute on function is_beschermd from public;
"""

# The function of 0002 with one other question in it.
WRITE = """
create or replace function schrijf_logregels(wie jsonb, regels jsonb) returns void
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
        is_beschermd(coalesce(regel.persoon_id, persoon.id), dag),
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
"""


class Migration(migrations.Migration):
    dependencies = [("kern", "0002_logboek"), ("gezinnen", "0007_columns_that_moved")]

    operations = [migrations.RunSQL(sql) for sql in (SHIELDED, WRITE)]
