-- Row security: the database's own lock. Access follows the relation to the child; an unset actor is an error.
create schema kompass;
--> statement-breakpoint
create extension if not exists btree_gist;
--> statement-breakpoint
-- current_setting raises when nobody has said who acts; the empty string left by an earlier
-- transaction does not cast. Either way nothing is read.
create function kompass.actor() returns uuid language sql stable
  as $$ select current_setting('kompass.actor')::uuid $$;
--> statement-breakpoint
create function kompass.kommun() returns char(4) language sql stable
  as $$ select nullif(current_setting('kompass.kommun'), '')::char(4) $$;
--> statement-breakpoint
create function kompass.today() returns date language sql stable
  as $$ select (now() at time zone 'Europe/Stockholm')::date $$;
--> statement-breakpoint
-- The child that the transaction has said it is about, or none. Saying so only narrows what is reached.
create function kompass.about() returns uuid language sql stable
  as $$ select nullif(current_setting('kompass.about', true), '')::uuid $$;
--> statement-breakpoint
-- Every guardian's latest answer must be a running yes, and the child must not have said no.
create function kompass.is_covered_by_consent(of_child uuid, for_step text, on_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with latest as (
    select distinct on (guardian_id) guardian_id, state, valid_to from consent
     where kommun_code = kompass.kommun() and child_id = of_child and step = for_step
     order by guardian_id, decided_on desc, recorded_at desc
  )
  select exists (select 1 from guardian g where g.kommun_code = kompass.kommun() and g.child_id = of_child)
     and not exists (
       select 1 from guardian g left join latest l on l.guardian_id = g.id
        where g.kommun_code = kompass.kommun() and g.child_id = of_child
          and (l.state is distinct from 'given' or (l.valid_to is not null and l.valid_to < on_day)))
     and not exists (select 1 from latest where guardian_id is null and state in ('declined', 'withdrawn')) $$;
--> statement-breakpoint
-- A team reads of a child while the family's written consent to that team covers: it ends with the consent.
create function kompass.opens_to_team(of_child uuid, team_kind text, on_day date) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return kompass.is_covered_by_consent(of_child,
    case team_kind when 'barnteam' then 'skriftligt_barnteam' else 'skriftligt_individuellt' end, on_day);
end $$;
--> statement-breakpoint
-- The children whom the actor has a relation to today. Read once per statement, as an array:
-- a subquery per row costs hundreds of times more. Of a transaction about one child, that child or none.
create function kompass.my_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  today constant date := kompass.today();
  only_child constant uuid := kompass.about();
begin
  if only_child is null then
    return array(
      select r.child_id from child_relation r
       where r.kommun_code = kompass.kommun() and r.person_id = kompass.actor()
         and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
      union
      select t.child_id from team_member m
        join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
       where m.kommun_code = kompass.kommun() and m.person_id = kompass.actor() and t.child_id is not null
         and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
         and kompass.opens_to_team(t.child_id, t.kind, today)
      union
      select i.child_id from team_member m
        join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
        join meeting s on s.kommun_code = m.kommun_code and s.team_id = m.team_id and s.state = 'planned'
        join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
       where m.kommun_code = kompass.kommun() and m.person_id = kompass.actor()
         and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
         and kompass.opens_to_team(i.child_id, t.kind, today));
  end if;
  -- One question at a time: asked together they cost as much as the last, also when the first has the answer.
  if exists (select 1 from child_relation r
              where r.kommun_code = kompass.kommun() and r.person_id = kompass.actor() and r.child_id = only_child
                and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)) then
    return array[only_child];
  elsif exists (select 1 from team_member m
                  join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
                 where m.kommun_code = kompass.kommun() and m.person_id = kompass.actor() and t.child_id = only_child
                   and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
                   and kompass.opens_to_team(only_child, t.kind, today)) then
    return array[only_child];
  elsif exists (select 1 from team_member m
                  join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
                  join meeting s on s.kommun_code = m.kommun_code and s.team_id = m.team_id and s.state = 'planned'
                  join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
                 where m.kommun_code = kompass.kommun() and m.person_id = kompass.actor() and i.child_id = only_child
                   and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
                   and kompass.opens_to_team(only_child, t.kind, today)) then
    return array[only_child];
  end if;
  return '{}';
end $$;
--> statement-breakpoint
-- The children whom the actor is responsible for today (a team membership alone is not enough).
create function kompass.my_responsibility() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  today constant date := kompass.today();
  only_child constant uuid := kompass.about();
begin
  return array(
    select r.child_id from child_relation r
     where r.kommun_code = here and r.person_id = me and (only_child is null or r.child_id = only_child)
       and r.kind in ('barnkontakt', 'stodsamordnare')
       and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today));
end $$;
--> statement-breakpoint
-- The children for whom the actor has a follow-up open that has not been opened on purpose:
-- their earlier scores stay closed to that person until it is handed in. While one of several is being handed
-- in, the transaction names the child, since what is raised must be computed from the whole.
create function kompass.my_uninfluenced_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  only_child constant uuid := kompass.about();
  handing_in constant uuid := nullif(current_setting('kompass.handing_in', true), '')::uuid;
begin
  if only_child = handing_in then return '{}'; end if;
  return array(
    select distinct d.child_id from draft d
     where d.kommun_code = kompass.kommun() and d.author_id = kompass.actor() and d.shown_anyway_at is null
       and d.child_id is distinct from handing_in and (only_child is null or d.child_id = only_child));
end $$;
--> statement-breakpoint
-- Whether the actor stands to the child as samtalsledare and as nothing else.
create function kompass.only_leads_talk(of_child uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  today constant date := kompass.today();
begin
  return exists (select 1 from child_relation r
                  where r.kommun_code = here and r.child_id = of_child and r.person_id = me
                    and r.kind = 'samtalsledare' and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today))
     and of_child <> all(kompass.my_responsibility())
     and not exists (select 1 from team_member m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
                      where m.kommun_code = here and m.person_id = me
                        and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
                        and (t.child_id = of_child
                             or exists (select 1 from meeting s
                                          join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
                                         where s.kommun_code = here and s.team_id = t.id and s.state = 'planned'
                                           and i.child_id = of_child)));
end $$;
--> statement-breakpoint
create function kompass.has_no_relation(of_child uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select not exists (select 1 from child_relation r
                      where r.kommun_code = kompass.kommun() and r.child_id = of_child) $$;
--> statement-breakpoint
create function kompass.i_hold_role(variadic roles text[]) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select 1 from person_role r
                  where r.kommun_code = (select kompass.kommun()) and r.person_id = (select kompass.actor()) and r.role = any(roles)
                    and r.valid_from <= (select kompass.today()) and (r.valid_to is null or r.valid_to >= (select kompass.today()))) $$;
--> statement-breakpoint
do $$
declare f text;
begin
  for f in select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'kompass' and p.prosecdef loop
    execute format('alter function %s owner to kompass_access', f);
  end loop;
end $$;
--> statement-breakpoint
grant usage on schema kompass to kompass_access, kompass_app, kompass_job;
--> statement-breakpoint
-- One responsible of each kind at any time.
alter table child_relation add constraint child_relation_one_at_a_time exclude using gist (
  kommun_code with =, child_id with =, kind with =, daterange(valid_from, valid_to, '[]') with &&
) where (kind in ('barnkontakt', 'stodsamordnare')) deferrable initially immediate;
--> statement-breakpoint
alter table assessment
  add constraint assessment_eight_areas check (
    array_length(area_sums, 1) = 8 and array_length(area_counts, 1) = 8
    and array_position(area_sums, null) is null and array_position(area_counts, null) is null);
--> statement-breakpoint
-- Area by area, not by a function over the arrays: a function costs more than the rest of the insert together.
alter table assessment add constraint assessment_scores_on_scale check (
  area_sums[1] between area_counts[1] and 5 * area_counts[1] and
  area_sums[2] between area_counts[2] and 5 * area_counts[2] and
  area_sums[3] between area_counts[3] and 5 * area_counts[3] and
  area_sums[4] between area_counts[4] and 5 * area_counts[4] and
  area_sums[5] between area_counts[5] and 5 * area_counts[5] and
  area_sums[6] between area_counts[6] and 5 * area_counts[6] and
  area_sums[7] between area_counts[7] and 5 * area_counts[7] and
  area_sums[8] between area_counts[8] and 5 * area_counts[8]);
--> statement-breakpoint
-- A signal stands on the agenda of a meeting that has the child on its agenda.
alter table signal add constraint signal_meeting_has_child
  foreign key (kommun_code, meeting_id, child_id) references agenda_item (kommun_code, meeting_id, child_id);
--> statement-breakpoint
create function kompass.refuse_agenda_without_consent() returns trigger language plpgsql as $$
declare step text; day date;
begin
  select case t.kind when 'barnteam' then 'skriftligt_barnteam' else 'skriftligt_individuellt' end, m.held_on
    into step, day
    from meeting m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
   where m.kommun_code = new.kommun_code and m.id = new.meeting_id;
  if not kompass.is_covered_by_consent(new.child_id, step, day) then
    raise exception 'consent_missing' using errcode = 'KP001', detail = step;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger agenda_item_needs_consent before insert or update on agenda_item
  for each row execute function kompass.refuse_agenda_without_consent();
--> statement-breakpoint
-- What is handed in is locked: a correction is a new revision and the old one steps back.
create function kompass.refuse_changed_assessment() returns trigger language plpgsql as $$
begin
  if (old.is_current and not new.is_current)
     and to_jsonb(new) - 'is_current' = to_jsonb(old) - 'is_current' then
    return new;
  end if;
  raise exception 'assessment_locked' using errcode = 'KP002';
end $$;
--> statement-breakpoint
create trigger assessment_is_locked before update on assessment
  for each row execute function kompass.refuse_changed_assessment();
--> statement-breakpoint
-- What a person has decided stands. A superseded signal may be raised anew by a corrected compass.
create function kompass.refuse_reopened_signal() returns trigger language plpgsql as $$
begin
  if old.state = 'decided' then
    raise exception 'signal_closed' using errcode = 'KP003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger signal_stays_closed before update on signal
  for each row execute function kompass.refuse_reopened_signal();
--> statement-breakpoint
-- Audit: the only way in. The row follows the end of its chain, whose lock keeps the order.
create function kompass.record_audit(
  in_chain uuid, in_actor_kind text, in_actor text, in_verb text, in_purpose text,
  in_child uuid, in_children uuid[], in_fields text[]
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  moment constant timestamptz := clock_timestamp();
begin
  loop
    -- One statement: the end of the chain is locked, the new link reckoned from it, and both are written.
    with head as materialized (
      select sequence + 1 as sequence, hash as before from audit_chain
       where kommun_code = here and chain = in_chain for update
    ), link as materialized (
      select sequence, before, sha256(before || convert_to(jsonb_build_array(
               here, in_chain, sequence, extract(epoch from moment), in_actor_kind, in_actor,
               in_verb, in_purpose, in_child, in_children, in_fields)::text, 'UTF8')) as digest
        from head
    ), moved as (
      update audit_chain c set sequence = link.sequence, hash = link.digest from link
       where c.kommun_code = here and c.chain = in_chain
    )
    insert into audit_log (kommun_code, chain, sequence, at, actor_kind, actor_id, verb, purpose,
                           child_id, child_ids, fields, previous_hash, hash)
    select here, in_chain, sequence, moment, in_actor_kind, in_actor, in_verb, in_purpose,
           in_child, in_children, in_fields, before, digest from link;
    exit when found;
    insert into audit_chain (kommun_code, chain, sequence, hash)
      values (here, in_chain, 0, sha256(convert_to(here || in_chain::text, 'UTF8')))
      on conflict (kommun_code, chain) do nothing;
  end loop;
end $$;
--> statement-breakpoint
-- The actor of a person's row is the actor of the transaction, whatever the caller says.
create function kompass.audit(in_verb text, in_purpose text, in_child uuid, in_fields text[]) returns void
  language plpgsql as $$ begin
  perform kompass.record_audit(in_child, 'person', kompass.actor()::text, in_verb, in_purpose, in_child, null, in_fields);
end $$;
--> statement-breakpoint
create function kompass.audit_many(in_verb text, in_purpose text, in_children uuid[], in_fields text[]) returns void
  language plpgsql as $$ begin
  perform kompass.record_audit(kompass.actor(), 'person', kompass.actor()::text, in_verb, in_purpose, null, in_children, in_fields);
end $$;
--> statement-breakpoint
-- What the api's own lock asks, in one call: how the actor stands to the child that day. To whom one of `may` holds,
-- the log row is written before anything is read; for all others there is no trace, whether the child exists or not.
create function kompass.approach(
  of_child uuid, on_day date, may text[], in_verb text, in_purpose text, in_fields text[]
) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  standings text[] := array(
    select r.kind from child_relation r
     where r.kommun_code = here and r.child_id = of_child and r.person_id = me
       and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day));
  teams constant uuid[] := array(
    select m.team_id from team_member m
     where m.kommun_code = here and m.person_id = me
       and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day));
begin
  if teams <> '{}' then
    if exists (select 1 from team t where t.kommun_code = here and t.id = any(teams) and t.child_id = of_child
                  and kompass.opens_to_team(of_child, t.kind, on_day))
       or exists (select 1 from meeting s
                    join team t on t.kommun_code = s.kommun_code and t.id = s.team_id
                    join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
                   where s.kommun_code = here and s.team_id = any(teams) and s.state = 'planned'
                     and i.child_id = of_child and kompass.opens_to_team(of_child, t.kind, on_day)) then
      standings := standings || 'teammedlem'::text;
    end if;
  end if;
  if standings && may then
    perform kompass.record_audit(of_child, 'person', me::text, in_verb, in_purpose, of_child, null, in_fields);
  end if;
  return standings;
end $$;
--> statement-breakpoint
alter function kompass.approach owner to kompass_access;
--> statement-breakpoint
alter function kompass.record_audit owner to kompass_access;
--> statement-breakpoint
alter function kompass.audit security definer;
--> statement-breakpoint
alter function kompass.audit_many security definer;
--> statement-breakpoint
alter function kompass.audit owner to kompass_access;
--> statement-breakpoint
alter function kompass.audit_many owner to kompass_access;
--> statement-breakpoint
revoke execute on function kompass.record_audit from public;
--> statement-breakpoint
grant execute on function kompass.record_audit to kompass_access, kompass_job;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['child', 'placement', 'guardian', 'child_relation', 'compass', 'assessment',
    'assessment_comment', 'draft', 'area_thought', 'conversation', 'signal', 'team', 'team_member', 'meeting',
    'agenda_item', 'consent', 'support', 'life_event', 'audit_log', 'audit_chain',
    'kommun', 'omrade', 'unit', 'person', 'person_role', 'session',
    'instrument_version', 'instrument_statement', 'statement_equivalence'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
  end loop;
  -- Every table that holds a child's data: within the kommun, and only for those with a relation.
  foreach t in array array['placement', 'guardian', 'compass', 'assessment', 'assessment_comment',
    'area_thought', 'conversation', 'signal', 'agenda_item', 'consent', 'support', 'life_event'] loop
    execute format('create policy app_related on %I to kompass_app
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[]))
      with check (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[]))', t);
    execute format('grant select, insert on %I to kompass_app', t);
  end loop;
  -- Earlier scores are closed to whoever is filling in an uninfluenced follow-up.
  foreach t in array array['assessment', 'assessment_comment', 'area_thought', 'conversation', 'signal'] loop
    execute format('create policy app_uninfluenced on %I as restrictive for select to kompass_app
      using (child_id <> all((select kompass.my_uninfluenced_children())::uuid[]))', t);
  end loop;
  -- What the functions that decide access must read.
  foreach t in array array['child_relation', 'team', 'team_member', 'meeting', 'agenda_item', 'draft', 'guardian',
    'consent', 'person_role'] loop
    execute format('grant select on %I to kompass_access', t);
    execute format('create policy access_reads on %I for select to kompass_access using (true)', t);
  end loop;
  -- Places, people and forms of the own kommun are known to its staff.
  foreach t in array array['omrade', 'unit', 'person', 'person_role', 'team_member',
    'instrument_version', 'instrument_statement', 'statement_equivalence'] loop
    execute format('grant select on %I to kompass_app', t);
    execute format('create policy app_own_kommun on %I for select to kompass_app using (kommun_code = kompass.kommun())', t);
  end loop;
end $$;
--> statement-breakpoint
grant select on kommun to kompass_app;
--> statement-breakpoint
create policy app_own_kommun on kommun for select to kompass_app using (kommun_code = kompass.kommun());
--> statement-breakpoint
grant update on placement, guardian, area_thought, conversation, consent, support, life_event, signal to kompass_app;
--> statement-breakpoint
grant update (is_current) on assessment to kompass_app;
--> statement-breakpoint
grant delete on area_thought to kompass_app;
--> statement-breakpoint
grant update, delete on child, child_relation, placement, guardian, compass, draft, signal to kompass_job;
--> statement-breakpoint
grant select, insert, update on child to kompass_app;
--> statement-breakpoint
create policy app_reads on child for select to kompass_app using (
  kommun_code = kompass.kommun()
  and (id = any((select kompass.my_children())::uuid[])));
--> statement-breakpoint
create policy app_registers on child for insert to kompass_app with check (
  kommun_code = kompass.kommun() and kompass.i_hold_role('barnkontakt', 'stodsamordnare'));
--> statement-breakpoint
create policy app_changes on child for update to kompass_app
  using (kommun_code = kompass.kommun() and id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
grant select, insert on child_relation to kompass_app;
--> statement-breakpoint
grant update (valid_to, version) on child_relation to kompass_app;
--> statement-breakpoint
create policy app_reads on child_relation for select to kompass_app using (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[]));
--> statement-breakpoint
-- A new child is claimed by whoever registers it; after that the responsible alone gives relations.
create policy app_gives on child_relation for insert to kompass_app with check (
  kommun_code = kompass.kommun()
  and (child_id = any((select kompass.my_responsibility())::uuid[])
       or (person_id = kompass.actor() and kompass.has_no_relation(child_id)
           and kompass.i_hold_role('barnkontakt', 'stodsamordnare'))));
--> statement-breakpoint
create policy app_ends on child_relation for update to kompass_app
  using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
grant select, insert, update, delete on draft to kompass_app;
--> statement-breakpoint
-- A draft is its author's own; the joint form of the Barnteam belongs to those who sit in it.
create policy app_own on draft to kompass_app
  using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[])
         and (author_id = kompass.actor() or (rater = 'barnteam' and not kompass.only_leads_talk(child_id))))
  with check (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[])
         and (author_id = kompass.actor() or (rater = 'barnteam' and not kompass.only_leads_talk(child_id))));
--> statement-breakpoint
create function kompass.my_teams() returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(m.team_id), '{}') from team_member m
   where m.kommun_code = (select kompass.kommun()) and m.person_id = (select kompass.actor())
     and m.valid_from <= (select kompass.today()) and (m.valid_to is null or m.valid_to >= (select kompass.today())) $$;
--> statement-breakpoint
alter function kompass.my_teams owner to kompass_access;
--> statement-breakpoint
grant select, insert on team to kompass_app;
--> statement-breakpoint
create policy app_reads on team for select to kompass_app using (
  kommun_code = kompass.kommun()
  and (child_id is null or child_id = any((select kompass.my_children())::uuid[])));
--> statement-breakpoint
create policy app_forms on team for insert to kompass_app with check (
  kommun_code = kompass.kommun()
  and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
grant insert on team_member to kompass_app;
--> statement-breakpoint
grant update (valid_to) on team_member to kompass_app;
--> statement-breakpoint
-- The responsible of the child forms its Individuellt barnteam.
create function kompass.is_team_of_my_child(of_team uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select 1 from team t where t.kommun_code = kompass.kommun() and t.id = of_team
                    and t.child_id = any(kompass.my_responsibility())) $$;
--> statement-breakpoint
alter function kompass.is_team_of_my_child owner to kompass_access;
--> statement-breakpoint
create policy app_invites on team_member for insert to kompass_app with check (
  kommun_code = kompass.kommun() and kompass.is_team_of_my_child(team_id));
--> statement-breakpoint
create policy app_ends on team_member for update to kompass_app
  using (kommun_code = kompass.kommun() and kompass.is_team_of_my_child(team_id));
--> statement-breakpoint
grant select, insert, update on meeting to kompass_app;
--> statement-breakpoint
create policy app_team on meeting to kompass_app
  using (kommun_code = kompass.kommun() and (team_id = any((select kompass.my_teams())::uuid[])
         or kompass.is_team_of_my_child(team_id)))
  with check (kommun_code = kompass.kommun() and (team_id = any((select kompass.my_teams())::uuid[])
         or kompass.is_team_of_my_child(team_id)));
--> statement-breakpoint
grant select, insert, update, delete on session to kompass_app;
--> statement-breakpoint
create policy app_session on session to kompass_app using (true) with check (true);
--> statement-breakpoint
grant select, insert on audit_log to kompass_access;
--> statement-breakpoint
grant select, insert, update on audit_chain to kompass_access;
--> statement-breakpoint
create policy access_writes on audit_log to kompass_access using (true) with check (true);
--> statement-breakpoint
create policy access_writes on audit_chain to kompass_access using (true) with check (true);
--> statement-breakpoint
revoke insert on audit_log, audit_chain from kompass_job;
--> statement-breakpoint
-- A session names its person before anyone is the actor. Using it moves its idle limit, at most once a minute.
create function kompass.use_session(of_token text) returns table (
  kommun_code char(4), person_id uuid, given_name text, family_name text, title text, roles text[]
) language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update session s set last_seen_at = now()
   where s.token_hash = of_token and s.last_seen_at < now() - interval '1 minute'
     and s.last_seen_at > now() - interval '60 minutes' and s.expires_at > now();
  return query
  select s.kommun_code, p.id, p.given_name, p.family_name, p.title,
         array(select r.role from person_role r
                where r.kommun_code = p.kommun_code and r.person_id = p.id and r.valid_from <= kompass.today()
                  and (r.valid_to is null or r.valid_to >= kompass.today()) order by r.role)
    from session s join person p on p.kommun_code = s.kommun_code and p.id = s.person_id
   where s.token_hash = of_token and s.expires_at > now() and p.disabled_at is null
     and s.last_seen_at > now() - interval '60 minutes';
end $$;
--> statement-breakpoint
-- Persons whom the demo made, for its login page.
create function kompass.demo_personas() returns table (
  kommun_code char(4), kommun_name text, person_id uuid, name text, title text, unit_name text, roles text[]
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.kommun_code, k.name, p.id, p.given_name || ' ' || p.family_name, p.title, u.name,
         array(select r.role from person_role r
                where r.kommun_code = p.kommun_code and r.person_id = p.id and r.valid_from <= kompass.today()
                  and (r.valid_to is null or r.valid_to >= kompass.today()) order by r.role)
    from person p join kommun k on k.kommun_code = p.kommun_code
    left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
   where p.login_key like 'demo:%' and p.disabled_at is null
   order by p.kommun_code, p.login_key $$;
--> statement-breakpoint
alter function kompass.use_session owner to kompass_access;
--> statement-breakpoint
alter function kompass.demo_personas owner to kompass_access;
--> statement-breakpoint
grant select on session, person, kommun, unit to kompass_access;
--> statement-breakpoint
grant update on session to kompass_access;
--> statement-breakpoint
create policy access_uses on session to kompass_access using (true) with check (true);
--> statement-breakpoint
create policy access_reads on person for select to kompass_access using (true);
--> statement-breakpoint
create policy access_reads on kommun for select to kompass_access using (true);
--> statement-breakpoint
create policy access_reads on unit for select to kompass_access using (true);
--> statement-breakpoint
create function kompass.latest_migration() returns text language sql stable security definer
  set search_path = migration, pg_temp as $$
  select to_char(to_timestamp(max(created_at) / 1000), 'YYYYMMDDHH24MISS') from migration.__drizzle_migrations $$;
--> statement-breakpoint
-- A rater has one rating a day: what is said later the same day is a correction.
create unique index assessment_once_a_day on assessment (kommun_code, child_id, rater, assessed_on) where is_current;
--> statement-breakpoint
-- Those who only sit in a team read; whoever is responsible writes what opens, binds or plans.
do $$
declare t text;
begin
  foreach t in array array['placement', 'guardian', 'area_thought', 'conversation', 'agenda_item', 'consent',
    'support', 'life_event'] loop
    execute format('create policy app_responsible_adds on %I as restrictive for insert to kompass_app
      with check (child_id = any((select kompass.my_responsibility())::uuid[]))', t);
    execute format('create policy app_responsible_changes on %I as restrictive for update to kompass_app
      using (child_id = any((select kompass.my_responsibility())::uuid[]))', t);
  end loop;
end $$;
--> statement-breakpoint
-- What is no longer to be taken up leaves the agenda, and the child is closed to that team.
grant delete on agenda_item to kompass_app;
--> statement-breakpoint
create policy app_responsible_removes on agenda_item as restrictive for delete to kompass_app
  using (child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
-- Whoever follows children may read their files in, and adopts the statement keys of the files: versions without
-- text, which no form is ever filled in by. Official forms are the administrator's.
grant insert on instrument_version, instrument_statement, statement_equivalence to kompass_app;
--> statement-breakpoint
create policy app_adopts on instrument_version for insert to kompass_app with check (
  kommun_code = kompass.kommun() and text_status = 'without_text'
  and kompass.i_hold_role('barnkontakt', 'stodsamordnare'));
--> statement-breakpoint
create policy app_adopts on instrument_statement for insert to kompass_app with check (
  kommun_code = kompass.kommun() and text is null and kompass.i_hold_role('barnkontakt', 'stodsamordnare')
  and exists (select 1 from instrument_version v
               where v.kommun_code = instrument_statement.kommun_code
                 and v.number = instrument_statement.version_number and v.text_status = 'without_text'));
--> statement-breakpoint
create policy app_adopts on statement_equivalence for insert to kompass_app with check (
  kommun_code = kompass.kommun() and kompass.i_hold_role('barnkontakt', 'stodsamordnare')
  and exists (select 1 from instrument_version v
               where v.kommun_code = statement_equivalence.kommun_code
                 and v.instrument = statement_equivalence.instrument
                 and v.version = statement_equivalence.to_version and v.text_status = 'without_text'));
