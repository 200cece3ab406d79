-- What the application's role may do in a database whose tables another role owns. Run by the owner after each migration:
--   psql "$OWNER_URL" -f docs/database-roles.sql
grant usage on schema public to to_so_app;
grant select, insert, update, delete on all tables in schema public to to_so_app;
grant usage, select on all sequences in schema public to to_so_app;

-- History is read and added to. The columns are those by which the relay notes what it has published.
revoke update, delete, truncate on outbox, access_acts, access_log, person_merges, migrations from to_so_app;
grant update (claimed_until, published_at) on outbox to to_so_app;

-- Queues, where they are in PostgreSQL.
do $$
begin
  if exists (select 1 from pg_namespace where nspname = 'bullmq') then
    grant usage on schema bullmq to to_so_app;
    grant select, insert, update, delete on all tables in schema bullmq to to_so_app;
    grant usage, select on all sequences in schema bullmq to to_so_app;
    grant execute on all functions in schema bullmq to to_so_app;
  end if;
end
$$;
