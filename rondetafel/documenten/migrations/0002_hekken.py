"""Fence the papers: by family and person as everything, and then by with whom each is shared.

The app brings papers in as quarantined and may change only with whom they are shared. What a scanner says is
written by the worker alone.
"""

from django.db import migrations

FENCES = """
select omhein('documenten_document', 'document', sleutel => 'sleutel'), hoort_bij_gezin('documenten_document');
select hoort_bij('documenten_document', 'persoon_id', 'gezinnen_persoon');

create policy gedeeld on documenten_document as restrictive for select to smal using (
    kring = 'hulp'
    or geplaatst_door_id = (select huidige_gebruiker())
    or (select huidige_rol()) = 'regisseur'
    or (kring = 'gezin' and (select huidige_rol()) = 'gezin')
);
create policy eigen_en_in_quarantaine on documenten_document as restrictive for insert to smal, breed with check (
    geplaatst_door_id = (select huidige_gebruiker()) and stand = 'quarantaine'
);
create policy eigen_of_regie on documenten_document as restrictive for update to smal using (
    geplaatst_door_id = (select huidige_gebruiker()) or (select huidige_rol()) = 'regisseur'
);
revoke update on documenten_document from smal, breed;
grant update (kring, versie) on documenten_document to smal;
"""

WORKER = """
-- What the worker needs to find a file and to write whose it is; not what it is called.
grant select (id, versie, gezin_id, gemeente_id, persoon_id, bestand, sha256, stand) on documenten_document to systeem;
grant update (stand, gecontroleerd_at, gecontroleerd_met) on documenten_document to systeem;
create policy controleert on documenten_document for select to systeem using (true);
create policy oordeelt on documenten_document for update to systeem
    using (stand = 'quarantaine') with check (stand in ('schoon', 'besmet'));
"""


class Migration(migrations.Migration):
    dependencies = [("documenten", "0001_initial"), ("gezinnen", "0002_hekken"), ("kern", "0002_logboek")]

    operations = [migrations.RunSQL(FENCES), migrations.RunSQL(WORKER)]
