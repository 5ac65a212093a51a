from django.db import migrations

# A person's transaction may leave a job behind, and reads back nothing but its number;
# only the worker sees what a job carries. The sequences are of `id` columns made as serial.
GRANTS = """
grant insert, select (id) on procrastinate_jobs to smal, breed;
grant insert on procrastinate_events to smal, breed;
grant usage on sequence procrastinate_jobs_id_seq, procrastinate_events_id_seq to smal, breed;
grant select, insert, update, delete on
    procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers to systeem;
grant usage on sequence
    procrastinate_jobs_id_seq, procrastinate_events_id_seq, procrastinate_periodic_defers_id_seq to systeem;
"""
REVOKES = """
revoke all on
    procrastinate_jobs, procrastinate_events, procrastinate_periodic_defers, procrastinate_workers
    from smal, breed, systeem;
revoke all on sequence
    procrastinate_jobs_id_seq, procrastinate_events_id_seq, procrastinate_periodic_defers_id_seq
    from smal, breed, systeem;
"""


class Migration(migrations.Migration):
    dependencies = [("procrastinate", "0041_post_retry_failed_job")]
    operations = [migrations.RunSQL(GRANTS, REVOKES)]
