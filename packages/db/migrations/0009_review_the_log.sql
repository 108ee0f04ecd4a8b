-- The log is verified, published and reviewed.
-- What a log row says of whom stands as a salted commitment: the first 16 bytes of sha256(salt, id). While the salt is
-- kept, the row leads to the person; when it is deleted nothing does, and the chain still verifies.
create table audit_child (
  kommun_code char(4) not null,
  child_id uuid not null,
  salt bytea not null,
  alias uuid not null,
  primary key (kommun_code, child_id),
  constraint audit_child_alias_once unique (kommun_code, alias),
  constraint audit_child_salt_long check (octet_length(salt) = 32)
);
--> statement-breakpoint
create table audit_actor (
  kommun_code char(4) not null,
  actor_id uuid not null,
  salt bytea not null,
  alias uuid not null,
  primary key (kommun_code, actor_id),
  constraint audit_actor_alias_once unique (kommun_code, alias),
  constraint audit_actor_salt_long check (octet_length(salt) = 32)
);
--> statement-breakpoint
create function kompass.log_alias(salt bytea, id uuid) returns uuid language sql immutable parallel safe
  as $$ select encode(substring(sha256(salt || uuid_send(id)) for 16), 'hex')::uuid $$;
--> statement-breakpoint
create function kompass.draw_salt() returns bytea language sql volatile
  as $$ select uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) $$;
--> statement-breakpoint
alter table audit_child add constraint audit_child_alias_commits check (alias = kompass.log_alias(salt, child_id));
--> statement-breakpoint
alter table audit_actor add constraint audit_actor_alias_commits check (alias = kompass.log_alias(salt, actor_id));
--> statement-breakpoint
-- The log is rewritten once, by this migration, to the new form. Each row keeps the hash it was written with, and the
-- new hash covers that too: as long as the salts are there the first chain can still be recomputed.
do $$
declare t text;
begin
  foreach t in array array['audit_log', 'audit_chain', 'audit_child', 'audit_actor'] loop
    execute format('alter table %I disable row level security', t);
  end loop;
end $$;
--> statement-breakpoint
alter table audit_log add column first_hash bytea;
--> statement-breakpoint
alter table audit_log rename column child_id to child_alias;
--> statement-breakpoint
alter table audit_log rename column child_ids to child_aliases;
--> statement-breakpoint
alter table audit_log rename column actor_id to actor;
--> statement-breakpoint
insert into audit_child (kommun_code, child_id, salt, alias)
select kommun_code, id, salt, kompass.log_alias(salt, id)
  from (select kommun_code, id, kompass.draw_salt() as salt
          from (select kommun_code, child_alias as id from audit_log where child_alias is not null
                union
                select kommun_code, unnest(child_aliases) from audit_log) named offset 0) drawn;
--> statement-breakpoint
insert into audit_actor (kommun_code, actor_id, salt, alias)
select kommun_code, id, salt, kompass.log_alias(salt, id)
  from (select kommun_code, id, kompass.draw_salt() as salt
          from (select distinct kommun_code, actor::uuid as id from audit_log where actor_kind <> 'system') named offset 0) drawn;
--> statement-breakpoint
alter table audit_log drop constraint audit_log_kommun_code_chain_sequence_pk;
--> statement-breakpoint
update audit_log l
   set first_hash = l.hash,
       chain = coalesce((select c.alias from audit_child c where c.kommun_code = l.kommun_code and c.child_id = l.chain),
                        (select a.alias from audit_actor a where a.kommun_code = l.kommun_code and a.actor_id = l.chain), l.chain),
       child_alias = (select c.alias from audit_child c where c.kommun_code = l.kommun_code and c.child_id = l.child_alias),
       child_aliases = case when l.child_aliases is not null then array(
         select c.alias from unnest(l.child_aliases) with ordinality as u(id, place)
           join audit_child c on c.kommun_code = l.kommun_code and c.child_id = u.id order by u.place) end,
       actor = case when l.actor_kind = 'system' then l.actor else
         (select a.alias::text from audit_actor a where a.kommun_code = l.kommun_code and a.actor_id = l.actor::uuid) end;
--> statement-breakpoint
alter table audit_log add constraint audit_log_kommun_code_chain_sequence_pk primary key (kommun_code, chain, sequence);
--> statement-breakpoint
do $$
declare
  entry record;
  chain_before text := '';
  before bytea;
  digest bytea;
begin
  for entry in select kommun_code, chain, sequence, at, actor_kind, actor, verb, purpose, child_alias, child_aliases,
                      fields, first_hash
                 from audit_log order by kommun_code, chain, sequence loop
    if chain_before <> entry.kommun_code || entry.chain::text then
      chain_before := entry.kommun_code || entry.chain::text;
      before := sha256(convert_to(chain_before, 'UTF8'));
    end if;
    digest := sha256(before || convert_to(jsonb_build_array(
      2, entry.kommun_code, entry.chain, entry.sequence, extract(epoch from entry.at), entry.actor_kind, entry.actor,
      entry.verb, entry.purpose, entry.child_alias, entry.child_aliases, entry.fields,
      encode(entry.first_hash, 'hex'))::text, 'UTF8'));
    update audit_log l set previous_hash = before, hash = digest
     where l.kommun_code = entry.kommun_code and l.chain = entry.chain and l.sequence = entry.sequence;
    before := digest;
  end loop;
end $$;
--> statement-breakpoint
delete from audit_chain;
--> statement-breakpoint
insert into audit_chain (kommun_code, chain, sequence, hash)
select distinct on (kommun_code, chain) kommun_code, chain, sequence, hash
  from audit_log order by kommun_code, chain, sequence desc;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['audit_log', 'audit_chain', 'audit_child', 'audit_actor'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
  end loop;
  foreach t in array array['audit_child', 'audit_actor'] loop
    execute format('grant select on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
    execute format('grant select, insert, delete on %I to kompass_access', t);
    execute format('create policy access_writes on %I to kompass_access using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
-- The alias that a child goes by in the log; drawn the first time the child is written of.
create function kompass.alias_of_child(of_child uuid) returns uuid language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  found_alias uuid;
  salt bytea;
begin
  select c.alias into found_alias from audit_child c where c.kommun_code = here and c.child_id = of_child;
  if found_alias is not null then return found_alias; end if;
  salt := kompass.draw_salt();
  insert into audit_child (kommun_code, child_id, salt, alias)
    values (here, of_child, salt, kompass.log_alias(salt, of_child)) on conflict do nothing;
  select c.alias into found_alias from audit_child c where c.kommun_code = here and c.child_id = of_child;
  return found_alias;
end $$;
--> statement-breakpoint
create function kompass.alias_of_actor(of_actor uuid) returns uuid language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  found_alias uuid;
  salt bytea;
begin
  select a.alias into found_alias from audit_actor a where a.kommun_code = here and a.actor_id = of_actor;
  if found_alias is not null then return found_alias; end if;
  salt := kompass.draw_salt();
  insert into audit_actor (kommun_code, actor_id, salt, alias)
    values (here, of_actor, salt, kompass.log_alias(salt, of_actor)) on conflict do nothing;
  select a.alias into found_alias from audit_actor a where a.kommun_code = here and a.actor_id = of_actor;
  return found_alias;
end $$;
--> statement-breakpoint
create function kompass.aliases_of_children(of_children uuid[]) returns uuid[] language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
begin
  if of_children is null then return null; end if;
  if of_children = '{}' then return of_children; end if;
  insert into audit_child (kommun_code, child_id, salt, alias)
  select here, id, salt, kompass.log_alias(salt, id)
    from (select missing.id, kompass.draw_salt() as salt
            from (select distinct u.id from unnest(of_children) as u(id)
                   where not exists (select 1 from audit_child c where c.kommun_code = here and c.child_id = u.id)
                   order by u.id) missing offset 0) drawn
  on conflict do nothing;
  return array(select c.alias from unnest(of_children) with ordinality as u(id, place)
                 join audit_child c on c.kommun_code = here and c.child_id = u.id order by u.place);
end $$;
--> statement-breakpoint
create or replace function kompass.record_audit(
  in_chain uuid, in_actor_kind text, in_actor text, in_verb text, in_purpose text,
  in_child uuid, in_children uuid[], in_fields text[]
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  of_child constant uuid := case when in_child is not null then kompass.alias_of_child(in_child) end;
  of_children constant uuid[] := kompass.aliases_of_children(in_children);
  by_actor constant text := case when in_actor_kind = 'system' then in_actor
                                 else kompass.alias_of_actor(in_actor::uuid)::text end;
  of_chain constant uuid := case when in_chain = in_child then of_child
                                 when in_actor_kind <> 'system' and in_chain::text = in_actor then by_actor::uuid
                                 else in_chain end;
  moment constant timestamptz := clock_timestamp();
begin
  loop
    -- One statement: the end of the chain is locked, the new link reckoned from it, and both are written.
    with head as materialized (
      select sequence + 1 as sequence, hash as before from audit_chain
       where kommun_code = here and chain = of_chain for update
    ), link as materialized (
      select sequence, before, sha256(before || convert_to(jsonb_build_array(
               2, here, of_chain, sequence, extract(epoch from moment), in_actor_kind, by_actor,
               in_verb, in_purpose, of_child, of_children, in_fields, null)::text, 'UTF8')) as digest
        from head
    ), moved as (
      update audit_chain c set sequence = link.sequence, hash = link.digest from link
       where c.kommun_code = here and c.chain = of_chain
    )
    insert into audit_log (kommun_code, chain, sequence, at, actor_kind, actor, verb, purpose,
                           child_alias, child_aliases, fields, previous_hash, hash)
    select here, of_chain, sequence, moment, in_actor_kind, by_actor, in_verb, in_purpose,
           of_child, of_children, in_fields, before, digest from link;
    exit when found;
    insert into audit_chain (kommun_code, chain, sequence, hash)
      values (here, of_chain, 0, sha256(convert_to(here || of_chain::text, 'UTF8')))
      on conflict (kommun_code, chain) do nothing;
  end loop;
end $$;
--> statement-breakpoint
-- Makes the log of a purged child lead nowhere: the chain, its heads and what was published of them stand as they were.
-- Called in the transaction that purges the child, and by no role that logs in; false when the log knew nothing of it.
create function kompass.forget_in_log(of_child uuid) returns boolean language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  forgotten uuid;
begin
  delete from audit_child c where c.kommun_code = here and c.child_id = of_child returning c.alias into forgotten;
  return forgotten is not null;
end $$;
--> statement-breakpoint
-- The same for somebody of the staff, or a guardian's account, when the log need no longer say who it was.
create function kompass.forget_actor_in_log(of_actor uuid) returns boolean language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  delete from audit_actor a where a.kommun_code = kompass.kommun() and a.actor_id = of_actor;
  return found;
end $$;
--> statement-breakpoint
-- What a reviewer of the log takes up: the looks of one person at one child (or at lists) on one day, and why.
-- What comes after a decision, the same day, is a part of its own.
create table log_review_item (
  kommun_code char(4) not null,
  id uuid not null,
  day date not null,
  part smallint not null,
  actor uuid not null,
  child_alias uuid,
  reasons text[] not null,
  since timestamptz not null,
  until timestamptz not null,
  looks integer not null,
  due_on date not null,
  rules_version text not null,
  decision text,
  note text,
  decided_by uuid,
  decided_by_name text,
  decided_at timestamptz,
  version integer not null default 1,
  primary key (kommun_code, id),
  constraint log_review_item_once unique nulls not distinct (kommun_code, day, actor, child_alias, part),
  constraint log_review_item_has_reason check (cardinality(reasons) > 0),
  constraint log_review_item_reasons_known check (reasons <@ array['emergency', 'protected_identity', 'same_surname',
    'no_relation', 'after_closing', 'odd_hours', 'volume', 'random']),
  constraint log_review_item_decision_known check (decision in ('in_order', 'follow_up', 'case_opened')),
  constraint log_review_item_signed check (num_nulls(decision, decided_by, decided_by_name, decided_at) in (0, 4)),
  constraint log_review_item_note_length check (char_length(note) <= 2000)
);
--> statement-breakpoint
create index log_review_item_open on log_review_item (kommun_code, due_on) where decision is null;
--> statement-breakpoint
-- However the salt of a child is deleted, what reviewers have written of the child goes with it.
create function kompass.forget_review_notes() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  update log_review_item i set note = null where i.kommun_code = old.kommun_code and i.child_alias = old.alias;
  return null;
end $$;
--> statement-breakpoint
alter function kompass.forget_review_notes owner to kompass_access;
--> statement-breakpoint
create trigger audit_child_takes_notes after delete on audit_child
  for each row execute function kompass.forget_review_notes();
--> statement-breakpoint
-- How far the log of a kommun has been gone through.
create table log_review_run (
  kommun_code char(4) primary key,
  reviewed_to date not null
);
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['log_review_item', 'log_review_run'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
  end loop;
end $$;
--> statement-breakpoint
grant select, insert on log_review_item, log_review_run to kompass_job;
--> statement-breakpoint
grant update (reasons, since, until, looks, due_on) on log_review_item to kompass_job;
--> statement-breakpoint
grant update on log_review_run to kompass_job;
--> statement-breakpoint
grant select, update on log_review_item to kompass_access;
--> statement-breakpoint
create policy access_reads on log_review_item for select to kompass_access using (true);
--> statement-breakpoint
create policy access_decides on log_review_item for update to kompass_access using (true) with check (true);
--> statement-breakpoint
create index audit_log_by_time on audit_log (kommun_code, at);
--> statement-breakpoint
-- The work list, for those who review the log: of the child its case number and nothing else.
create function kompass.log_review_list(of_item uuid, in_state text, at_most integer) returns table (
  id uuid, day date, reasons text[], since timestamptz, until timestamptz, looks integer, due_on date,
  actor_name text, actor_title text, actor_unit text, is_own boolean, case_number text, of_child boolean,
  decision text, note text, decided_by_name text, decided_at timestamptz, version integer
) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
begin
  if not kompass.i_hold_role('loggranskare', 'dataskyddsombud') then
    raise exception 'not_reviewer' using errcode = '42501';
  end if;
  return query
  select i.id, i.day, i.reasons, i.since, i.until, i.looks, i.due_on,
         p.given_name || ' ' || p.family_name, p.title, u.name, coalesce(a.actor_id = kompass.actor(), false),
         k.case_number, i.child_alias is not null,
         i.decision, i.note, i.decided_by_name, i.decided_at, i.version
    from log_review_item i
    left join audit_actor a on a.kommun_code = here and a.alias = i.actor
    left join person p on p.kommun_code = here and p.id = a.actor_id
    left join unit u on u.kommun_code = here and u.id = p.unit_id
    left join audit_child c on c.kommun_code = here and c.alias = i.child_alias
    left join child k on k.kommun_code = here and k.id = c.child_id
   where i.kommun_code = here and (of_item is null or i.id = of_item)
     and case in_state when 'open' then i.decision is null when 'decided' then i.decision is not null else true end
   order by (i.decision is not null), case when i.decision is null then i.due_on end, i.decided_at desc, i.day, i.id
   limit at_most;
end $$;
--> statement-breakpoint
create function kompass.log_review_counts(on_day date, out open_items bigint, out overdue bigint, out decided bigint)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not kompass.i_hold_role('loggranskare', 'dataskyddsombud') then
    raise exception 'not_reviewer' using errcode = '42501';
  end if;
  select count(*) filter (where i.decision is null), count(*) filter (where i.decision is null and i.due_on < on_day),
         count(*) filter (where i.decision is not null)
    into open_items, overdue, decided
    from log_review_item i where i.kommun_code = kompass.kommun();
end $$;
--> statement-breakpoint
-- The rows of the log behind an item: names of what was read, never what it said.
create function kompass.log_review_entries(of_item uuid) returns table (
  at timestamptz, verb text, purpose text, fields text[], children integer
) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
begin
  if not kompass.i_hold_role('loggranskare', 'dataskyddsombud') then
    raise exception 'not_reviewer' using errcode = '42501';
  end if;
  return query
  select l.at, l.verb, l.purpose, l.fields, cardinality(l.child_aliases)
    from log_review_item i
    join audit_log l on l.kommun_code = here and l.chain = coalesce(i.child_alias, i.actor)
     and l.actor = i.actor::text and l.at between i.since and i.until
   where i.kommun_code = here and i.id = of_item
   order by l.at
   limit 500;
end $$;
--> statement-breakpoint
-- Signs a decision. Nobody decides on looks of their own, and a decision stands. Null when somebody else was first.
create function kompass.decide_log_review(of_item uuid, of_version integer, in_decision text, in_note text)
  returns integer language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  new_version integer;
begin
  if not kompass.i_hold_role('loggranskare', 'dataskyddsombud') then
    raise exception 'not_reviewer' using errcode = '42501';
  end if;
  if exists (select 1 from log_review_item i join audit_actor a on a.kommun_code = here and a.alias = i.actor
              where i.kommun_code = here and i.id = of_item and a.actor_id = me) then
    raise exception 'same_person' using errcode = 'KP006';
  end if;
  update log_review_item i
     set decision = in_decision, note = nullif(btrim(in_note), ''), decided_by = me, decided_at = clock_timestamp(),
         decided_by_name = (select p.given_name || ' ' || p.family_name from person p
                             where p.kommun_code = here and p.id = me),
         version = i.version + 1
   where i.kommun_code = here and i.id = of_item and i.version = of_version and i.decision is null
   returning i.version into new_version;
  return new_version;
end $$;
--> statement-breakpoint
-- Kommuner that have a log: for the jobs that go through each of them.
create function kompass.logged_kommuner() returns table (kommun_code char(4)) language sql stable security definer
  set search_path = public, pg_temp as $$
  select k.kommun_code from kommun k
   where exists (select 1 from audit_chain c where c.kommun_code = k.kommun_code)
      or exists (select 1 from audit_log l where l.kommun_code = k.kommun_code) order by 1 $$;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['alias_of_child', 'alias_of_actor', 'aliases_of_children', 'forget_in_log',
    'forget_actor_in_log', 'log_review_list', 'log_review_counts', 'log_review_entries',
    'decide_log_review', 'logged_kommuner'] loop
    execute format('alter function kompass.%I owner to kompass_access', f);
    execute format('revoke execute on function kompass.%I from public', f);
  end loop;
end $$;
--> statement-breakpoint
grant execute on function kompass.log_review_list, kompass.log_review_counts, kompass.log_review_entries,
  kompass.decide_log_review to kompass_app;
--> statement-breakpoint
grant execute on function kompass.logged_kommuner to kompass_job;
--> statement-breakpoint
grant usage on schema kompass to kompass_owner;
