-- Run after every migration: the login roles own nothing, and row security binds the owner too.
do $$
declare t record;
begin
  for t in select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname in ('public', 'statistics', 'sealed') and c.relkind = 'r'
             and pg_get_userbyid(c.relowner) <> 'kompass_owner' loop
    execute format('alter table %I.%I owner to kompass_owner', t.nspname, t.relname);
  end loop;
end $$;
grant usage on schema statistics, sealed to kompass_owner;
grant usage on schema public to kompass_owner, kompass_access, kompass_app, kompass_job;
revoke create on schema public from public;
-- No function is anybody's to call: each role has been given those it needs, by name.
revoke execute on all functions in schema kompass from public;
grant execute on all functions in schema kompass to kompass_access;
