-- What is purged when, by whose decision, and what stops it.
create table retention_policy (
  kommun_code char(4) not null,
  authority text not null,
  valid_from date not null,
  keep_months integer not null,
  legal_ground text not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  primary key (kommun_code, authority, valid_from, set_at),
  constraint retention_policy_set_by foreign key (kommun_code, set_by) references person (kommun_code, id),
  constraint retention_policy_authority_known
    check (authority in ('skola', 'socialtjanst', 'halso_och_sjukvard', 'polis', 'ovrig')),
  constraint retention_policy_months check (keep_months between 1 and 120),
  constraint retention_policy_ground_length check (char_length(legal_ground) between 1 and 400)
);
--> statement-breakpoint
create table legal_hold (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  reason text not null,
  review_on date not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  lifted_by uuid,
  lifted_at timestamptz,
  lift_reason text,
  primary key (kommun_code, id),
  constraint legal_hold_of_child foreign key (kommun_code, child_id) references child (kommun_code, id),
  constraint legal_hold_set_by foreign key (kommun_code, set_by) references person (kommun_code, id),
  constraint legal_hold_lifted_by foreign key (kommun_code, lifted_by) references person (kommun_code, id),
  constraint legal_hold_reason_length check (char_length(reason) between 1 and 1000),
  constraint legal_hold_lifted_whole check (num_nulls(lifted_by, lifted_at, lift_reason) in (0, 3)),
  constraint legal_hold_lift_reason_length check (char_length(lift_reason) between 1 and 1000)
);
--> statement-breakpoint
create index legal_hold_by_child on legal_hold (kommun_code, child_id);
--> statement-breakpoint
-- One purge: a dry run until a second person has approved it, then its receipt. Tells of no child.
create table purge_run (
  kommun_code char(4) not null,
  id uuid not null,
  state text not null default 'proposed',
  as_of date not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null default now(),
  decided_by uuid,
  decided_at timestamptz,
  children integer not null,
  held integer not null,
  planned_rows jsonb not null,
  purged_at timestamptz,
  purged_children integer not null default 0,
  kept_children integer not null default 0,
  purged_rows jsonb not null default '{}',
  rewritten_at timestamptz,
  primary key (kommun_code, id),
  constraint purge_run_proposed_by foreign key (kommun_code, proposed_by) references person (kommun_code, id),
  constraint purge_run_decided_by foreign key (kommun_code, decided_by) references person (kommun_code, id),
  constraint purge_run_state_known check (state in ('proposed', 'approved', 'withdrawn', 'purged')),
  constraint purge_run_decided check ((state = 'proposed') = (decided_by is null)),
  constraint purge_run_by_two check (state not in ('approved', 'purged') or decided_by <> proposed_by),
  constraint purge_run_receipt check ((state = 'purged') = (purged_at is not null))
);
--> statement-breakpoint
create unique index purge_run_one_open on purge_run (kommun_code) where state in ('proposed', 'approved');
--> statement-breakpoint
-- The children of a run that is not done yet. Goes with the child; what stays is the run's counts.
create table purge_candidate (
  kommun_code char(4) not null,
  run_id uuid not null,
  child_id uuid not null,
  kept_through date not null,
  row_count integer not null,
  primary key (kommun_code, run_id, child_id),
  constraint purge_candidate_of_run foreign key (kommun_code, run_id) references purge_run (kommun_code, id),
  constraint purge_candidate_of_child foreign key (kommun_code, child_id) references child (kommun_code, id)
);
--> statement-breakpoint
create index purge_candidate_by_child on purge_candidate (kommun_code, child_id);
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['retention_policy', 'legal_hold', 'purge_run', 'purge_candidate'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert on retention_policy to kompass_job;
--> statement-breakpoint
grant select on retention_policy, purge_run to kompass_app;
--> statement-breakpoint
create policy app_keepers_read on retention_policy for select to kompass_app using (
  kommun_code = kompass.kommun() and (select kompass.i_hold_role('dataskyddsombud', 'administrator')));
--> statement-breakpoint
create policy app_keepers_read on purge_run for select to kompass_app using (
  kommun_code = kompass.kommun() and (select kompass.i_hold_role('dataskyddsombud', 'administrator')));
--> statement-breakpoint
-- Whoever is responsible sees that a child's data is held.
grant select on legal_hold to kompass_app;
--> statement-breakpoint
create policy app_related on legal_hold for select to kompass_app using (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
-- No job deletes a child's row by itself: what purges is one function, and it asks for a decision by two persons.
revoke delete on child, child_relation, placement, guardian, compass, draft, signal from kompass_job;
--> statement-breakpoint
-- Every table that goes with the child: those that name it, and those that hang on such a row. The log stays.
create function kompass.purged_tables() returns table (name text, condition text, depth integer)
  language sql stable set search_path = pg_catalog, public, pg_temp as $$
  with recursive tables as (
    select c.oid, c.relname::text as name,
           case when c.relname = 'child' then 'id = $1'
                else 'child_id = $1' end collate "C" as condition,
           c.relname = 'child' or exists (
             select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'child_id' and not a.attisdropped
           ) as names_child
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'public' and c.relkind = 'r' and c.relname <> 'audit_log'
  ), keys as (
    select k.conrelid as from_table, k.confrelid as to_table,
           (select string_agg(quote_ident(a.attname), ', ' order by o.place) from unnest(k.conkey) with ordinality o(number, place)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = o.number) as from_columns,
           (select string_agg(quote_ident(a.attname), ', ' order by o.place) from unnest(k.confkey) with ordinality o(number, place)
              join pg_attribute a on a.attrelid = k.confrelid and a.attnum = o.number) as to_columns
      from pg_constraint k where k.contype = 'f' and k.conrelid <> k.confrelid
  ), reached as (
    select t.oid, t.name collate "C" as name, t.condition, 0 as depth from tables t where t.names_child
    union
    select t.oid, t.name collate "C",
           case when t.names_child then t.condition
                else format('(%s) in (select %s from %I where %s)', k.from_columns, k.to_columns, r.name, r.condition) end collate "C",
           r.depth + 1
      from reached r join keys k on k.to_table = r.oid join tables t on t.oid = k.from_table
     where r.depth < 12
  )
  select r.name, (array_agg(r.condition order by r.depth))[1], max(r.depth) from reached r
   group by r.name order by max(r.depth) desc, r.name $$;
--> statement-breakpoint
do $$
declare t text;
begin
  for t in select name from kompass.purged_tables() loop
    execute format('grant select, delete on %I to kompass_purge', t);
    execute format('create policy purge_reads on %I for select to kompass_purge using (true)', t);
    execute format('create policy purge_deletes on %I for delete to kompass_purge using (true)', t);
  end loop;
  foreach t in array array['unit', 'person', 'person_role', 'guardian_account', 'session', 'audit_actor', 'login_attempt', 'guardian_arrival',
    'attempt_count', 'emergency_attempt', 'retention_policy', 'purge_run'] loop
    execute format('grant select on %I to kompass_purge', t);
    execute format('create policy purge_reads on %I for select to kompass_purge using (true)', t);
  end loop;
  foreach t in array array['guardian_account', 'session', 'audit_actor', 'login_attempt', 'guardian_arrival',
    'attempt_count', 'emergency_attempt'] loop
    execute format('grant delete on %I to kompass_purge', t);
    execute format('create policy purge_deletes on %I for delete to kompass_purge using (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert, update on retention_policy, legal_hold, purge_run, purge_candidate to kompass_purge;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['retention_policy', 'legal_hold', 'purge_run', 'purge_candidate'] loop
    execute format('create policy purge_adds on %I for insert to kompass_purge with check (true)', t);
    execute format('create policy purge_changes on %I for update to kompass_purge using (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- Locking the child's row while it is asked for the last time.
grant update (version) on child to kompass_purge;
--> statement-breakpoint
create policy purge_locks on child for update to kompass_purge using (true);
--> statement-breakpoint
grant usage on schema kompass, public to kompass_purge;
--> statement-breakpoint
create function kompass.authority_of(unit_kind text) returns text language sql immutable parallel safe as $$
  select case when unit_kind in ('forskola', 'grundskola', 'elevhalsa') then 'skola'
              when unit_kind = 'socialtjanst' then 'socialtjanst'
              when unit_kind in ('mvc', 'bvc', 'forsta_linjen', 'bup') then 'halso_och_sjukvard'
              when unit_kind = 'polis' then 'polis' else 'ovrig' end $$;
--> statement-breakpoint
-- Months that an authority keeps data after the support has ended: its rule of that day, else two years.
create function kompass.keep_months(of_authority text, on_day date) returns integer
  language sql stable set search_path = public, pg_temp as $$
  select coalesce((select p.keep_months from retention_policy p
                    where p.kommun_code = kompass.kommun() and p.authority = of_authority and p.valid_from <= on_day
                    order by p.valid_from desc, p.set_at desc limit 1), 24) $$;
--> statement-breakpoint
create function kompass.is_held(of_child uuid) returns boolean language sql stable
  set search_path = public, pg_temp as $$
  select exists (select 1 from legal_hold h
                  where h.kommun_code = kompass.kommun() and h.child_id = of_child and h.lifted_at is null) $$;
--> statement-breakpoint
-- Children whose last day of keeping has passed, held ones too.
create function kompass.children_past_keeping(as_of date) returns table (
  child_id uuid, case_number text, closed_on date, authority text, kept_through date, is_held boolean
) language sql stable set search_path = public, pg_temp as $$
  select * from (
    select c.id, c.case_number, c.closed_on, a.authority,
           (c.closed_on + make_interval(months => kompass.keep_months(a.authority, as_of)))::date as kept_through,
           kompass.is_held(c.id)
      from child c join unit u on u.kommun_code = c.kommun_code and u.id = c.unit_id
     cross join lateral (select kompass.authority_of(u.kind) as authority) a
     where c.kommun_code = kompass.kommun() and c.closed_on is not null) kept
   where kept.kept_through < as_of $$;
--> statement-breakpoint
create function kompass.require_keeper() returns void language plpgsql stable as $$
begin
  if not kompass.i_hold_role('dataskyddsombud', 'administrator') then
    raise exception 'not_keeper' using errcode = '42501';
  end if;
end $$;
--> statement-breakpoint
create function kompass.count_child_rows(of_child uuid) returns jsonb language plpgsql stable
  set search_path = public, pg_temp as $$
declare t record; found bigint; counts jsonb := '{}';
begin
  for t in select name, condition from kompass.purged_tables() loop
    execute format('select count(*) from %I where kommun_code = kompass.kommun() and %s', t.name, t.condition)
      into found using of_child;
    if found > 0 then counts := counts || jsonb_build_object(t.name, found); end if;
  end loop;
  return counts;
end $$;
--> statement-breakpoint
create function kompass.add_counts(a jsonb, b jsonb) returns jsonb language sql immutable as $$
  select coalesce(jsonb_object_agg(key, total), '{}') from (
    select key, sum(value::bigint) as total
      from (select * from jsonb_each_text(a) union all select * from jsonb_each_text(b)) parts group by key) summed $$;
--> statement-breakpoint
-- The dry run: what would go today. Nothing is changed.
create function kompass.propose_purge(run uuid) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  day constant date := kompass.today();
  c record; counts jsonb; total jsonb := '{}'; due integer := 0; held integer := 0;
begin
  perform kompass.require_keeper();
  if exists (select 1 from purge_run r where r.kommun_code = here and r.id = run) then return; end if;
  if exists (select 1 from purge_run r where r.kommun_code = here and r.state in ('proposed', 'approved')) then
    raise exception 'purge_open' using errcode = 'KP020';
  end if;
  select count(*) filter (where p.is_held), count(*) filter (where not p.is_held) into held, due
    from kompass.children_past_keeping(day) p;
  insert into purge_run (kommun_code, id, as_of, proposed_by, children, held, planned_rows)
  values (here, run, day, kompass.actor(), due, held, '{}');
  for c in select * from kompass.children_past_keeping(day) p where not p.is_held order by p.kept_through, p.child_id loop
    counts := kompass.count_child_rows(c.child_id);
    total := kompass.add_counts(total, counts);
    insert into purge_candidate (kommun_code, run_id, child_id, kept_through, row_count)
    values (here, run, c.child_id, c.kept_through, (select coalesce(sum(value::bigint), 0) from jsonb_each_text(counts)));
  end loop;
  if due = 0 then raise exception 'purge_empty' using errcode = 'KP022'; end if;
  update purge_run set planned_rows = total where kommun_code = here and id = run;
  perform kompass.audit_administration('retention.proposePurge', array['purge_run']);
end $$;
--> statement-breakpoint
create function kompass.decide_purge(run uuid, approve boolean) returns void language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  found_run purge_run;
begin
  perform kompass.require_keeper();
  select * into found_run from purge_run r where r.kommun_code = here and r.id = run for update;
  if not found or found_run.state <> 'proposed' then
    raise exception 'purge_not_open' using errcode = 'KP021';
  end if;
  if approve and found_run.proposed_by = kompass.actor() then
    raise exception 'same_person' using errcode = 'KP006';
  end if;
  update purge_run set state = case when approve then 'approved' else 'withdrawn' end,
                       decided_by = kompass.actor(), decided_at = now()
   where kommun_code = here and id = run;
  if approve then
    perform pg_notify('kompass_purge', here);
  else
    delete from purge_candidate c where c.kommun_code = here and c.run_id = run;
  end if;
  perform kompass.audit_administration('retention.decidePurge', array['purge_run', 'purge_run.state']);
end $$;
--> statement-breakpoint
-- What the data protection officer looks through: case numbers, never names.
create function kompass.purge_candidates(run uuid) returns table (
  child_id uuid, case_number text, closed_on date, kept_through date, row_count integer, is_held boolean
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not kompass.i_hold_role('dataskyddsombud') then return; end if;
  return query
    select p.child_id, c.case_number, c.closed_on, p.kept_through, p.row_count, kompass.is_held(c.id)
      from purge_candidate p join child c on c.kommun_code = p.kommun_code and c.id = p.child_id
     where p.kommun_code = kompass.kommun() and p.run_id = run order by p.kept_through, c.case_number;
end $$;
--> statement-breakpoint
create function kompass.list_holds() returns table (
  id uuid, child_id uuid, case_number text, reason text, review_on date, set_by_name text, set_at timestamptz
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not kompass.i_hold_role('dataskyddsombud') then return; end if;
  return query
    select h.id, c.id, c.case_number, h.reason, h.review_on, p.given_name || ' ' || p.family_name, h.set_at
      from legal_hold h join child c on c.kommun_code = h.kommun_code and c.id = h.child_id
      join person p on p.kommun_code = h.kommun_code and p.id = h.set_by
     where h.kommun_code = kompass.kommun() and h.lifted_at is null order by h.review_on, c.case_number;
end $$;
--> statement-breakpoint
create function kompass.hold_case(hold uuid, of_case text, why text, review_day date) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare found_child uuid;
begin
  if not kompass.i_hold_role('dataskyddsombud') then
    raise exception 'not_keeper' using errcode = '42501';
  end if;
  select c.id into found_child from child c where c.kommun_code = kompass.kommun() and c.case_number = of_case;
  if found_child is null then return null; end if;
  insert into legal_hold (kommun_code, id, child_id, reason, review_on, set_by)
  values (kompass.kommun(), hold, found_child, why, review_day, kompass.actor()) on conflict do nothing;
  return found_child;
end $$;
--> statement-breakpoint
create function kompass.lift_hold(hold uuid, why text) returns uuid language plpgsql security definer
  set search_path = public, pg_temp as $$
declare found_child uuid;
begin
  if not kompass.i_hold_role('dataskyddsombud') then
    raise exception 'not_keeper' using errcode = '42501';
  end if;
  update legal_hold h set lifted_by = kompass.actor(), lifted_at = now(), lift_reason = why
   where h.kommun_code = kompass.kommun() and h.id = hold and h.lifted_at is null
  returning h.child_id into found_child;
  return found_child;
end $$;
--> statement-breakpoint
create function kompass.set_retention(of_authority text, from_day date, months integer, ground text) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not kompass.i_hold_role('dataskyddsombud') then
    raise exception 'not_keeper' using errcode = '42501';
  end if;
  if from_day < kompass.today() then raise exception 'retention_backwards' using errcode = 'KP023'; end if;
  -- A rule is never written over: the latest said of a day counts. The same form sent twice says it once.
  if exists (select 1 from (select p.keep_months, p.legal_ground from retention_policy p
                             where p.kommun_code = kompass.kommun() and p.authority = of_authority
                               and p.valid_from = from_day
                             order by p.set_at desc limit 1) latest
              where latest.keep_months = months and latest.legal_ground = ground) then return; end if;
  insert into retention_policy (kommun_code, authority, valid_from, keep_months, legal_ground, set_by)
  values (kompass.kommun(), of_authority, from_day, months, ground, kompass.actor());
  perform kompass.audit_administration('retention.setRule', array['retention_policy', 'retention_policy.keep_months']);
end $$;
--> statement-breakpoint
-- Every row of the child, deepest first. Asks nothing: only the functions below and whoever runs the server reach it.
create function kompass.delete_child_rows(of_child uuid) returns jsonb language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  accounts uuid[]; t record; gone bigint; counts jsonb := '{}';
begin
  accounts := array(select g.account_id from guardian g
                     where g.kommun_code = here and g.child_id = of_child and g.account_id is not null);
  for t in select name, condition from kompass.purged_tables() loop
    execute format('delete from %I where kommun_code = kompass.kommun() and %s', t.name, t.condition) using of_child;
    get diagnostics gone = row_count;
    if gone > 0 then counts := counts || jsonb_build_object(t.name, gone); end if;
  end loop;
  -- A guardian with no child left here has no way in left either, and the log no longer says who it was.
  delete from session s where s.kommun_code = here and s.guardian_account_id = any(accounts)
     and not exists (select 1 from guardian g where g.kommun_code = here and g.account_id = s.guardian_account_id);
  delete from guardian_account a where a.kommun_code = here and a.id = any(accounts)
     and not exists (select 1 from guardian g where g.kommun_code = here and g.account_id = a.id);
  delete from audit_actor l where l.kommun_code = here and l.actor_id = any(accounts)
     and not exists (select 1 from guardian_account a where a.kommun_code = here and a.id = l.actor_id);
  return counts;
end $$;
--> statement-breakpoint
-- One child of an approved run, if it may still go today: taken up again, held or kept longer since, it stays.
create function kompass.purge_child(run uuid, of_child uuid) returns jsonb language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  counts jsonb;
begin
  if not exists (select 1 from purge_run r join purge_candidate p on p.kommun_code = r.kommun_code and p.run_id = r.id
                  where r.kommun_code = here and r.id = run and r.state = 'approved'
                    and r.decided_by <> r.proposed_by and p.child_id = of_child) then
    raise exception 'purge_not_approved' using errcode = 'KP021';
  end if;
  perform 1 from child c where c.kommun_code = here and c.id = of_child for update;
  if not exists (select 1 from kompass.children_past_keeping(kompass.today()) p
                  where p.child_id = of_child and not p.is_held) then
    delete from purge_candidate p where p.kommun_code = here and p.run_id = run and p.child_id = of_child;
    update purge_run r set kept_children = r.kept_children + 1 where r.kommun_code = here and r.id = run;
    return null;
  end if;
  counts := kompass.delete_child_rows(of_child);
  -- The receipt grows with each child, in its transaction: interrupted, it still tells what is gone.
  update purge_run r set purged_children = r.purged_children + 1,
                         purged_rows = kompass.add_counts(r.purged_rows, counts)
   where r.kommun_code = here and r.id = run;
  return counts;
end $$;
--> statement-breakpoint
create function kompass.waiting_purges() returns table (kommun_code char(4), id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.kommun_code, r.id from purge_run r where r.state = 'approved' order by r.decided_at $$;
--> statement-breakpoint
create function kompass.finish_purge(
  run uuid, out purged integer, out kept integer, out rows jsonb
) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select 1 from purge_candidate p where p.kommun_code = kompass.kommun() and p.run_id = run) then
    raise exception 'purge_not_done' using errcode = 'KP021';
  end if;
  update purge_run r set state = 'purged', purged_at = now()
   where r.kommun_code = kompass.kommun() and r.id = run and r.state = 'approved'
  returning r.purged_children, r.kept_children, r.purged_rows into purged, kept, rows;
end $$;
--> statement-breakpoint
-- What was only to live for a while: ways in that have ended, attempts that have been counted.
create function kompass.forget_passing() returns void language sql security definer
  set search_path = public, pg_temp as $$
  delete from session where expires_at < now();
  delete from login_attempt where expires_at < now() - interval '1 hour';
  delete from guardian_arrival where expires_at < now();
  delete from attempt_count where ends_at < now() - interval '1 hour';
  delete from emergency_attempt where at < now() - interval '90 days'; $$;
--> statement-breakpoint
create function kompass.mark_rewritten() returns void language sql security definer
  set search_path = public, pg_temp as $$
  update purge_run set rewritten_at = now() where state = 'purged' and rewritten_at is null $$;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['purged_tables()', 'authority_of(text)', 'keep_months(text, date)', 'is_held(uuid)',
    'children_past_keeping(date)', 'require_keeper()', 'count_child_rows(uuid)', 'add_counts(jsonb, jsonb)',
    'propose_purge(uuid)', 'decide_purge(uuid, boolean)', 'purge_candidates(uuid)', 'list_holds()',
    'hold_case(uuid, text, text, date)', 'lift_hold(uuid, text)', 'set_retention(text, date, integer, text)',
    'delete_child_rows(uuid)', 'purge_child(uuid, uuid)', 'waiting_purges()', 'finish_purge(uuid)',
    'mark_rewritten()', 'forget_passing()'] loop
    execute format('alter function kompass.%s owner to kompass_purge', f);
    execute format('revoke execute on function kompass.%s from public', f);
  end loop;
  foreach f in array array['propose_purge(uuid)', 'decide_purge(uuid, boolean)', 'purge_candidates(uuid)', 'list_holds()',
    'hold_case(uuid, text, text, date)', 'lift_hold(uuid, text)', 'set_retention(text, date, integer, text)'] loop
    execute format('grant execute on function kompass.%s to kompass_app', f);
  end loop;
  foreach f in array array['waiting_purges()', 'purge_child(uuid, uuid)', 'finish_purge(uuid)',
    'purged_tables()', 'forget_passing()'] loop
    execute format('grant execute on function kompass.%s to kompass_job', f);
  end loop;
  -- What these functions ask of others'.
  foreach f in array array['actor()', 'kommun()', 'today()', 'i_hold_role(text[])', 'audit_administration(text, text[])'] loop
    execute format('grant execute on function kompass.%s to kompass_purge', f);
  end loop;
end $$;
