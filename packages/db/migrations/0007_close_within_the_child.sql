-- Within a child: what each who stands to it may read and write is known to the database too, and not by the api alone.
-- A meeting opens the children on its agenda from four weeks before its day, when the forms are filled in, until two
-- weeks after it, also when nobody has said that it was held.
create function kompass.is_near(meeting_state text, held_on date, on_day date) returns boolean
  language sql immutable parallel safe as $$
  select meeting_state = 'planned' and held_on between on_day - 14 and on_day + 28 $$;
--> statement-breakpoint
create function kompass.handing_in() returns uuid language sql stable
  as $$ select nullif(current_setting('kompass.handing_in', true), '')::uuid $$;
--> statement-breakpoint
-- To a team a child is open while it is followed and the family's written consent covers, and never with protected
-- identity: such a child is open to persons who are named for it, and to nobody for the seat they hold.
create function kompass.is_open_to_my_team(of_child uuid, on_day date) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  teams constant uuid[] := array(
    select m.team_id from team_member m
     where m.kommun_code = here and m.person_id = me
       and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day));
begin
  if teams = '{}'
     or not exists (select 1 from child c where c.kommun_code = here and c.id = of_child
                       and c.protected_identity = 'ingen' and c.closed_on is null) then
    return false;
  end if;
  return exists (select 1 from team t where t.kommun_code = here and t.id = any(teams) and t.child_id = of_child
                    and kompass.opens_to_team(of_child, t.kind, on_day))
      or exists (select 1 from agenda_item i
                   join meeting s on s.kommun_code = i.kommun_code and s.id = i.meeting_id
                   join team t on t.kommun_code = s.kommun_code and t.id = s.team_id
                  where i.kommun_code = here and i.child_id = of_child and s.team_id = any(teams)
                    and kompass.is_near(s.state, s.held_on, on_day)
                    and kompass.opens_to_team(of_child, t.kind, on_day));
end $$;
--> statement-breakpoint
-- A child whose follow-up has ended stays with whoever is responsible for it, and is closed to everybody else.
create function kompass.is_followed(of_child uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return exists (select 1 from child c where c.kommun_code = kompass.kommun() and c.id = of_child
                    and c.closed_on is null);
end $$;
--> statement-breakpoint
-- The children to whom the actor stands today as one of `kinds`, or by a team. Of a transaction about one child, that
-- child or none; one question at a time, since asked together they cost as much as the last.
create function kompass.related_children(kinds text[], by_team boolean) returns uuid[]
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  today constant date := kompass.today();
  only_child constant uuid := kompass.about();
begin
  if only_child is not null then
    if exists (select 1 from child_relation r
                where r.kommun_code = here and r.person_id = me and r.child_id = only_child and r.kind = any(kinds)
                  and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
                  and (r.kind <> 'samtalsledare' or kompass.is_followed(r.child_id))) then
      return array[only_child];
    elsif by_team and kompass.is_open_to_my_team(only_child, today) then
      return array[only_child];
    end if;
    return '{}';
  end if;
  if not by_team then
    return array(
      select r.child_id from child_relation r
       where r.kommun_code = here and r.person_id = me and r.kind = any(kinds)
         and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
         and (r.kind <> 'samtalsledare' or kompass.is_followed(r.child_id)));
  end if;
  return array(
    select r.child_id from child_relation r
     where r.kommun_code = here and r.person_id = me and r.kind = any(kinds)
       and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
       and (r.kind <> 'samtalsledare' or kompass.is_followed(r.child_id))
    union
    select t.child_id from team_member m
      join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
      join child c on c.kommun_code = t.kommun_code and c.id = t.child_id and c.protected_identity = 'ingen'
       and c.closed_on is null
     where m.kommun_code = here and m.person_id = me
       and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
       and kompass.opens_to_team(t.child_id, t.kind, today)
    union
    select i.child_id from team_member m
      join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
      join meeting s on s.kommun_code = m.kommun_code and s.team_id = m.team_id
       and kompass.is_near(s.state, s.held_on, today)
      join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
      join child c on c.kommun_code = i.kommun_code and c.id = i.child_id and c.protected_identity = 'ingen'
       and c.closed_on is null
     where m.kommun_code = here and m.person_id = me
       and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
       and kompass.opens_to_team(i.child_id, t.kind, today));
end $$;
--> statement-breakpoint
-- Any relation: who the child is, its rounds, and the own forms.
create or replace function kompass.my_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$ begin
  return kompass.related_children('{barnkontakt,stodsamordnare,samtalsledare}', true);
end $$;
--> statement-breakpoint
create or replace function kompass.my_responsibility() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$ begin
  return kompass.related_children('{barnkontakt,stodsamordnare}', false);
end $$;
--> statement-breakpoint
-- Responsible or in a team that the child is open to: not a samtalsledare, who sees what the own task needs.
create function kompass.my_team_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$ begin
  return kompass.related_children('{barnkontakt,stodsamordnare}', true);
end $$;
--> statement-breakpoint
-- The children whose scores, and what follows from them, the actor may read now: those of the team, without those that
-- the actor fills in an uninfluenced form for. What is raised must be computed from the whole, so the child that a form
-- is being handed in for is open for the rest of that transaction; to a samtalsledare by an own form of today alone.
create function kompass.my_score_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  only_child constant uuid := kompass.about();
  handing_in constant uuid := kompass.handing_in();
begin
  if only_child is null then
    return array(
      select child_id from unnest(kompass.my_team_children()) as open (child_id)
       where child_id = handing_in
          or not exists (select 1 from draft d where d.kommun_code = here and d.author_id = me
                            and d.child_id = open.child_id and d.shown_anyway_at is null));
  elsif only_child is distinct from handing_in then
    if exists (select 1 from draft d where d.kommun_code = here and d.author_id = me and d.child_id = only_child
                  and d.shown_anyway_at is null) then
      return '{}';
    end if;
    return kompass.my_team_children();
  elsif kompass.my_team_children() <> '{}' then
    return array[only_child];
  elsif exists (select 1 from draft d where d.kommun_code = here and d.child_id = only_child and d.author_id = me)
     or exists (select 1 from assessment a where a.kommun_code = here and a.child_id = only_child and a.author_id = me
                   and a.registered_on >= kompass.today() - 1) then
    return kompass.my_children();
  end if;
  return '{}';
end $$;
--> statement-breakpoint
-- Emergency access: one child, one hour, to be read and never to be written.
create table emergency_access (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  person_id uuid not null,
  reason text not null,
  reason_text text not null,
  opened_at timestamptz not null default now(),
  closes_at timestamptz not null,
  ended_at timestamptz,
  review_due_on date not null,
  reviewed_at timestamptz,
  reviewed_by uuid,
  review_outcome text,
  review_text text,
  primary key (kommun_code, id),
  foreign key (kommun_code, child_id) references child (kommun_code, id),
  foreign key (kommun_code, person_id) references person (kommun_code, id),
  foreign key (kommun_code, reviewed_by) references person (kommun_code, id),
  constraint emergency_reason_known check (reason in ('akut_fara', 'akut_vard', 'barn_pa_plats', 'ansvarig_gar_inte_att_na')),
  constraint emergency_reason_said check (char_length(btrim(reason_text)) >= 10),
  constraint emergency_reason_length check (char_length(reason_text) <= 2000),
  constraint emergency_one_hour check (closes_at > opened_at and closes_at <= opened_at + interval '60 minutes'),
  constraint emergency_review_outcome_known check (review_outcome in ('motiverad', 'inte_motiverad', 'utreds_vidare')),
  constraint emergency_review_length check (char_length(review_text) <= 2000),
  constraint emergency_reviewed_whole check (num_nonnulls(reviewed_at, reviewed_by, review_outcome, review_text) in (0, 4)),
  constraint emergency_reviewed_by_another check (reviewed_by <> person_id)
);
--> statement-breakpoint
-- How often a case number was tried, also those that opened nothing.
create table emergency_attempt (
  kommun_code char(4) not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  at timestamptz not null default now(),
  primary key (kommun_code, id),
  foreign key (kommun_code, person_id) references person (kommun_code, id)
);
--> statement-breakpoint
create index emergency_attempt_by_person on emergency_attempt (kommun_code, person_id, at);
--> statement-breakpoint
alter table emergency_attempt enable row level security;
--> statement-breakpoint
alter table emergency_attempt force row level security;
--> statement-breakpoint
create index emergency_access_by_person on emergency_access (kommun_code, person_id, closes_at);
--> statement-breakpoint
create index emergency_access_by_child on emergency_access (kommun_code, child_id);
--> statement-breakpoint
create index emergency_access_to_review on emergency_access (kommun_code, review_due_on) where reviewed_at is null;
--> statement-breakpoint
alter table emergency_access enable row level security;
--> statement-breakpoint
alter table emergency_access force row level security;
--> statement-breakpoint
-- A child that is marked as protected meanwhile is closed in the same moment.
create function kompass.my_emergencies() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  only_child constant uuid := kompass.about();
begin
  return array(
    select e.child_id from emergency_access e
      join child c on c.kommun_code = e.kommun_code and c.id = e.child_id and c.protected_identity = 'ingen'
     where e.kommun_code = kompass.kommun() and e.person_id = kompass.actor()
       and e.closes_at > now() and e.ended_at is null and (only_child is null or e.child_id = only_child));
end $$;
--> statement-breakpoint
-- The teams whose meetings the actor calls, holds and calls off: those around the children the actor is responsible
-- for, and the standing teams the actor sits in as Barnkontakt or Samordnare.
create function kompass.my_convened_teams() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return array(
    select t.id from team t
     where t.kommun_code = kompass.kommun() and t.child_id = any(kompass.my_responsibility())
    union all
    select t.id from team t
     where t.kommun_code = kompass.kommun() and t.child_id is null and t.id = any(kompass.my_teams())
       and (kompass.i_hold_role('barnkontakt', 'samordnare')
            or exists (select 1 from team_member m
                        where m.kommun_code = t.kommun_code and m.team_id = t.id and m.person_id = kompass.actor()
                          and m.is_convenor and m.valid_from <= kompass.today()
                          and (m.valid_to is null or m.valid_to >= kompass.today()))));
end $$;
--> statement-breakpoint
create function kompass.convenes(of_meeting uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return exists (select 1 from meeting s where s.kommun_code = kompass.kommun() and s.id = of_meeting
                    and s.team_id = any(kompass.my_convened_teams()));
end $$;
--> statement-breakpoint
create function kompass.convenes_for(of_meeting uuid, of_child uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return kompass.convenes(of_meeting)
     and exists (select 1 from agenda_item i where i.kommun_code = kompass.kommun() and i.meeting_id = of_meeting
                    and i.child_id = of_child);
end $$;
--> statement-breakpoint
-- A child goes on the agenda of its own team, or of a standing team that the actor sits in: never of strangers.
create function kompass.may_place_on(of_meeting uuid, of_child uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select 1 from meeting s join team t on t.kommun_code = s.kommun_code and t.id = s.team_id
                  where s.kommun_code = kompass.kommun() and s.id = of_meeting and s.state = 'planned'
                    and (t.child_id = of_child or (t.child_id is null and t.id = any(kompass.my_teams()))));
end $$;
--> statement-breakpoint
-- For whom the actor may speak: whoever is responsible writes down what anybody has rated; a samtalsledare fills in
-- with the child and its guardians; who sits in a team fills in for the team and for the own verksamhet.
create function kompass.may_rate_as(of_child uuid, by_rater text) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  today constant date := kompass.today();
begin
  if of_child = any(kompass.my_responsibility()) then return true; end if;
  if split_part(by_rater, ':', 1) in ('barn', 'vardnadshavare') then
    return exists (select 1 from child_relation r
                    where r.kommun_code = here and r.child_id = of_child and r.person_id = me and r.kind = 'samtalsledare'
                      and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today));
  end if;
  return of_child = any(kompass.my_team_children())
     and (by_rater = 'barnteam'
          or exists (select 1 from person p join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
                      where p.kommun_code = here and p.id = me and by_rater = 'profession:' || u.kind));
end $$;
--> statement-breakpoint
create function kompass.is_my_assessment(of_child uuid, of_assessment uuid) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select 1 from assessment a where a.kommun_code = kompass.kommun() and a.child_id = of_child
                    and a.id = of_assessment and a.author_id = kompass.actor());
end $$;
--> statement-breakpoint
-- Whether the actor has handed in an earlier version of a rating: others than the responsible correct their own alone.
create function kompass.has_rated(of_child uuid, of_round uuid, by_rater text) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return exists (select 1 from assessment a where a.kommun_code = kompass.kommun() and a.child_id = of_child
                    and a.compass_id = of_round and a.rater = by_rater and a.author_id = kompass.actor());
end $$;
--> statement-breakpoint
create function kompass.person_holds_role(of_person uuid, one_role text) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare today constant date := kompass.today();
begin
  return exists (select 1 from person_role r where r.kommun_code = kompass.kommun() and r.person_id = of_person
                    and r.role = one_role and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today));
end $$;
--> statement-breakpoint
-- A child is claimed by whoever registers it, in the transaction that does so: one that is left without a relation
-- later belongs to nobody who happens to know its id.
create or replace function kompass.has_no_relation(of_child uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return exists (select 1 from child c where c.kommun_code = kompass.kommun() and c.id = of_child
                    and kompass.is_written_now(c.xmin))
     and not exists (select 1 from child_relation r
                      where r.kommun_code = kompass.kommun() and r.child_id = of_child);
end $$;
--> statement-breakpoint
-- A row that is seen although its transaction has not ended is one's own. The row keeps the low half of the number.
create function kompass.is_written_now(row_xmin xid) returns boolean language plpgsql stable as $$
declare
  latest constant bigint := pg_snapshot_xmax(pg_current_snapshot())::text::bigint;
  written bigint := (latest >> 32 << 32) + row_xmin::text::bigint;
begin
  if written - latest > 1::bigint << 31 then written := written - (1::bigint << 32); end if;
  if latest - written > 1::bigint << 31 then written := written + (1::bigint << 32); end if;
  return written > 2 and pg_xact_status(written::text::xid8) = 'in progress';
end $$;
--> statement-breakpoint
create function kompass.is_responsible_for(of_child uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare today constant date := kompass.today();
begin
  return exists (select 1 from child_relation r
                  where r.kommun_code = kompass.kommun() and r.child_id = of_child and r.person_id = kompass.actor()
                    and r.kind in ('barnkontakt', 'stodsamordnare')
                    and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today));
end $$;
--> statement-breakpoint
-- Who has handed in in a round, without what. Nothing to whoever fills in an uninfluenced form, and of others than the
-- child and its guardians nothing to a samtalsledare.
create function kompass.raters_of(of_child uuid) returns table (compass_id uuid, rater text)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if of_child = any(kompass.my_score_children()) then
    return query select a.compass_id, a.rater from assessment a
      where a.kommun_code = kompass.kommun() and a.child_id = of_child and a.is_current;
  elsif of_child = any(kompass.my_children()) and of_child <> all(kompass.my_uninfluenced_children())
    and of_child <> all(kompass.my_team_children()) then
    return query select a.compass_id, a.rater from assessment a
      where a.kommun_code = kompass.kommun() and a.child_id = of_child and a.is_current
        and a.rater_kind in ('barn', 'vardnadshavare');
  end if;
end $$;
--> statement-breakpoint
create or replace function kompass.my_uninfluenced_children() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  only_child constant uuid := kompass.about();
  handing_in constant uuid := kompass.handing_in();
begin
  if only_child = handing_in then return '{}'; end if;
  return array(
    select distinct d.child_id from draft d
     where d.kommun_code = kompass.kommun() and d.author_id = kompass.actor() and d.shown_anyway_at is null
       and d.child_id is distinct from handing_in and (only_child is null or d.child_id = only_child));
end $$;
--> statement-breakpoint
-- What stands in the log is chosen from lists and is no text: the procedure, why, and names of what was read. Beside
-- the log of a child a field may also be how somebody logged in or which release was fetched.
create function kompass.check_log_words(in_verb text, in_purpose text, in_fields text[], is_wide boolean) returns void
  language plpgsql immutable as $$
begin
  if in_verb !~ '^(refused\.)?[a-zA-Z]+\.[a-zA-Z]+$' or char_length(in_verb) > 100
     or in_purpose <> all('{uppfoljning,stod,samtycke,delning,familj,teammote,registrering,overlamning,administration,
                           import,arbetslista,gallring,nodoppning,granskning,utskrift,export,statistik,inloggning,nekad}')
     or cardinality(in_fields) > 60
     or exists (select 1 from unnest(in_fields) as named (field)
                 where char_length(field) > 200
                    or field !~ case when is_wide then '^[A-Za-z0-9][A-Za-z0-9_.:/#-]*$'
                                     else '^[a-z][a-zA-Z_]*(\.[a-zA-Z_]+)?$' end) then
    raise exception 'not_a_log_row' using errcode = '22023';
  end if;
end $$;
--> statement-breakpoint
create or replace function kompass.audit(in_verb text, in_purpose text, in_child uuid, in_fields text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform kompass.check_log_words(in_verb, in_purpose, in_fields, false);
  if not exists (select 1 from child c where c.kommun_code = kompass.kommun() and c.id = in_child) then
    raise exception 'not_a_child_here' using errcode = '42501';
  end if;
  perform kompass.record_audit(in_child, 'person', kompass.actor()::text, in_verb, in_purpose, in_child, null, in_fields);
end $$;
--> statement-breakpoint
-- Into the own chain. An import tells of children before it has written them.
create or replace function kompass.audit_many(in_verb text, in_purpose text, in_children uuid[], in_fields text[])
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform kompass.check_log_words(in_verb, in_purpose, in_fields, true);
  perform kompass.record_audit(kompass.actor(), 'person', kompass.actor()::text, in_verb, in_purpose, null, in_children,
                               in_fields);
end $$;
--> statement-breakpoint
-- The api's own lock asks in one call; see 0001. To it emergency access is a standing of its own.
create or replace function kompass.approach(
  of_child uuid, on_day date, may text[], in_verb text, in_purpose text, in_fields text[]
) returns text[] language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  standings text[] := array(
    select r.kind from child_relation r
     where r.kommun_code = here and r.child_id = of_child and r.person_id = me
       and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
       and (r.kind <> 'samtalsledare' or kompass.is_followed(r.child_id)));
begin
  perform kompass.check_log_words(in_verb, in_purpose, in_fields, false);
  if kompass.is_open_to_my_team(of_child, on_day) then standings := standings || 'teammedlem'::text; end if;
  if 'nodoppning' = any(may) and of_child = any(kompass.my_emergencies()) then
    standings := standings || 'nodoppning'::text;
  end if;
  if standings && may then
    perform kompass.record_audit(of_child, 'person', me::text, in_verb, in_purpose, of_child, null, in_fields);
  end if;
  return standings;
end $$;
--> statement-breakpoint
-- Nothing new is begun about a child whose follow-up has ended: it is taken up again first. Jobs lay out what has been.
create function kompass.refuse_for_closed_child() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  of_child uuid;
begin
  if tg_table_name in ('team_member', 'meeting') then
    select t.child_id into of_child from team t where t.kommun_code = new.kommun_code and t.id = new.team_id;
  else
    of_child := new.child_id;
  end if;
  if of_child is not null and not kompass.is_followed(of_child) then
    raise exception 'child_closed' using errcode = 'KP070';
  end if;
  return null;
end $$;
--> statement-breakpoint
do $$
declare t text;
begin
  -- After the row, so that row security has spoken first: whoever may not write is not told that a child is closed.
  foreach t in array array['child_relation', 'team', 'team_member', 'meeting', 'agenda_item', 'draft'] loop
    execute format('create trigger %I after insert on %I for each row when (current_user = ''kompass_app'')
      execute function kompass.refuse_for_closed_child()', t || '_needs_followed_child', t);
  end loop;
end $$;
--> statement-breakpoint
create trigger team_member_returns_to_followed_child after update of valid_to on team_member for each row
  when (current_user = 'kompass_app' and old.valid_to is not null
        and (new.valid_to is null or new.valid_to > old.valid_to))
  execute function kompass.refuse_for_closed_child();
--> statement-breakpoint
-- Held or called off once, and then it stands.
create function kompass.refuse_reopened_meeting() returns trigger language plpgsql as $$
begin
  if old.state <> 'planned' then
    raise exception 'meeting_closed' using errcode = 'KP010';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger meeting_goes_forward before update on meeting
  for each row execute function kompass.refuse_reopened_meeting();
--> statement-breakpoint
-- Who is not responsible for the child moves a signal only by what a form that is handed in raises, or by calling off
-- the meeting it stood on; who has seen and decided is whoever does it.
create function kompass.refuse_signal_of_others() returns trigger language plpgsql as $$
begin
  if current_user <> 'kompass_app' then return new; end if;
  if kompass.is_responsible_for(new.child_id) then
    if (new.seen_by is distinct from old.seen_by and new.seen_by is not null and new.seen_by <> kompass.actor())
       or (new.decided_by is distinct from old.decided_by and new.decided_by is distinct from kompass.actor()) then
      raise exception 'not_the_actor' using errcode = '42501';
    end if;
    return new;
  end if;
  if new.state in ('decided', 'on_agenda') and new.state <> old.state
     or (new.decision, new.decision_text, new.decided_on, new.decided_by)
        is distinct from (old.decision, old.decision_text, old.decided_on, old.decided_by)
     or (new.seen_by is not null and new.seen_by is distinct from old.seen_by)
     or (new.meeting_id is not null and new.meeting_id is distinct from old.meeting_id)
     or (new.state = 'seen' and old.state not in ('seen', 'on_agenda'))
     or (new.raised is distinct from old.raised and new.child_id is distinct from kompass.handing_in()) then
    raise exception 'not_responsible' using errcode = '42501';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger signal_belongs_to_the_responsible before update on signal
  for each row execute function kompass.refuse_signal_of_others();
--> statement-breakpoint
-- What is said of a guardian is said of a guardian of that child.
alter table guardian add constraint guardian_of_child unique (kommun_code, child_id, id);
--> statement-breakpoint
alter table assessment drop constraint "assessment_kommun_code_guardian_id_guardian_kommun_code_id_fk",
  add constraint assessment_by_guardian_of_child foreign key (kommun_code, child_id, guardian_id)
    references guardian (kommun_code, child_id, id);
--> statement-breakpoint
alter table consent drop constraint "consent_kommun_code_guardian_id_guardian_kommun_code_id_fk",
  add constraint consent_by_guardian_of_child foreign key (kommun_code, child_id, guardian_id)
    references guardian (kommun_code, child_id, id);
--> statement-breakpoint
alter table draft add constraint draft_by_guardian_of_child foreign key (kommun_code, child_id, guardian_id)
    references guardian (kommun_code, child_id, id);
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['placement', 'guardian', 'compass', 'assessment', 'assessment_comment', 'area_thought',
    'conversation', 'signal', 'agenda_item', 'consent', 'support', 'life_event', 'process_step'] loop
    execute format('drop policy app_related on %I', t);
  end loop;
  foreach t in array array['assessment', 'assessment_comment', 'area_thought', 'conversation', 'signal',
    'process_step'] loop
    execute format('drop policy app_uninfluenced on %I', t);
  end loop;
  foreach t in array array['placement', 'guardian', 'area_thought', 'conversation', 'agenda_item', 'consent',
    'support', 'life_event'] loop
    execute format('drop policy app_responsible_adds on %I', t);
    execute format('drop policy app_responsible_changes on %I', t);
  end loop;
  drop policy app_responsible_removes on agenda_item;
  drop policy app_reads on child;
  drop policy app_reads on child_relation;
  drop policy app_gives on child_relation;
  drop policy app_own on draft;
  drop policy app_reads on team;
  drop policy app_forms on team;
  drop policy app_invites on team_member;
  drop policy app_ends on team_member;
  drop policy app_team on meeting;

  -- Scores and what follows from them.
  foreach t in array array['assessment', 'assessment_comment', 'area_thought', 'conversation', 'signal', 'placement'] loop
    execute format('create policy app_reads_scores on %I for select to kompass_app
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_score_children())::uuid[]))', t);
  end loop;
  -- What the team works with, score or no score.
  foreach t in array array['agenda_item', 'consent', 'life_event', 'placement'] loop
    execute format('create policy app_reads_in_team on %I for select to kompass_app
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_team_children())::uuid[]))', t);
  end loop;
  create policy app_reads on compass for select to kompass_app
    using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[]));
  create policy app_reads on child for select to kompass_app
    using (kommun_code = kompass.kommun() and id = any((select kompass.my_children())::uuid[]));
  create policy app_reads on guardian for select to kompass_app
    using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[]));
  create policy app_reads on support for select to kompass_app
    using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_team_children())::uuid[]));
  -- A samtalsledare reads the own appointment, not who else stands to the child.
  create policy app_reads on child_relation for select to kompass_app
    using (kommun_code = kompass.kommun()
      and (child_id = any((select kompass.my_team_children())::uuid[])
           or (person_id = (select kompass.actor()) and child_id = any((select kompass.my_children())::uuid[]))));
  create policy app_reads on process_step for select to kompass_app
    using (kommun_code = kompass.kommun()
      and (child_id = any((select kompass.my_score_children())::uuid[])
           or (kind not in ('signal_raised', 'signal_decided')
               and child_id = any((select kompass.my_team_children())::uuid[]))));

  -- What opens, binds or plans is written by whoever is responsible.
  foreach t in array array['placement', 'guardian', 'area_thought', 'support', 'life_event'] loop
    execute format('create policy app_responsible_adds on %I for insert to kompass_app
      with check (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]))', t);
    execute format('create policy app_responsible_changes on %I for update to kompass_app
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy app_responsible_removes on area_thought for delete to kompass_app
  using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
create policy app_records on consent for insert to kompass_app with check (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[])
  and recorded_by = (select kompass.actor()));
--> statement-breakpoint
create policy app_records on conversation for insert to kompass_app with check (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[])
  and author_id = (select kompass.actor()));
--> statement-breakpoint
create policy app_changes on conversation for update to kompass_app
  using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]))
  with check (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[])
    and author_id = (select kompass.actor()));
--> statement-breakpoint
create policy app_places on agenda_item for insert to kompass_app with check (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[])
  and added_by = (select kompass.actor()) and kompass.may_place_on(meeting_id, child_id));
--> statement-breakpoint
create policy app_takes_off on agenda_item for delete to kompass_app
  using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
-- A round is opened by whoever opens a form in it; without an author it was read in from a file by the responsible.
create policy app_opens on compass for insert to kompass_app with check (
  kommun_code = kompass.kommun()
  and ((opened_by = (select kompass.actor()) and child_id = any((select kompass.my_children())::uuid[]))
       or (opened_by is null and child_id = any((select kompass.my_responsibility())::uuid[]))));
--> statement-breakpoint
create policy app_reads on draft for select to kompass_app using (
  kommun_code = kompass.kommun()
  and ((author_id = (select kompass.actor()) and child_id = any((select kompass.my_children())::uuid[]))
       or (rater = 'barnteam' and child_id = any((select kompass.my_team_children())::uuid[]))));
--> statement-breakpoint
create policy app_opens on draft for insert to kompass_app with check (
  kommun_code = kompass.kommun() and author_id = (select kompass.actor()) and kompass.may_rate_as(child_id, rater));
--> statement-breakpoint
-- Earlier scores are opened on purpose by those who may see them.
create policy app_saves on draft for update to kompass_app
  using (kommun_code = kompass.kommun()
    and ((author_id = (select kompass.actor()) and child_id = any((select kompass.my_children())::uuid[]))
         or (rater = 'barnteam' and child_id = any((select kompass.my_team_children())::uuid[]))))
  with check (kommun_code = kompass.kommun()
    and (shown_anyway_at is null or child_id = any((select kompass.my_team_children())::uuid[])));
--> statement-breakpoint
create policy app_ends on draft for delete to kompass_app using (
  kommun_code = kompass.kommun()
  and ((author_id = (select kompass.actor()) and child_id = any((select kompass.my_children())::uuid[]))
       or (rater = 'barnteam' and child_id = any((select kompass.my_team_children())::uuid[]))));
--> statement-breakpoint
create policy app_hands_in on assessment for insert to kompass_app with check (
  kommun_code = kompass.kommun()
  and ((child_id = any((select kompass.my_responsibility())::uuid[])
        and (author_id is null or author_id = (select kompass.actor())))
       or (author_id = (select kompass.actor()) and kompass.may_rate_as(child_id, rater)
           and (revision = 1 or kompass.has_rated(child_id, compass_id, rater)))));
--> statement-breakpoint
create policy app_corrects on assessment for update to kompass_app using (
  kommun_code = kompass.kommun()
  and (child_id = any((select kompass.my_responsibility())::uuid[])
       or (author_id = (select kompass.actor()) and child_id = any((select kompass.my_team_children())::uuid[]))));
--> statement-breakpoint
create policy app_hands_in on assessment_comment for insert to kompass_app with check (
  kommun_code = kompass.kommun()
  and (child_id = any((select kompass.my_responsibility())::uuid[])
       or (child_id = any((select kompass.my_children())::uuid[])
           and kompass.is_my_assessment(child_id, assessment_id))));
--> statement-breakpoint
create policy app_raises on signal for insert to kompass_app with check (
  kommun_code = kompass.kommun() and state = 'new' and seen_by is null and decided_by is null and meeting_id is null
  and (child_id = any((select kompass.my_responsibility())::uuid[])
       or (child_id = (select kompass.handing_in()) and child_id = any((select kompass.my_score_children())::uuid[]))));
--> statement-breakpoint
create policy app_moves on signal for update to kompass_app using (
  kommun_code = kompass.kommun()
  and (child_id = any((select kompass.my_responsibility())::uuid[])
       or (child_id = (select kompass.handing_in()) and child_id = any((select kompass.my_score_children())::uuid[]))
       or (state = 'on_agenda' and kompass.convenes(meeting_id))))
  with check (kommun_code = kompass.kommun());
--> statement-breakpoint
-- A step is written by the verb it comes of: most by the responsible, what a form raises by whoever hands it in, and
-- that a child was taken up by whoever held the meeting.
create policy app_records on process_step for insert to kompass_app with check (
  kommun_code = kompass.kommun()
  and (child_id = any((select kompass.my_responsibility())::uuid[])
       or (kind = 'signal_raised' and child_id = (select kompass.handing_in())
           and child_id = any((select kompass.my_score_children())::uuid[]))
       or (kind in ('barnteam', 'individuellt_barnteam') and source = 'app' and kompass.convenes_for(id, child_id))));
--> statement-breakpoint
create policy app_gives on child_relation for insert to kompass_app with check (
  kommun_code = kompass.kommun()
  and ((child_id = any((select kompass.my_responsibility())::uuid[])
        and (kind = 'samtalsledare' or kompass.person_holds_role(person_id, kind)))
       or (person_id = (select kompass.actor()) and kind in ('barnkontakt', 'stodsamordnare')
           and kompass.person_holds_role(person_id, kind) and kompass.has_no_relation(child_id))));
--> statement-breakpoint
create policy app_reads on team for select to kompass_app using (
  kommun_code = kompass.kommun()
  and (child_id is null or child_id = any((select kompass.my_responsibility())::uuid[])
       or (id = any((select kompass.my_teams())::uuid[]) and child_id = any((select kompass.my_team_children())::uuid[]))));
--> statement-breakpoint
create policy app_forms on team for insert to kompass_app with check (
  kommun_code = kompass.kommun() and kind = 'individuellt_barnteam'
  and child_id = any((select kompass.my_responsibility())::uuid[])
  and kompass.is_covered_by_consent(child_id, 'skriftligt_individuellt', (select kompass.today())));
--> statement-breakpoint
create policy app_invites on team_member for insert to kompass_app with check (
  kommun_code = kompass.kommun() and kompass.is_team_of_my_child(team_id));
--> statement-breakpoint
create policy app_ends on team_member for update to kompass_app
  using (kommun_code = kompass.kommun() and kompass.is_team_of_my_child(team_id));
--> statement-breakpoint
create policy app_reads on meeting for select to kompass_app using (
  kommun_code = kompass.kommun()
  and (team_id = any((select kompass.my_teams())::uuid[]) or team_id = any((select kompass.my_convened_teams())::uuid[])));
--> statement-breakpoint
create policy app_calls on meeting for insert to kompass_app with check (
  kommun_code = kompass.kommun() and state = 'planned' and team_id = any((select kompass.my_convened_teams())::uuid[]));
--> statement-breakpoint
create policy app_holds on meeting for update to kompass_app
  using (kommun_code = kompass.kommun() and team_id = any((select kompass.my_convened_teams())::uuid[]));
--> statement-breakpoint
drop function kompass.only_leads_talk(uuid);
--> statement-breakpoint
-- What a row is about never changes: only these columns do.
revoke update on child, draft, signal, meeting, guardian, consent, conversation, area_thought, support, life_event,
  placement from kompass_app;
--> statement-breakpoint
grant update (given_name, family_name, birth_date, protected_identity, unit_id, next_follow_up_on, closed_on,
  closing_reason, version) on child to kompass_app;
--> statement-breakpoint
grant update (content, version, saved_at, shown_anyway_at, shown_anyway_reason) on draft to kompass_app;
--> statement-breakpoint
grant update (raised, rule_set, raised_at, state, seen_at, seen_by, meeting_id, decision, decision_text, decided_on,
  decided_by, superseded_at, version) on signal to kompass_app;
--> statement-breakpoint
grant update (held_on, starts_at, place, state, version) on meeting to kompass_app;
--> statement-breakpoint
grant update (name, relation, version, account_id) on guardian to kompass_app;
--> statement-breakpoint
grant update (held_on, what_has_changed, how_it_feels, picture_matches, picture_comment, what_next, author_id, version)
  on conversation to kompass_app;
--> statement-breakpoint
grant update (concern, target, work_on) on area_thought to kompass_app;
--> statement-breakpoint
grant update (area, kind, description, given_by, status, starts_on, ends_on, version) on support to kompass_app;
--> statement-breakpoint
grant update (happened_on, description, version) on life_event to kompass_app;
--> statement-breakpoint
grant update (unit_id, valid_to) on placement to kompass_app;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['emergency_access', 'emergency_attempt'] loop
    execute format('grant select, insert on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
    execute format('grant select, insert on %I to kompass_access', t);
    execute format('create policy access_decides on %I to kompass_access using (true) with check (true)', t);
  end loop;
end $$;
--> statement-breakpoint
grant select on emergency_access to kompass_app;
--> statement-breakpoint
-- Seen by whoever is responsible for the child and by whoever opened it. Written by the functions below alone.
create policy app_announced on emergency_access for select to kompass_app using (
  kommun_code = kompass.kommun()
  and (child_id = any((select kompass.my_responsibility())::uuid[]) or person_id = (select kompass.actor())));
--> statement-breakpoint
grant update on emergency_access to kompass_access;
--> statement-breakpoint
-- Opens one child by its case number for an hour. Null when there is none to open, whether it does not exist, is
-- followed no longer, has protected identity or is the actor's own: the answer is the same.
create function kompass.open_emergency(new_id uuid, of_case text, for_reason text, in_words text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  found_child uuid;
begin
  perform kompass.record_audit(me, 'person', me::text, 'emergencyAccess.ask', 'nodoppning', null, null, '{case_number}');
  if not kompass.i_hold_role('barnkontakt', 'stodsamordnare') then return null; end if;
  insert into emergency_attempt (kommun_code, person_id) values (here, me);
  if (select count(*) from emergency_attempt t
       where t.kommun_code = here and t.person_id = me and t.at > now() - interval '24 hours') > 10 then
    raise exception 'too_many_emergencies' using errcode = 'KP011';
  end if;
  select e.child_id into found_child from emergency_access e
   where e.kommun_code = here and e.id = new_id and e.person_id = me;
  if found then return found_child; end if;
  select c.id into found_child from child c
   where c.kommun_code = here and c.case_number = of_case and c.protected_identity = 'ingen' and c.closed_on is null
     and c.id <> all(kompass.my_children());
  if found_child is null then return null; end if;
  insert into emergency_access (kommun_code, id, child_id, person_id, reason, reason_text, closes_at, review_due_on)
  values (here, new_id, found_child, me, for_reason, in_words, now() + interval '60 minutes', kompass.today() + 7);
  perform kompass.record_audit(found_child, 'person', me::text, 'emergencyAccess.open', 'nodoppning', found_child, null,
    '{child,child_relation,guardian,support}');
  return found_child;
end $$;
--> statement-breakpoint
create function kompass.end_emergency(of_id uuid) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update emergency_access set ended_at = now()
   where kommun_code = kompass.kommun() and id = of_id and person_id = kompass.actor() and ended_at is null;
end $$;
--> statement-breakpoint
-- What is needed in an emergency and nothing else, as one answer: no row of the child is opened by it.
create function kompass.emergency_card(of_child uuid) returns jsonb
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  today constant date := kompass.today();
begin
  if of_child <> all(kompass.my_emergencies()) then return null; end if;
  return (
    select jsonb_build_object(
      'childId', c.id, 'caseNumber', c.case_number, 'givenName', c.given_name, 'familyName', c.family_name,
      'birthDate', c.birth_date,
      'guardians', (select coalesce(jsonb_agg(jsonb_build_object('name', g.name, 'relation', g.relation) order by g.ordinal), '[]')
                      from guardian g where g.kommun_code = here and g.child_id = c.id),
      'responsible', (select coalesce(jsonb_agg(jsonb_build_object('kind', r.kind, 'title', p.title,
                               'name', p.given_name || ' ' || p.family_name) order by r.kind desc), '[]')
                        from child_relation r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
                       where r.kommun_code = here and r.child_id = c.id and r.kind in ('barnkontakt', 'stodsamordnare')
                         and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)),
      'supports', (select coalesce(jsonb_agg(jsonb_build_object('area', s.area, 'description', s.description,
                            'givenBy', s.given_by, 'status', s.status) order by s.starts_on), '[]')
                     from support s where s.kommun_code = here and s.child_id = c.id and s.status <> 'klart'
                      and (s.ends_on is null or s.ends_on >= today)))
      from child c where c.kommun_code = here and c.id = of_child);
end $$;
--> statement-breakpoint
create function kompass.my_running_emergencies() returns table (id uuid, child_id uuid, case_number text, closes_at timestamptz)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return query
  select e.id, e.child_id, c.case_number, e.closes_at
    from emergency_access e join child c on c.kommun_code = e.kommun_code and c.id = e.child_id
   where e.kommun_code = kompass.kommun() and e.person_id = kompass.actor() and e.child_id = any(kompass.my_emergencies())
     and e.closes_at > now() and e.ended_at is null
   order by e.closes_at desc;
end $$;
--> statement-breakpoint
-- For those who review: who opened which case, when and why. No name of a child.
create function kompass.emergencies_to_review() returns table (
  id uuid, case_number text, opened_by text, opened_by_title text, reason text, reason_text text,
  opened_at timestamptz, ended_at timestamptz, review_due_on date, reviewed_at timestamptz, reviewed_by text,
  review_outcome text, review_text text, is_own boolean
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not kompass.i_hold_role('loggranskare', 'dataskyddsombud') then return; end if;
  return query
  select e.id, c.case_number, p.given_name || ' ' || p.family_name, p.title, e.reason, e.reason_text, e.opened_at,
         least(e.ended_at, e.closes_at), e.review_due_on, e.reviewed_at, q.given_name || ' ' || q.family_name,
         e.review_outcome, e.review_text, e.person_id = kompass.actor()
    from emergency_access e
    join child c on c.kommun_code = e.kommun_code and c.id = e.child_id
    join person p on p.kommun_code = e.kommun_code and p.id = e.person_id
    left join person q on q.kommun_code = e.kommun_code and q.id = e.reviewed_by
   where e.kommun_code = kompass.kommun()
   order by e.reviewed_at is not null, e.review_due_on, e.opened_at desc limit 200;
end $$;
--> statement-breakpoint
-- Signed once, by somebody else than the one who opened it.
create function kompass.review_emergency(of_id uuid, outcome text, in_words text) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare reviewed emergency_access;
begin
  if not kompass.i_hold_role('loggranskare', 'dataskyddsombud') then return false; end if;
  update emergency_access set reviewed_at = now(), reviewed_by = kompass.actor(), review_outcome = outcome,
         review_text = in_words
   where kommun_code = kompass.kommun() and id = of_id and reviewed_at is null and person_id <> kompass.actor()
  returning * into reviewed;
  if not found then return false; end if;
  perform kompass.record_audit(reviewed.child_id, 'person', kompass.actor()::text, 'emergencyAccess.review',
    'nodoppning', reviewed.child_id, null, '{emergency_access}');
  return true;
end $$;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['is_followed(uuid)', 'refuse_for_closed_child()', 'is_open_to_my_team(uuid,date)', 'related_children(text[],boolean)', 'my_team_children()',
    'my_score_children()', 'my_emergencies()', 'emergency_card(uuid)', 'my_running_emergencies()', 'my_convened_teams()',
    'convenes(uuid)', 'convenes_for(uuid,uuid)', 'may_place_on(uuid,uuid)', 'may_rate_as(uuid,text)',
    'is_my_assessment(uuid,uuid)', 'has_rated(uuid,uuid,text)', 'person_holds_role(uuid,text)',
    'is_responsible_for(uuid)', 'raters_of(uuid)', 'open_emergency(uuid,text,text,text)', 'end_emergency(uuid)',
    'emergencies_to_review()', 'review_emergency(uuid,text,text)'] loop
    execute format('alter function kompass.%s owner to kompass_access', f);
  end loop;
end $$;
--> statement-breakpoint
-- No function is anybody's to call: each role is given those it needs, by name.
do $$
declare f text;
begin
  for f in select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'kompass' loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kompass_access', f);
  end loop;
  for f in select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'kompass' and p.proname in ('use_session', 'demo_personas', 'latest_migration') loop
    execute format('grant execute on function %s to kompass_app', f);
  end loop;
end $$;
--> statement-breakpoint
grant execute on function kompass.kommun, kompass.actor, kompass.somebody_acts, kompass.today, kompass.about,
  kompass.handing_in
  to kompass_app, kompass_job, kompass_family;
--> statement-breakpoint
grant execute on function kompass.barnteam_age_group, kompass.place_at_event, kompass.count_children,
  kompass.count_rounds to kompass_app, kompass_job;
--> statement-breakpoint
-- An officer who decides about a release at the command line stands in the log as oneself.
grant execute on function kompass.record_audit, kompass.audit_many to kompass_job;
--> statement-breakpoint
grant execute on function kompass.my_children, kompass.my_responsibility, kompass.my_team_children,
  kompass.my_score_children, kompass.emergency_card, kompass.my_running_emergencies,
  kompass.my_teams, kompass.my_convened_teams, kompass.my_uninfluenced_children, kompass.i_hold_role,
  kompass.person_holds_role, kompass.has_no_relation, kompass.is_responsible_for, kompass.is_covered_by_consent,
  kompass.is_my_assessment, kompass.has_rated, kompass.may_rate_as, kompass.may_place_on, kompass.convenes,
  kompass.convenes_for, kompass.is_team_of_my_child, kompass.raters_of, kompass.rated_already, kompass.record_round,
  kompass.audit, kompass.audit_many, kompass.approach, kompass.open_emergency, kompass.end_emergency,
  kompass.emergencies_to_review, kompass.review_emergency to kompass_app;
