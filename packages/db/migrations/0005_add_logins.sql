-- A guardian's own way in: one account, tied to the guardian of each child by whoever is responsible for that child.
create table guardian_account (
  kommun_code char(4) not null,
  id uuid not null,
  issuer text not null,
  subject text not null,
  disabled_at timestamptz,
  version integer not null default 1,
  primary key (kommun_code, id),
  constraint guardian_account_subject_once unique (kommun_code, issuer, subject)
);
--> statement-breakpoint
alter table guardian add column account_id uuid;
--> statement-breakpoint
alter table guardian add constraint guardian_has_account
  foreign key (kommun_code, account_id) references guardian_account (kommun_code, id);
--> statement-breakpoint
alter table guardian_account enable row level security;
--> statement-breakpoint
alter table guardian_account force row level security;
--> statement-breakpoint
-- A session belongs to a person of the staff or to a guardian, never to both.
alter table session alter column person_id drop not null;
--> statement-breakpoint
alter table session add column guardian_account_id uuid,
  add column issuer text not null default 'demo',
  add column acr text,
  add column stepped_up_at timestamptz,
  add constraint session_of_one check (num_nonnulls(person_id, guardian_account_id) = 1);
--> statement-breakpoint
grant usage on schema kompass, public to kompass_family;
--> statement-breakpoint
alter table session
  add column id uuid not null default gen_random_uuid(),
  add column device text,
  add constraint session_device_length check (char_length(device) <= 60),
  add constraint session_issuer_length check (char_length(issuer) <= 60),
  add constraint session_acr_length check (char_length(acr) <= 200);
--> statement-breakpoint
alter table guardian_account
  add constraint guardian_account_issuer_length check (char_length(issuer) <= 60),
  add constraint guardian_account_subject_length check (char_length(subject) <= 255);
--> statement-breakpoint
create unique index session_id_once on session (kommun_code, id);
--> statement-breakpoint
create index session_of_person on session (kommun_code, person_id);
--> statement-breakpoint
create index session_of_guardian on session (kommun_code, guardian_account_id);
--> statement-breakpoint
-- Each guardian is a boundary: one account never stands for two guardians of the same child.
create unique index guardian_account_once_a_child on guardian (kommun_code, child_id, account_id)
  where account_id is not null;
--> statement-breakpoint
-- A login that has been sent to a login service and has not come back. It knows neither person nor kommun yet.
create table login_attempt (
  state_hash text primary key,
  browser_hash text not null,
  issuer text not null,
  purpose text not null,
  code_verifier text not null,
  nonce text not null,
  return_to text not null,
  started_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint login_attempt_purpose_known check (purpose in ('sign_in', 'step_up')),
  constraint login_attempt_lengths check (
    char_length(state_hash) <= 64 and char_length(browser_hash) <= 64 and char_length(issuer) <= 60
    and char_length(code_verifier) <= 128 and char_length(nonce) <= 128 and char_length(return_to) <= 2000)
);
--> statement-breakpoint
-- A guardian whom a login service has vouched for and who has no account yet: only the letter says whose guardian.
create table guardian_arrival (
  token_hash text primary key,
  issuer text not null,
  subject text not null,
  acr text not null,
  expires_at timestamptz not null,
  constraint guardian_arrival_lengths check (
    char_length(token_hash) <= 64 and char_length(issuer) <= 60 and char_length(subject) <= 255
    and char_length(acr) <= 200)
);
--> statement-breakpoint
-- How often something sensitive has been tried, shared by all servers. The key is a hash: no address, no name.
create table attempt_count (
  key_hash text primary key,
  count integer not null,
  ends_at timestamptz not null,
  constraint attempt_count_key_length check (char_length(key_hash) <= 64)
);
--> statement-breakpoint
-- A letter's code, which ties a guardian of a child to whoever brings it. Only its hash is stored.
create table guardian_invitation (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  guardian_id uuid not null,
  finder char(4) not null,
  secret_hash text not null,
  made_by uuid not null,
  made_at timestamptz not null default now(),
  expires_at timestamptz not null,
  failed_attempts integer not null default 0,
  used_at timestamptz,
  primary key (kommun_code, id),
  constraint guardian_invitation_child foreign key (kommun_code, child_id) references child (kommun_code, id),
  constraint guardian_invitation_guardian foreign key (kommun_code, guardian_id) references guardian (kommun_code, id),
  constraint guardian_invitation_hash_length check (char_length(secret_hash) <= 64)
);
--> statement-breakpoint
create index guardian_invitation_by_finder on guardian_invitation (finder);
--> statement-breakpoint
create index guardian_invitation_by_child on guardian_invitation (kommun_code, child_id);
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['login_attempt', 'guardian_arrival', 'attempt_count', 'guardian_invitation'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  -- Before anybody is signed in there is no actor to decide by: these hold no child, and only hashes find a row.
  foreach t in array array['login_attempt', 'guardian_arrival', 'attempt_count'] loop
    execute format('grant select, insert, update, delete on %I to kompass_app', t);
    execute format('create policy app_signs_in on %I to kompass_app using (true) with check (true)', t);
  end loop;
  foreach t in array array['guardian_account', 'guardian_invitation'] loop
    execute format('grant select, insert on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
    execute format('grant select, insert, update on %I to kompass_access', t);
    execute format('create policy access_signs_in on %I to kompass_access using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert on guardian_invitation to kompass_app;
--> statement-breakpoint
grant update (finder, secret_hash, failed_attempts, expires_at) on guardian_invitation to kompass_app;
--> statement-breakpoint
create policy app_invites on guardian_invitation to kompass_app
  using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]))
  with check (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
grant update (account_id) on guardian to kompass_access;
--> statement-breakpoint
create policy access_ties on guardian for update to kompass_access using (true) with check (true);
--> statement-breakpoint
grant insert, update, delete on person_role to kompass_access;
--> statement-breakpoint
create policy access_follows_login on person_role to kompass_access using (true) with check (true);
--> statement-breakpoint
drop function kompass.use_session(text);
--> statement-breakpoint
-- Who a session belongs to, in one call. Using it moves its idle limit, at most once a minute; looking at how long it
-- lasts does not. A session that no login service vouches for counts in the demo only.
create function kompass.use_session(of_token text, is_demo boolean, is_use boolean) returns table (
  kommun_code char(4), person_id uuid, guardian_account_id uuid, given_name text, family_name text, title text,
  roles text[], session_id uuid, issuer text, stepped_up_at timestamptz, idle_ends_at timestamptz, ends_at timestamptz
) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if is_use then
    update session s set last_seen_at = now()
     where s.token_hash = of_token and s.last_seen_at < now() - interval '1 minute'
       and s.last_seen_at > now() - interval '60 minutes' and s.expires_at > now();
  end if;
  return query
  select s.kommun_code, p.id, a.id, p.given_name, p.family_name, p.title,
         array(select r.role from person_role r
                where r.kommun_code = p.kommun_code and r.person_id = p.id and r.valid_from <= kompass.today()
                  and (r.valid_to is null or r.valid_to >= kompass.today()) order by r.role),
         s.id, s.issuer, s.stepped_up_at, s.last_seen_at + interval '60 minutes', s.expires_at
    from session s
    left join person p on p.kommun_code = s.kommun_code and p.id = s.person_id and p.disabled_at is null
    left join guardian_account a on a.kommun_code = s.kommun_code and a.id = s.guardian_account_id
          and a.disabled_at is null
   where s.token_hash = of_token and s.expires_at > now() and s.last_seen_at > now() - interval '60 minutes'
     and (is_demo or s.acr is not null) and num_nonnulls(p.id, a.id) = 1;
end $$;
--> statement-breakpoint
-- Whether the transaction is a person's or a guardian's. Before a login, and to jobs, nobody acts.
create function kompass.somebody_acts() returns boolean language sql stable
  as $$ select coalesce(current_setting('kompass.actor', true), '') ~ '^[0-9a-f-]{36}$' $$;
--> statement-breakpoint
-- Sessions are reached by these alone: each of a token that the browser has brought, or beside it. To begin one is for
-- a login, in which nobody is the actor yet.
create function kompass.start_session(of_token text, in_kommun text, of_person uuid, of_account uuid, by_issuer text,
  with_acr text, on_device text, hours integer) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if kompass.somebody_acts() then raise exception 'signed_in_already' using errcode = '42501'; end if;
  insert into session (token_hash, kommun_code, person_id, guardian_account_id, issuer, acr, device, expires_at)
  values (of_token, in_kommun, of_person, of_account, by_issuer, with_acr, on_device, now() + make_interval(hours => hours));
end $$;
--> statement-breakpoint
create function kompass.end_session(of_token text) returns void language sql security definer
  set search_path = public, pg_temp as $$
  delete from session where token_hash = of_token or expires_at < now() $$;
--> statement-breakpoint
create function kompass.step_up_session(of_token text, next_token text, with_acr text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session set token_hash = next_token, stepped_up_at = now(), last_seen_at = now(), acr = coalesce(with_acr, acr)
   where token_hash = of_token and expires_at > now();
  return found;
end $$;
--> statement-breakpoint
-- The logins of the same account as one that still holds.
create function kompass.sessions_beside(in_kommun text, of_session uuid) returns table (
  id uuid, device text, created_at timestamptz, last_seen_at timestamptz
) language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, s.device, s.created_at, s.last_seen_at
    from session own
    join session s on s.kommun_code = own.kommun_code and s.person_id is not distinct from own.person_id
     and s.guardian_account_id is not distinct from own.guardian_account_id
   where own.kommun_code = in_kommun and own.id = of_session
     and s.expires_at > now() and s.last_seen_at > now() - interval '60 minutes'
   order by s.last_seen_at desc, s.id $$;
--> statement-breakpoint
-- Ends one of them, or all but the one that asks when `which` is null.
create function kompass.end_sessions_beside(in_kommun text, of_session uuid, which text) returns void
  language sql security definer set search_path = public, pg_temp as $$
  delete from session s using session own
   where own.kommun_code = in_kommun and own.id = of_session
     and s.kommun_code = own.kommun_code and s.person_id is not distinct from own.person_id
     and s.guardian_account_id is not distinct from own.guardian_account_id
     and case when which is null then s.id <> own.id else s.id::text = which end $$;
--> statement-breakpoint
-- An account that is closed is closed at once, whoever closes it.
create function kompass.end_sessions_of_closed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  delete from session where kommun_code = new.kommun_code and person_id = new.id;
  return null;
end $$;
--> statement-breakpoint
create trigger person_sessions_end after update of disabled_at on person for each row
  when (old.disabled_at is null and new.disabled_at is not null) execute function kompass.end_sessions_of_closed();
--> statement-breakpoint
drop policy app_session on session;
--> statement-breakpoint
revoke select, insert, update, delete on session from kompass_app;
--> statement-breakpoint
grant insert, delete on session to kompass_access;
--> statement-breakpoint
-- Whom a login service's key names among the staff of the kommuner it answers for.
create function kompass.find_staff(of_key text, in_kommuner text[]) returns table (
  kommun_code char(4), person_id uuid, is_disabled boolean, roles text[]
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.kommun_code, p.id, p.disabled_at is not null,
         array(select r.role from person_role r
                where r.kommun_code = p.kommun_code and r.person_id = p.id and r.valid_from <= kompass.today()
                  and (r.valid_to is null or r.valid_to >= kompass.today()) order by r.role)
    from person p where p.login_key = of_key and p.kommun_code = any(in_kommuner) and not kompass.somebody_acts()
   order by p.disabled_at is not null, array_position(in_kommuner, p.kommun_code::text) $$;
--> statement-breakpoint
create function kompass.find_guardian_account(of_issuer text, of_subject text, in_kommuner text[]) returns table (
  kommun_code char(4), account_id uuid, is_disabled boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select a.kommun_code, a.id, a.disabled_at is not null from guardian_account a
   where a.issuer = of_issuer and a.subject = of_subject and a.kommun_code = any(in_kommuner)
     and not kompass.somebody_acts()
   order by a.disabled_at is not null, array_position(in_kommuner, a.kommun_code::text) $$;
--> statement-breakpoint
create function kompass.identity_of_account(in_kommun text, of_account uuid) returns table (issuer text, subject text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select a.issuer, a.subject from guardian_account a where a.kommun_code = in_kommun and a.id = of_account
    and not kompass.somebody_acts() $$;
--> statement-breakpoint
-- The chain of the log that logins stand in: what a login changed, never who looked at what.
create function kompass.audit_login(in_verb text, in_actor_kind text, in_actor uuid, in_child uuid, in_fields text[])
  returns void language sql security definer set search_path = public, pg_temp as $$
  select kompass.record_audit(coalesce(in_child, '00000000-0000-7000-8000-000000001095'::uuid), in_actor_kind,
                              in_actor::text, in_verb, 'inloggning', in_child, null, in_fields) $$;
--> statement-breakpoint
-- The roles that a login service may give are those it gave last; others are the administration's and stay. Only while
-- somebody logs in: whoever is signed in gives nobody a role by it.
create function kompass.follow_roles(in_kommun text, of_person uuid, may_give text[], given text[])
  returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare
  today constant date := kompass.today();
  is_changed boolean := false;
begin
  if kompass.somebody_acts() then raise exception 'signed_in_already' using errcode = '42501'; end if;
  perform set_config('kompass.kommun', in_kommun, true);
  -- A kommun that has an administrator keeps one, whatever the login service says: a person ends the last one.
  if 'administrator' = any(may_give) and 'administrator' <> all(given)
     and exists (select 1 from person_role r where r.kommun_code = in_kommun and r.person_id = of_person
                    and r.role = 'administrator' and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today))
     and not exists (select 1 from person_role r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
                      where r.kommun_code = in_kommun and r.person_id <> of_person and r.role = 'administrator'
                        and r.valid_from <= today and r.valid_to is null and p.disabled_at is null) then
    given := given || 'administrator'::text;
  end if;
  delete from person_role r where r.kommun_code = in_kommun and r.person_id = of_person and r.role = any(may_give)
     and r.role <> all(given) and r.valid_from >= today;
  is_changed := found;
  update person_role r set valid_to = today - 1
   where r.kommun_code = in_kommun and r.person_id = of_person and r.role = any(may_give) and r.role <> all(given)
     and (r.valid_to is null or r.valid_to >= today);
  is_changed := is_changed or found;
  insert into person_role (kommun_code, person_id, role, valid_from)
  select in_kommun, of_person, g.name, today from unnest(given) as g(name)
   where g.name = any(may_give)
     and not exists (select 1 from person_role r where r.kommun_code = in_kommun and r.person_id = of_person
                        and r.role = g.name and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today))
  on conflict (kommun_code, person_id, role, valid_from) do update set valid_to = null;
  is_changed := is_changed or found;
  if is_changed then
    perform kompass.audit_login('login.followRoles', 'person', of_person, null, array['person_role']);
  end if;
  return array(select r.role from person_role r
                where r.kommun_code = in_kommun and r.person_id = of_person and r.valid_from <= today
                  and (r.valid_to is null or r.valid_to >= today) order by r.role);
end $$;
--> statement-breakpoint
-- Ties the guardian of a letter to the account of whoever brings its code. Nothing is returned when it does not hold;
-- a wrong code counts against every letter that begins alike.
create function kompass.redeem_invitation(
  of_finder text, of_secret text, of_issuer text, of_subject text, in_kommuner text[], new_account uuid
) returns table (kommun_code char(4), account_id uuid) language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  letter guardian_invitation;
  account guardian_account;
begin
  select * into letter from guardian_invitation i
   where i.finder = of_finder and i.secret_hash = of_secret and i.used_at is null and i.expires_at > now()
     and i.failed_attempts < 5 and i.kommun_code = any(in_kommuner) for update;
  if not found then
    update guardian_invitation i set failed_attempts = i.failed_attempts + 1
     where i.finder = of_finder and i.used_at is null and i.expires_at > now() and i.kommun_code = any(in_kommuner);
    return;
  end if;
  perform set_config('kompass.kommun', letter.kommun_code, true);
  insert into guardian_account (kommun_code, id, issuer, subject)
    values (letter.kommun_code, new_account, of_issuer, of_subject)
    on conflict on constraint guardian_account_subject_once do nothing;
  select * into account from guardian_account a
   where a.kommun_code = letter.kommun_code and a.issuer = of_issuer and a.subject = of_subject for update;
  if account.disabled_at is not null
     or exists (select 1 from guardian g where g.kommun_code = letter.kommun_code and g.child_id = letter.child_id
                   and g.account_id = account.id and g.id <> letter.guardian_id) then
    return;
  end if;
  update guardian g set account_id = account.id
   where g.kommun_code = letter.kommun_code and g.id = letter.guardian_id
     and (g.account_id is null or g.account_id = account.id);
  if not found then return; end if;
  update guardian_invitation i set used_at = now() where i.kommun_code = letter.kommun_code and i.id = letter.id;
  perform kompass.audit_login('login.redeemInvitation', 'guardian', account.id, letter.child_id, array['guardian.account_id']);
  return query select letter.kommun_code, account.id;
end $$;
--> statement-breakpoint
-- Guardians whom the demo made, for its login page.
create function kompass.demo_guardians() returns table (
  kommun_code char(4), kommun_name text, account_id uuid, name text, relations text[], subject text, is_protected boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select a.kommun_code, k.name, a.id, min(g.name), array_agg(g.relation order by g.id), a.subject,
         bool_or(c.protected_identity <> 'ingen')
    from guardian_account a
    join kommun k on k.kommun_code = a.kommun_code
    join guardian g on g.kommun_code = a.kommun_code and g.account_id = a.id
    join child c on c.kommun_code = g.kommun_code and c.id = g.child_id
   where a.issuer = 'demo' and a.subject like 'demo:%' and a.disabled_at is null
   group by a.kommun_code, k.name, a.id order by a.kommun_code, a.subject $$;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['use_session(text, boolean, boolean)', 'find_staff(text, text[])',
    'find_guardian_account(text, text, text[])', 'audit_login(text, text, uuid, uuid, text[])',
    'follow_roles(text, uuid, text[], text[])', 'redeem_invitation(text, text, text, text, text[], uuid)',
    'identity_of_account(text, uuid)', 'demo_guardians()', 'end_session(text)', 'step_up_session(text, text, text)',
    'start_session(text, text, uuid, uuid, text, text, text, integer)', 'sessions_beside(text, uuid)',
    'end_sessions_beside(text, uuid, text)', 'end_sessions_of_closed()'] loop
    execute format('alter function kompass.%s owner to kompass_access', f);
    execute format('revoke execute on function kompass.%s from public', f);
    execute format('grant execute on function kompass.%s to kompass_access', f);
  end loop;
end $$;
--> statement-breakpoint
grant execute on function kompass.use_session, kompass.find_staff, kompass.find_guardian_account, kompass.follow_roles,
  kompass.redeem_invitation, kompass.identity_of_account, kompass.demo_guardians, kompass.start_session,
  kompass.end_session, kompass.step_up_session, kompass.sessions_beside, kompass.end_sessions_beside to kompass_app;
