"""What the role `deur` may do in the tables of libraries: know who someone is, and nothing else."""

from django.db import migrations

ACCOUNTS = """
grant select, insert, update, delete
    on django_session, account_emailaddress, account_emailconfirmation, mfa_authenticator to deur;
grant usage on sequence
    account_emailaddress_id_seq, account_emailconfirmation_id_seq, mfa_authenticator_id_seq to deur;
grant select on django_content_type to deur;

grant insert, select (id) on procrastinate_jobs to deur;
grant insert on procrastinate_events to deur;
grant usage on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq to deur;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("sessions", "0001_initial"),
        ("account", "0009_emailaddress_unique_primary_email"),
        ("mfa", "0003_authenticator_type_uniq"),
        ("contenttypes", "0002_remove_content_type_name"),
        ("platform", "0001_jobs"),
    ]

    operations = [migrations.RunSQL(ACCOUNTS)]
