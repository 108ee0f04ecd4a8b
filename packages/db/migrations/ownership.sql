-- Run after every migration: the login roles own nothing, and row security binds the owner too.
do $$
declare t record;
begin
  for t in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
           where n.nspname = 'public' and c.relkind = 'r'
             and pg_get_userbyid(c.relowner) <> 'kompass_owner' loop
    execute format('alter table public.%I owner to kompass_owner', t.relname);
  end loop;
end $$;
grant usage on schema public to kompass_owner, kompass_access, kompass_app, kompass_job;
revoke create on schema public from public;
