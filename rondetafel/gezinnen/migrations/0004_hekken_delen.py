"""Fence what was decided about sharing, and let a family open the ties that it decides on and no others.

Who decides writes the part DELEN: questions, answers, and ties on consent about a person they read about.
The restrictive policies add that everyone asks and answers under their own account, and that going past
the family is for the regisseur. An answer is never changed.
"""

from django.db import migrations

FENCES = """
select omhein(tabel, 'toegang', sleutel => 'persoon_id', schrijf => schrijf), hoort_bij_gezin(tabel),
    hoort_bij(tabel, 'persoon_id', 'gezinnen_persoon')
from (values
    ('gezinnen_deelvraag'::regclass, 'delen'),
    ('gezinnen_deelantwoord', 'delen'),
    ('gezinnen_wilsbekwaamheid', 'gezin'),
    ('gezinnen_informatieverzoek', 'gezin')
) as hek (tabel, schrijf);
select hoort_bij('gezinnen_deelvraag', 'betrokkene_id', 'gezinnen_betrokkene');
select hoort_bij('gezinnen_deelantwoord', 'vraag_id', 'gezinnen_deelvraag');
select hoort_bij('gezinnen_deelantwoord', 'beslisser_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_wilsbekwaamheid', 'vertegenwoordiger_id', 'gezinnen_persoon');
select hoort_bij('gezinnen_informatieverzoek', 'ouder_id', 'gezinnen_persoon');

-- An answer is about the same person as its question.
create unique index gezinnen_deelvraag_id_persoon on gezinnen_deelvraag (id, persoon_id);
alter table gezinnen_deelantwoord add foreign key (vraag_id, persoon_id)
    references gezinnen_deelvraag (id, persoon_id);
revoke update on gezinnen_deelantwoord from smal, breed;
"""

LIMITS = """
create policy wie_beslist_opent on toegang_band for insert to smal with check (
    grond = 'toestemming' and hoedanigheid in ('netwerk', 'ouder') and onderdelen <> '{}'
    and persoon_id = any((select sleutels_voor('delen', 'schrijven'))::uuid[]));
create policy wie_beslist_sluit on toegang_band for update to smal using (
    grond = 'toestemming' and hoedanigheid in ('netwerk', 'ouder') and onderdelen <> '{}'
    and persoon_id = any((select sleutels_voor('delen', 'schrijven'))::uuid[]));

create policy vraagt_zelf on gezinnen_deelvraag as restrictive for insert to smal, breed
    with check (gevraagd_door_id = (select huidige_gebruiker()) and stand = 'open' and doorbraak = '');
create policy doorbreken_doet_de_regisseur on gezinnen_deelvraag as restrictive for update to smal, breed
    using (true) with check (doorbraak = '' or (select huidige_rol()) = 'regisseur');
create policy antwoordt_zelf on gezinnen_deelantwoord as restrictive for insert to smal, breed
    with check (door_id = (select huidige_gebruiker())
        and (wijze = 'zelf' or (select huidige_rol()) = 'regisseur'));
revoke update on gezinnen_informatieverzoek from smal, breed;
-- What is never changed, or written by nobody who reads by municipality, needs no policy for it.
drop policy smal_wijzigt on gezinnen_deelantwoord;
drop policy breed_wijzigt on gezinnen_deelantwoord;
drop policy smal_wijzigt on gezinnen_informatieverzoek;
drop policy breed_wijzigt on gezinnen_informatieverzoek;
drop policy breed_maakt on gezinnen_informatieverzoek;
"""


class Migration(migrations.Migration):
    dependencies = [("gezinnen", "0003_delen"), ("toegang", "0002_hekken")]

    operations = [migrations.RunSQL(FENCES), migrations.RunSQL(LIMITS)]
