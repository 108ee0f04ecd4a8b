-- What is shared with whom and why, and what the family sees.
-- A consent says how it was given, by which form, and is corrected by a new row: none is ever changed.
alter table consent
  add column way text not null default 'in_person',
  add column form_version text,
  add column recorded_by_guardian uuid,
  add column corrects uuid,
  add column correction_reason text,
  alter column recorded_by drop not null,
  add constraint consent_way_known check (way in ('in_person', 'phone', 'letter', 'online')),
  add constraint consent_form_version_length check (char_length(form_version) <= 100),
  add constraint consent_recorded_by_one check (num_nonnulls(recorded_by, recorded_by_guardian) = 1),
  add constraint consent_of_the_guardian_alone
    check (recorded_by_guardian is null or (recorded_by_guardian = guardian_id and state = 'withdrawn')),
  add constraint consent_correction_has_reason check ((corrects is null) = (correction_reason is null)),
  add constraint consent_correction_reason_length check (char_length(correction_reason) <= 2000),
  add constraint consent_corrected_once unique (kommun_code, corrects),
  add constraint consent_of_child unique (kommun_code, child_id, id),
  add constraint consent_corrects_same_child
    foreign key (kommun_code, child_id, corrects) references consent (kommun_code, child_id, id),
  add constraint consent_recorded_by_guardian_of_child
    foreign key (kommun_code, child_id, recorded_by_guardian) references guardian (kommun_code, child_id, id);
--> statement-breakpoint
-- A written yes without lines is for the team of its step, all its units and areas; with lines, for those alone.
create table consent_scope (
  kommun_code char(4) not null,
  consent_id uuid not null,
  child_id uuid not null,
  from_unit_id uuid not null,
  to_unit_id uuid not null,
  areas text[] not null,
  primary key (kommun_code, consent_id, from_unit_id, to_unit_id),
  constraint consent_scope_of_consent foreign key (kommun_code, child_id, consent_id)
    references consent (kommun_code, child_id, id),
  foreign key (kommun_code, from_unit_id) references unit (kommun_code, id),
  foreign key (kommun_code, to_unit_id) references unit (kommun_code, id),
  constraint consent_scope_has_areas check (cardinality(areas) between 1 and 8),
  constraint consent_scope_areas_known check (areas <@ array['omsorg', 'trygghet', 'ma_bra', 'fritid',
    'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas'])
);
--> statement-breakpoint
create index consent_scope_by_child on consent_scope (kommun_code, child_id);
--> statement-breakpoint
-- Whether the child is asked for an own consent: decided by a person, by age and maturity, with the reason.
create table child_asked (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  step text not null,
  is_asked boolean not null,
  reason text not null,
  decided_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (kommun_code, id),
  foreign key (kommun_code, child_id) references child (kommun_code, id),
  foreign key (kommun_code, recorded_by) references person (kommun_code, id),
  constraint child_asked_step_known check (step in ('muntligt', 'skriftligt_barnteam', 'skriftligt_individuellt')),
  constraint child_asked_has_reason check (char_length(btrim(reason)) > 0),
  constraint child_asked_reason_length check (char_length(reason) <= 1000)
);
--> statement-breakpoint
create index child_asked_by_child on child_asked (kommun_code, child_id);
--> statement-breakpoint
-- What closed with an answer, in the same moment.
create table consent_closure (
  kommun_code char(4) not null,
  consent_id uuid not null,
  ordinal smallint not null,
  child_id uuid not null,
  kind text not null,
  on_day date,
  team_kind text,
  team_name text,
  area text,
  people integer,
  primary key (kommun_code, consent_id, ordinal),
  constraint consent_closure_of_consent foreign key (kommun_code, child_id, consent_id)
    references consent (kommun_code, child_id, id),
  constraint consent_closure_kind_known check (kind in ('agenda', 'meeting', 'team', 'signal', 'draft', 'share'))
);
--> statement-breakpoint
create index consent_closure_by_child on consent_closure (kommun_code, child_id);
--> statement-breakpoint
-- Every share: what kinds of data, from whom to whom, why. It is added to; only its end is written later.
create table sharing (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  shared_on date not null,
  way text not null,
  areas text[] not null,
  fields text[] not null,
  from_person_id uuid not null,
  from_unit_id uuid,
  -- The meeting whose agenda it is for: it ends with that.
  meeting_id uuid,
  to_person_ids uuid[] not null,
  to_unit_ids uuid[] not null,
  to_other text,
  necessary text,
  relevant text,
  proportionate text,
  ground text not null,
  ground_step text,
  legal_reference text,
  ground_text text,
  is_lasting boolean not null,
  ended_on date,
  ended_by uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (kommun_code, id),
  constraint sharing_of_child unique (kommun_code, child_id, id),
  foreign key (kommun_code, child_id) references child (kommun_code, id),
  foreign key (kommun_code, from_person_id) references person (kommun_code, id),
  foreign key (kommun_code, from_unit_id) references unit (kommun_code, id),
  foreign key (kommun_code, meeting_id) references meeting (kommun_code, id),
  foreign key (kommun_code, recorded_by) references person (kommun_code, id),
  foreign key (kommun_code, child_id, ended_by) references consent (kommun_code, child_id, id),
  constraint sharing_way_known check (way in ('agenda', 'individual_team', 'joint_form', 'printout', 'said')),
  constraint sharing_areas_known check (areas <@ array['omsorg', 'trygghet', 'ma_bra', 'fritid',
    'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas']),
  constraint sharing_says_what check (cardinality(areas) + cardinality(fields) > 0),
  constraint sharing_says_to_whom check (way = 'printout'
    or cardinality(to_person_ids) + cardinality(to_unit_ids) > 0 or char_length(btrim(to_other)) > 0),
  constraint sharing_to_other_length check (char_length(to_other) <= 200),
  constraint sharing_answers_the_three_words check (way <> 'said' or (char_length(btrim(necessary)) > 0
    and char_length(btrim(relevant)) > 0 and char_length(btrim(proportionate)) > 0)),
  constraint sharing_necessary_length check (char_length(necessary) <= 1000),
  constraint sharing_relevant_length check (char_length(relevant) <= 1000),
  constraint sharing_proportionate_length check (char_length(proportionate) <= 1000),
  constraint sharing_ground_known check (ground in ('consent', 'anmalan_socialtjanst', 'other', 'own_work')),
  constraint sharing_ground_of_consent check ((ground = 'consent') = (ground_step is not null)),
  constraint sharing_ground_step_known
    check (ground_step in ('muntligt', 'skriftligt_barnteam', 'skriftligt_individuellt')),
  constraint sharing_ground_said check (ground <> 'other' or char_length(btrim(ground_text)) > 0),
  constraint sharing_ground_text_length check (char_length(ground_text) <= 1000),
  constraint sharing_legal_reference_length check (char_length(legal_reference) <= 100)
);
--> statement-breakpoint
create index sharing_by_child on sharing (kommun_code, child_id);
--> statement-breakpoint
-- What the family has been told of a share; the latest counts. Before the first, it is still to be told.
create table sharing_told (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  sharing_id uuid not null,
  state text not null,
  on_day date not null,
  reason text,
  review_on date,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (kommun_code, id),
  constraint sharing_told_of_share foreign key (kommun_code, child_id, sharing_id)
    references sharing (kommun_code, child_id, id),
  foreign key (kommun_code, recorded_by) references person (kommun_code, id),
  constraint sharing_told_state_known check (state in ('told', 'withheld')),
  constraint sharing_withheld_with_reason check ((state = 'withheld') =
    (review_on is not null and char_length(btrim(reason)) > 0)),
  constraint sharing_told_reason_length check (char_length(reason) <= 2000)
);
--> statement-breakpoint
create index sharing_told_by_child on sharing_told (kommun_code, child_id);
--> statement-breakpoint
-- What one guardian is not shown, why, and when that is looked at again. Lifted, never deleted.
create table withheld (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  guardian_id uuid not null,
  thing text not null,
  thing_id uuid not null,
  reason text not null,
  review_on date not null,
  set_by uuid not null,
  set_at timestamptz not null default now(),
  lifted_on date,
  lifted_by uuid,
  primary key (kommun_code, id),
  foreign key (kommun_code, child_id, guardian_id) references guardian (kommun_code, child_id, id),
  foreign key (kommun_code, set_by) references person (kommun_code, id),
  foreign key (kommun_code, lifted_by) references person (kommun_code, id),
  constraint withheld_thing_known
    check (thing in ('child', 'rating', 'conversation', 'support', 'event', 'share', 'look')),
  constraint withheld_has_reason check (char_length(btrim(reason)) > 0),
  constraint withheld_reason_length check (char_length(reason) <= 2000),
  constraint withheld_lifted_by_one check ((lifted_on is null) = (lifted_by is null))
);
--> statement-breakpoint
create index withheld_by_child on withheld (kommun_code, child_id);
--> statement-breakpoint
-- Whether the child has agreed that a guardian sees its own ratings; the latest answer counts, none is no.
create table compass_agreement (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  guardian_id uuid not null,
  is_agreed boolean not null,
  decided_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null default now(),
  primary key (kommun_code, id),
  foreign key (kommun_code, child_id, guardian_id) references guardian (kommun_code, child_id, id),
  foreign key (kommun_code, recorded_by) references person (kommun_code, id)
);
--> statement-breakpoint
create index compass_agreement_by_child on compass_agreement (kommun_code, child_id);
--> statement-breakpoint
create index guardian_by_account on guardian (kommun_code, account_id) where account_id is not null;
--> statement-breakpoint
-- Whoever has looked at several children at once stands in the own chain: found by child for its family.
create index audit_log_of_children on audit_log using gin (child_ids)
  where child_ids is not null and actor_kind = 'person';
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['consent_scope', 'child_asked', 'consent_closure', 'sharing', 'sharing_told', 'withheld',
    'compass_agreement'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, delete on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
    execute format('grant select on %I to kompass_app, kompass_access', t);
    execute format('create policy access_within_kommun on %I to kompass_access
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
  end loop;
  -- What decides who sees the child is known to those who follow it; what is withheld to the responsible alone.
  foreach t in array array['consent_scope', 'child_asked', 'consent_closure', 'sharing', 'sharing_told',
    'withheld', 'compass_agreement'] loop
    execute format('create policy app_responsible_reads on %I for select to kompass_app
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]))', t);
  end loop;
  foreach t in array array['child_asked', 'sharing', 'sharing_told', 'compass_agreement'] loop
    execute format('grant insert on %I to kompass_app', t);
    execute format('create policy app_responsible_adds on %I for insert to kompass_app
      with check (kommun_code = kompass.kommun() and recorded_by = kompass.actor()
                  and child_id = any((select kompass.my_responsibility())::uuid[]))', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert on consent_scope to kompass_app;
--> statement-breakpoint
create policy app_responsible_adds on consent_scope for insert to kompass_app with check (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
create policy app_team_reads on consent_scope for select to kompass_app using (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_team_children())::uuid[]));
--> statement-breakpoint
create policy app_team_reads on child_asked for select to kompass_app using (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_team_children())::uuid[]));
--> statement-breakpoint
-- Whoever may open the child's page may print it, and that is kept.
create policy app_prints on sharing for insert to kompass_app with check (
  kommun_code = kompass.kommun() and recorded_by = kompass.actor() and way = 'printout'
  and child_id = any((select kompass.my_team_children())::uuid[]));
--> statement-breakpoint
grant insert on withheld to kompass_app;
--> statement-breakpoint
grant update (lifted_on, lifted_by) on withheld to kompass_app;
--> statement-breakpoint
create policy app_withholds on withheld for insert to kompass_app with check (
  kommun_code = kompass.kommun() and set_by = kompass.actor()
  and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
create policy app_lifts on withheld for update to kompass_app
  using (kommun_code = kompass.kommun() and lifted_on is null
         and child_id = any((select kompass.my_responsibility())::uuid[]))
  with check (kommun_code = kompass.kommun() and lifted_by = kompass.actor()
         and child_id = any((select kompass.my_responsibility())::uuid[]));
--> statement-breakpoint
-- Gates and closings of one child wait for each other: whichever comes second sees what the first has done. Waited
-- for after the child's own chain in the log, and before anything that hangs on the consent is locked. A job lays out
-- whole towns in one transaction, and nobody answers meanwhile.
create function kompass.wait_for_consent(of_child uuid) returns void language plpgsql as $$
begin
  if session_user <> 'kompass_job' then
    perform pg_advisory_xact_lock(hashtextextended('kompass.consent ' || of_child::text, 0));
  end if;
end $$;
--> statement-breakpoint
-- A correction stands in the place of what the same party was written to have answered to the same step, as `mayCorrect`
-- of the domain has it. What a guardian has done by the own login, nobody else corrects.
create function kompass.refuse_wrong_correction() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if not exists (select 1 from consent w
                  where w.kommun_code = new.kommun_code and w.child_id = new.child_id and w.id = new.corrects
                    and w.step = new.step and w.guardian_id is not distinct from new.guardian_id
                    and (w.recorded_by_guardian is null or w.recorded_by_guardian = new.recorded_by_guardian)) then
    raise exception 'wrong_correction' using errcode = '23514';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger consent_corrects_own_answer before insert on consent for each row when (new.corrects is not null)
  execute function kompass.refuse_wrong_correction();
--> statement-breakpoint
-- Whether a step is covered on a day, as `covers` of the domain has it; a test holds the two together.
-- `without` reckons as if that record had not come.
create function kompass.consent_covers(of_child uuid, for_step text, on_day date, without uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  with counted as (
    select distinct on (c.guardian_id) c.guardian_id, c.state, c.valid_to from consent c
     where c.kommun_code = kompass.kommun() and c.child_id = of_child and c.step = for_step
       and c.decided_on <= on_day and c.id is distinct from without
       and not exists (select 1 from consent x
                        where x.kommun_code = c.kommun_code and x.corrects = c.id and x.id is distinct from without)
     order by c.guardian_id, c.decided_on desc, c.recorded_at desc, c.id desc
  ), ours as (
    select g.id from guardian g where g.kommun_code = kompass.kommun() and g.child_id = of_child
  ), party as (
    select id from ours
    union all
    select null::uuid
     where not exists (select 1 from ours)
        or exists (select 1 from counted where guardian_id is null and state in ('declined', 'withdrawn'))
        or (select a.is_asked from child_asked a
             where a.kommun_code = kompass.kommun() and a.child_id = of_child and a.step = for_step
               and a.decided_on <= on_day
             order by a.decided_on desc, a.recorded_at desc, a.id desc limit 1)
  )
  select not exists (
    select 1 from party p left join counted l on l.guardian_id is not distinct from p.id
     where l.state is distinct from 'given' or (l.valid_to is not null and l.valid_to < on_day)) $$;
--> statement-breakpoint
-- Asked by the app's own role it answers of children whom the actor sees, and of all others as of one that is not there.
create or replace function kompass.is_covered_by_consent(of_child uuid, for_step text, on_day date) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  -- One question at a time: a job has no actor to ask about.
  if session_user = 'kompass_app' then
    if not exists (select 1 from child_relation r
                    where r.kommun_code = kompass.kommun() and r.child_id = of_child and r.person_id = kompass.actor()
                      and r.valid_from <= kompass.today() and (r.valid_to is null or r.valid_to >= kompass.today()))
       and not kompass.is_open_to_my_team(of_child, kompass.today()) then
      return false;
    end if;
  end if;
  return kompass.consent_covers(of_child, for_step, on_day, null);
end $$;
--> statement-breakpoint
-- Whether a covering consent lets these areas go to a unit, from any unit when none is named. Asked only after
-- `consent_covers`: then every latest answer is a yes, and a yes without lines is for the whole team of its step.
create function kompass.consent_reaches(
  of_child uuid, for_step text, on_day date, from_unit uuid, to_unit uuid, of_areas text[]
) returns boolean language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
begin
  if not exists (select 1 from consent_scope s where s.kommun_code = here and s.child_id = of_child) then
    return true;
  end if;
  return not exists (
    select 1 from (
      select distinct on (c.guardian_id) c.id, c.state from consent c
       where c.kommun_code = here and c.child_id = of_child and c.step = for_step and c.decided_on <= on_day
         and not exists (select 1 from consent x where x.kommun_code = here and x.corrects = c.id)
         and (c.guardian_id is null
              or exists (select 1 from guardian g where g.kommun_code = here and g.id = c.guardian_id))
       order by c.guardian_id, c.decided_on desc, c.recorded_at desc, c.id desc
    ) yes
     where yes.state = 'given'
       and exists (select 1 from consent_scope s where s.kommun_code = here and s.consent_id = yes.id)
       and not of_areas <@ array(
         select unnest(s.areas) from consent_scope s
          where s.kommun_code = here and s.consent_id = yes.id and s.to_unit_id = to_unit
            and (from_unit is null or s.from_unit_id = from_unit)));
end $$;
--> statement-breakpoint
create function kompass.all_areas() returns text[] language sql immutable parallel safe as $$
  select array['omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas'] $$;
--> statement-breakpoint
-- To whoever sits in a team: its picture has all eight areas.
create function kompass.consent_reaches_unit(of_child uuid, for_step text, on_day date, of_unit uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select kompass.consent_reaches(of_child, for_step, on_day, null, of_unit, kompass.all_areas()) $$;
--> statement-breakpoint
create function kompass.step_of_team(team_kind text) returns text language sql immutable parallel safe as $$
  select case team_kind when 'barnteam' then 'skriftligt_barnteam' else 'skriftligt_individuellt' end $$;
--> statement-breakpoint
create or replace function kompass.opens_to_team(of_child uuid, team_kind text, on_day date) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  step constant text := kompass.step_of_team(team_kind);
begin
  if not exists (select 1 from child c where c.kommun_code = kompass.kommun() and c.id = of_child
                    and c.protected_identity = 'ingen') then
    return false;
  end if;
  return kompass.consent_covers(of_child, step, on_day, null)
     and kompass.consent_reaches_unit(of_child, step, on_day,
           (select p.unit_id from person p where p.kommun_code = kompass.kommun() and p.id = kompass.actor()));
end $$;
--> statement-breakpoint
-- Whether the child may be taken up in a team: covered, and everybody who sits in it is reached.
create function kompass.consent_reaches_team(of_child uuid, of_team uuid, on_day date) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  step constant text := (select kompass.step_of_team(t.kind) from team t where t.kommun_code = here and t.id = of_team);
begin
  if not kompass.consent_covers(of_child, step, on_day, null) then return false; end if;
  if not exists (select 1 from consent_scope s where s.kommun_code = here and s.child_id = of_child) then
    return true;
  end if;
  return not exists (
    select 1 from team_member m join person p on p.kommun_code = m.kommun_code and p.id = m.person_id
     where m.kommun_code = here and m.team_id = of_team
       and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
       and not exists (select 1 from child_relation r
                        where r.kommun_code = here and r.child_id = of_child and r.person_id = m.person_id
                          and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day))
       and not kompass.consent_reaches_unit(of_child, step, on_day, p.unit_id));
end $$;
--> statement-breakpoint
create or replace function kompass.refuse_agenda_without_consent() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare step text; day date; of_team uuid; is_planned boolean;
begin
  perform kompass.wait_for_consent(new.child_id);
  select kompass.step_of_team(t.kind), m.held_on, t.id, m.state = 'planned' into step, day, of_team, is_planned
    from meeting m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
   where m.kommun_code = new.kommun_code and m.id = new.meeting_id;
  -- A planned meeting whose day has passed is still to come: a withdrawal since then counts.
  if is_planned then day := greatest(day, kompass.today()); end if;
  if not kompass.consent_reaches_team(new.child_id, of_team, day) then
    raise exception 'consent_missing' using errcode = 'KP001', detail = step;
  end if;
  return new;
end $$;
--> statement-breakpoint
-- The meeting of an Individuellt barnteam is an invitation about its child: none without the consent. Jobs lay out what
-- has been, and may not ask.
create function kompass.refuse_invitation_without_consent() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  about_child constant uuid := (select t.child_id from team t
                                 where t.kommun_code = new.kommun_code and t.id = new.team_id);
begin
  if session_user <> 'kompass_app' or about_child is null then return new; end if;
  perform kompass.wait_for_consent(about_child);
  if not kompass.consent_reaches_team(about_child, new.team_id, greatest(new.held_on, kompass.today())) then
    raise exception 'consent_missing' using errcode = 'KP001', detail = 'skriftligt_individuellt';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger meeting_needs_consent before insert or update of held_on on meeting for each row
  when (new.state = 'planned') execute function kompass.refuse_invitation_without_consent();
--> statement-breakpoint
create function kompass.refuse_team_without_consent() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if session_user <> 'kompass_app' then return new; end if;
  perform kompass.wait_for_consent(new.child_id);
  if not kompass.consent_covers(new.child_id, 'skriftligt_individuellt', kompass.today(), null) then
    raise exception 'consent_missing' using errcode = 'KP001', detail = 'skriftligt_individuellt';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger team_needs_consent before insert on team for each row when (new.child_id is not null)
  execute function kompass.refuse_team_without_consent();
--> statement-breakpoint
-- The joint form of a team is written together: not without a written consent that covers today.
create function kompass.refuse_joint_form_without_consent() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if session_user <> 'kompass_app' then return new; end if;
  perform kompass.wait_for_consent(new.child_id);
  if not kompass.consent_covers(new.child_id, 'skriftligt_barnteam', kompass.today(), null)
     and not kompass.consent_covers(new.child_id, 'skriftligt_individuellt', kompass.today(), null) then
    raise exception 'consent_missing' using errcode = 'KP001', detail = 'skriftligt_barnteam';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger joint_form_needs_consent before insert on draft for each row when (new.rater = 'barnteam')
  execute function kompass.refuse_joint_form_without_consent();
--> statement-breakpoint
-- A share that is said to rest on a consent rests on one: of that child and step, and what is told outside the product
-- goes no further than its lines. Whom the product itself shows the child is asked where it does.
create function kompass.refuse_share_without_consent() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  day constant date := case when new.is_lasting and new.ended_on is null then greatest(new.shared_on, kompass.today())
                            else new.shared_on end;
  told constant text[] := case when new.fields = '{}' then new.areas else kompass.all_areas() end;
  receivers constant uuid[] := new.to_unit_ids || case when new.to_other is null then '{}' else array[null::uuid] end;
begin
  if session_user <> 'kompass_app' then return new; end if;
  perform kompass.wait_for_consent(new.child_id);
  if not kompass.consent_covers(new.child_id, new.ground_step, day, null)
     or (new.way = 'said' and exists (
           select 1 from unnest(receivers) r (unit)
            where not kompass.consent_reaches(new.child_id, new.ground_step, day, new.from_unit_id, r.unit, told))) then
    raise exception 'consent_missing' using errcode = 'KP001', detail = new.ground_step;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger share_rests_on_consent before insert on sharing for each row when (new.ground = 'consent')
  execute function kompass.refuse_share_without_consent();
--> statement-breakpoint
-- The decision stands also when its meeting is closed to the child.
create or replace function kompass.refuse_reopened_signal() returns trigger language plpgsql as $$
begin
  if old.state = 'decided'
     and not (new.meeting_id is null and to_jsonb(new) - 'meeting_id' = to_jsonb(old) - 'meeting_id') then
    raise exception 'signal_closed' using errcode = 'KP003';
  end if;
  return new;
end $$;
--> statement-breakpoint
create function kompass.still_reaches(of_child uuid, of_person uuid, on_day date) returns boolean language plpgsql
  stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  of_unit constant uuid := (select p.unit_id from person p where p.kommun_code = here and p.id = of_person);
begin
  return exists (select 1 from child_relation r
                  where r.kommun_code = here and r.child_id = of_child and r.person_id = of_person
                    and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day))
      or exists (select 1 from team_member m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
                  where m.kommun_code = here and m.person_id = of_person
                    and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day)
                    and (t.child_id = of_child
                         or exists (select 1 from meeting s
                                      join agenda_item i on i.kommun_code = s.kommun_code and i.meeting_id = s.id
                                     where s.kommun_code = here and s.team_id = t.id and s.state = 'planned'
                                       and i.child_id = of_child))
                    and kompass.consent_covers(of_child, kompass.step_of_team(t.kind), on_day, null)
                    and kompass.consent_reaches_unit(of_child, kompass.step_of_team(t.kind), on_day, of_unit));
end $$;
--> statement-breakpoint
-- Closes what a step no longer covers, and keeps what closed with the answer that ended it or that no longer is enough.
-- `was_open`: the child's own team saw it until now. With `from_day`, meetings before it are left to be told of.
create function kompass.close_uncovered(
  about_child uuid, for_step text, of_consent uuid, was_open boolean, from_day date
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  today constant date := kompass.today();
  place smallint;
  shown_to integer;
  meant record;
  removed record;
begin
  select coalesce(max(x.ordinal), 0) into place from consent_closure x
   where x.kommun_code = here and x.consent_id = of_consent;
  -- In the order of whoever closes a meeting: what is raised, the meeting, its shares.
  perform 1 from signal g
   where g.kommun_code = here and g.child_id = about_child and g.meeting_id is not null
   order by g.id for no key update;

  for meant in
    select m.id, m.held_on, t.id as team_id, t.kind, t.name, t.child_id is not null as is_own,
           exists (select 1 from agenda_item i
                    where i.kommun_code = here and i.meeting_id = m.id and i.child_id = about_child) as is_on
      from meeting m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id
     where m.kommun_code = here and m.state = 'planned' and kompass.step_of_team(t.kind) = for_step
       and (t.child_id = about_child
            or exists (select 1 from agenda_item i
                        where i.kommun_code = here and i.meeting_id = m.id and i.child_id = about_child))
       and (from_day is null or m.held_on >= from_day)
     order by m.held_on, m.id
       for no key update of m
  loop
    continue when kompass.consent_reaches_team(about_child, meant.team_id, greatest(meant.held_on, today));
    if meant.is_on then
      with ended as (
        update sharing s set ended_on = today, ended_by = of_consent
         where s.kommun_code = here and s.child_id = about_child and s.meeting_id = meant.id and s.ended_on is null
        returning s.to_person_ids
      )
      select nullif(count(distinct shown.person_id), 0)::int into shown_to
        from ended cross join unnest(ended.to_person_ids) as shown (person_id);
      for removed in update signal set state = 'seen', meeting_id = null, version = version + 1
                      where kommun_code = here and child_id = about_child and meeting_id = meant.id
                        and state = 'on_agenda' returning area loop
        place := place + 1;
        insert into consent_closure (kommun_code, consent_id, ordinal, child_id, kind, on_day, area)
        values (here, of_consent, place, about_child, 'signal', meant.held_on, removed.area);
      end loop;
      update signal set meeting_id = null
       where kommun_code = here and child_id = about_child and meeting_id = meant.id;
      delete from agenda_item where kommun_code = here and child_id = about_child and meeting_id = meant.id;
      place := place + 1;
      insert into consent_closure (kommun_code, consent_id, ordinal, child_id, kind, on_day, team_kind, team_name, people)
      values (here, of_consent, place, about_child, 'agenda', meant.held_on, meant.kind, meant.name, shown_to);
    end if;
    if meant.is_own then
      update meeting set state = 'cancelled', version = version + 1 where kommun_code = here and id = meant.id;
      place := place + 1;
      insert into consent_closure (kommun_code, consent_id, ordinal, child_id, kind, on_day, team_kind, team_name)
      values (here, of_consent, place, about_child, 'meeting', meant.held_on, meant.kind, meant.name);
    end if;
  end loop;

  if kompass.consent_covers(about_child, for_step, today, null) then return; end if;

  for meant in
    select t.id, t.kind, t.name, count(distinct m.person_id)::int as people
      from team t join team_member m on m.kommun_code = t.kommun_code and m.team_id = t.id
       and m.valid_from <= today and (m.valid_to is null or m.valid_to >= today)
     where t.kommun_code = here and t.child_id = about_child and kompass.step_of_team(t.kind) = for_step
       and was_open
       and not exists (select 1 from child_relation r
                        where r.kommun_code = here and r.child_id = about_child and r.person_id = m.person_id
                          and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today))
     group by t.id, t.kind, t.name
  loop
    place := place + 1;
    insert into consent_closure (kommun_code, consent_id, ordinal, child_id, kind, team_kind, team_name, people)
    values (here, of_consent, place, about_child, 'team', meant.kind, meant.name, meant.people);
  end loop;

  for removed in
    delete from draft d
     where d.kommun_code = here and d.child_id = about_child
       and (not kompass.still_reaches(about_child, d.author_id, today)
            or (d.rater = 'barnteam'
                and not kompass.consent_covers(about_child, 'skriftligt_barnteam', today, null)
                and not kompass.consent_covers(about_child, 'skriftligt_individuellt', today, null)))
    returning d.assessed_on
  loop
    place := place + 1;
    insert into consent_closure (kommun_code, consent_id, ordinal, child_id, kind, on_day)
    values (here, of_consent, place, about_child, 'draft', removed.assessed_on);
  end loop;

  for removed in
    update sharing s set ended_on = today, ended_by = of_consent
     where s.kommun_code = here and s.child_id = about_child and s.ground_step = for_step
       and s.is_lasting and s.ended_on is null
    returning s.shared_on, cardinality(s.to_person_ids) as people
  loop
    place := place + 1;
    insert into consent_closure (kommun_code, consent_id, ordinal, child_id, kind, on_day, people)
    values (here, of_consent, place, about_child, 'share', removed.shared_on, removed.people);
  end loop;
end $$;
--> statement-breakpoint
-- With an answer, in its transaction, whoever gives it and by whatever way.
create function kompass.close_what_consent_carried() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  of_consent uuid;
  for_step text;
begin
  if here <> new.kommun_code then raise exception 'other_kommun'; end if;
  if tg_table_name = 'consent' then of_consent := new.id; else of_consent := new.consent_id; end if;
  select c.step into for_step from consent c where c.kommun_code = here and c.id = of_consent;
  perform kompass.wait_for_consent(new.child_id);
  perform kompass.close_uncovered(new.child_id, for_step, of_consent,
    kompass.consent_covers(new.child_id, for_step, kompass.today(), of_consent), null);
  return null;
end $$;
--> statement-breakpoint
-- The latest yes to a step, and whether the child's own team is shown the child by it: what is not covered any longer
-- though nobody has answered closes with that.
create function kompass.close_by_latest_yes(about_child uuid, for_step text, from_day date) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  of_consent constant uuid := (
    select c.id from consent c
     where c.kommun_code = here and c.child_id = about_child and c.step = for_step and c.state = 'given'
       and not exists (select 1 from consent x where x.kommun_code = here and x.corrects = c.id)
     order by c.decided_on desc, c.recorded_at desc, c.id desc limit 1);
begin
  if of_consent is null then return; end if;
  perform kompass.close_uncovered(about_child, for_step, of_consent,
    exists (select 1 from sharing s
             where s.kommun_code = here and s.child_id = about_child and s.ground_step = for_step
               and s.way = 'individual_team' and s.is_lasting and s.ended_on is null), from_day);
end $$;
--> statement-breakpoint
-- Somebody more is asked, who has not said yes: another guardian, or the child itself. Once a statement: a town that is
-- read in has its guardians by the thousand, and no consents yet.
create function kompass.close_what_more_must_carry() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  about_child uuid;
  for_step text;
begin
  for about_child in
    select distinct a.child_id from added a
     where exists (select 1 from consent c where c.kommun_code = a.kommun_code and c.child_id = a.child_id)
     order by a.child_id
  loop
    perform kompass.wait_for_consent(about_child);
    foreach for_step in array array['muntligt', 'skriftligt_barnteam', 'skriftligt_individuellt'] loop
      perform kompass.close_by_latest_yes(about_child, for_step, null);
    end loop;
  end loop;
  return null;
end $$;
--> statement-breakpoint
-- Whoever arranges a database past every lock has named no kommun.
create trigger guardian_closes after insert on guardian referencing new table as added for each statement
  when (current_setting('kompass.kommun', true) <> '') execute function kompass.close_what_more_must_carry();
--> statement-breakpoint
create trigger child_asked_closes after insert on child_asked referencing new table as added for each statement
  when (current_setting('kompass.kommun', true) <> '') execute function kompass.close_what_more_must_carry();
--> statement-breakpoint
-- Called each day by the job, for one kommun: a yes whose last day has passed covers nothing, and what it carried ends.
-- Reading and gates ask for the day and have closed before.
create function kompass.close_passed() returns integer language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  today constant date := kompass.today();
  passed record;
  closed integer := 0;
begin
  for passed in
    select distinct c.child_id, c.step from consent c
     where c.kommun_code = here and c.state = 'given' and c.valid_to < today
       and (exists (select 1 from sharing s
                     where s.kommun_code = here and s.child_id = c.child_id and s.ground_step = c.step
                       and s.is_lasting and s.ended_on is null)
            or exists (select 1 from draft d
                        where d.kommun_code = here and d.child_id = c.child_id and d.rater = 'barnteam'))
     order by c.child_id, c.step
  loop
    continue when kompass.consent_covers(passed.child_id, passed.step, today, null);
    perform pg_advisory_xact_lock(hashtextextended('kompass.consent ' || passed.child_id::text, 0));
    perform kompass.close_by_latest_yes(passed.child_id, passed.step, today);
    closed := closed + 1;
  end loop;
  return closed;
end $$;
--> statement-breakpoint
-- At the end of the transaction, or at once when it is asked for: the lines of a scope come after their consent.
create constraint trigger consent_closes after insert on consent deferrable initially deferred for each row
  when (new.state <> 'given' or new.corrects is not null or new.valid_to is not null)
  execute function kompass.close_what_consent_carried();
--> statement-breakpoint
create constraint trigger consent_scope_closes after insert on consent_scope deferrable initially deferred
  for each row execute function kompass.close_what_consent_carried();
--> statement-breakpoint
grant update on signal, meeting to kompass_access;
--> statement-breakpoint
grant select on signal, support, life_event, compass, conversation, audit_log, guardian_account to kompass_access;
--> statement-breakpoint
grant delete on agenda_item, draft to kompass_access;
--> statement-breakpoint
grant insert on consent, consent_closure, sharing to kompass_access;
--> statement-breakpoint
grant update (ended_on, ended_by) on sharing to kompass_access;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['signal', 'meeting', 'agenda_item', 'draft', 'consent', 'guardian_account'] loop
    execute format('create policy access_within_kommun on %I to kompass_access
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
  end loop;
end $$;
--> statement-breakpoint
-- A team that is given the child to see is a share: who sits in it, from whom, on which consent.
create function kompass.share_with_team(
  of_child uuid, of_team uuid, in_way text, by_person uuid, on_day date, for_meeting uuid, until date
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  step constant text := (select kompass.step_of_team(t.kind) from team t where t.kommun_code = here and t.id = of_team);
  -- The invented kommuner are the same rows whenever they are laid out.
  new_id constant uuid := case when session_user = 'kompass_job' and for_meeting is not null
    then md5(for_meeting::text || of_child::text)::uuid else gen_random_uuid() end;
  people uuid[];
  units uuid[];
begin
  select coalesce(array_agg(p.id order by p.id), '{}'),
         coalesce(array_agg(distinct p.unit_id) filter (where p.unit_id is not null), '{}')
    into people, units
    from team_member m join person p on p.kommun_code = m.kommun_code and p.id = m.person_id
   where m.kommun_code = here and m.team_id = of_team and m.person_id <> by_person
     and m.valid_from <= on_day and (m.valid_to is null or m.valid_to >= on_day);
  if people = '{}' then return; end if;
  insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, from_unit_id,
                       meeting_id, to_person_ids, to_unit_ids, ground, ground_step, is_lasting, recorded_by, recorded_at, ended_on)
  values (here, new_id, of_child, on_day, in_way,
          array['omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas'],
          array['compass'], by_person,
          (select p.unit_id from person p where p.kommun_code = here and p.id = by_person),
          for_meeting, people, units, 'consent', step, true, by_person,
          case when session_user = 'kompass_job' then on_day::timestamp at time zone 'Europe/Stockholm' else now() end,
          until);
end $$;
--> statement-breakpoint
-- The same, by whoever is the actor and follows the child.
create function kompass.share_my_child(of_child uuid, of_team uuid, in_way text) returns void language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if of_child <> all(kompass.my_team_children()) then
    raise exception 'not_related' using errcode = '42501';
  end if;
  if not kompass.is_followed(of_child) then
    raise exception 'child_closed' using errcode = 'KP070';
  end if;
  -- Written by several teams, a joint form is shown to those alone whom a consent opens the child to.
  if in_way = 'joint_form' and not kompass.consent_covers(of_child,
       (select kompass.step_of_team(t.kind) from team t where t.kommun_code = kompass.kommun() and t.id = of_team),
       kompass.today(), null) then
    return;
  end if;
  perform kompass.share_with_team(of_child, of_team, in_way, kompass.actor(), kompass.today(), null, null);
end $$;
--> statement-breakpoint
-- Whether everybody who sits in a team is reached by what the family has said yes to.
create function kompass.is_my_team_reached(of_child uuid, of_team uuid, on_day date) returns boolean
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  return of_child = any(kompass.my_responsibility()) and kompass.consent_reaches_team(of_child, of_team, on_day);
end $$;
--> statement-breakpoint
create function kompass.share_agenda() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
declare taken record;
begin
  select m.team_id, m.held_on, m.state into taken from meeting m
   where m.kommun_code = new.kommun_code and m.id = new.meeting_id;
  -- A meeting that has been held has closed again what its agenda opened.
  perform kompass.share_with_team(new.child_id, taken.team_id, 'agenda', new.added_by,
    least(taken.held_on, kompass.today()), new.meeting_id,
    case when taken.state <> 'planned' then taken.held_on end);
  return null;
end $$;
--> statement-breakpoint
create trigger agenda_item_is_shared after insert on agenda_item for each row
  execute function kompass.share_agenda();
--> statement-breakpoint
-- A meeting that is held or called off closes what its agenda opened, and so does leaving the agenda.
create function kompass.end_agenda_shares() returns trigger language plpgsql
  security definer set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'meeting' then
    update sharing set ended_on = kompass.today()
     where kommun_code = new.kommun_code and meeting_id = new.id and ended_on is null;
  else
    update sharing set ended_on = kompass.today()
     where kommun_code = old.kommun_code and child_id = old.child_id and meeting_id = old.meeting_id
       and ended_on is null;
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger meeting_ends_shares after update of state on meeting for each row
  when (old.state = 'planned' and new.state <> 'planned') execute function kompass.end_agenda_shares();
--> statement-breakpoint
create trigger agenda_item_ends_shares after delete on agenda_item for each row
  execute function kompass.end_agenda_shares();
--> statement-breakpoint
create index sharing_by_meeting on sharing (kommun_code, meeting_id) where meeting_id is not null;
--> statement-breakpoint
-- The children of the guardian who is the actor: not those that are withheld from this guardian altogether.
create function kompass.family_children() returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(g.child_id order by g.child_id), '{}') from guardian g
    join guardian_account a on a.kommun_code = g.kommun_code and a.id = g.account_id and a.disabled_at is null
   where g.kommun_code = kompass.kommun() and g.account_id = kompass.actor()
     and (kompass.about() is null or g.child_id = kompass.about())
     and not exists (select 1 from withheld w
                      where w.kommun_code = g.kommun_code and w.guardian_id = g.id and w.thing = 'child'
                        and w.lifted_on is null) $$;
--> statement-breakpoint
create function kompass.family_guardians() returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(g.id order by g.id), '{}') from guardian g
   where g.kommun_code = kompass.kommun() and g.account_id = kompass.actor()
     and g.child_id = any(kompass.family_children()) $$;
--> statement-breakpoint
-- Ids of things that this guardian is not shown.
create function kompass.family_withheld(of_thing text) returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(w.thing_id), '{}') from withheld w
   where w.kommun_code = kompass.kommun() and w.guardian_id = any(kompass.family_guardians())
     and w.thing = of_thing and w.lifted_on is null $$;
--> statement-breakpoint
-- Shares that the family is not told of: the latest word on each.
create function kompass.family_untold_shares() returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(latest.sharing_id), '{}') from (
    select distinct on (t.sharing_id) t.sharing_id, t.state from sharing_told t
     where t.kommun_code = kompass.kommun() and t.child_id = any(kompass.family_children())
     order by t.sharing_id, t.recorded_at desc, t.id desc) latest
   where latest.state = 'withheld' $$;
--> statement-breakpoint
-- The own series of this guardian, and for which children the child's own may be seen.
create function kompass.family_series() returns table (child_id uuid, rater text) language sql stable
  security definer set search_path = public, pg_temp as $$
  select g.child_id, 'vardnadshavare:' || g.ordinal from guardian g
   where g.kommun_code = kompass.kommun() and g.id = any(kompass.family_guardians())
  union all
  select g.child_id, 'barnteam' from guardian g
   where g.kommun_code = kompass.kommun() and g.id = any(kompass.family_guardians())
  union all
  select latest.child_id, 'barn' from (
    select distinct on (a.guardian_id) a.child_id, a.is_agreed from compass_agreement a
     where a.kommun_code = kompass.kommun() and a.guardian_id = any(kompass.family_guardians())
     order by a.guardian_id, a.decided_on desc, a.recorded_at desc, a.id desc) latest
   where latest.is_agreed $$;
--> statement-breakpoint
-- What the family's own lock asks: is it the actor's child? Then it is in the child's log before anything is read.
create function kompass.family_approach(of_child uuid, in_verb text, in_purpose text, in_fields text[])
  returns boolean language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if of_child <> all(kompass.family_children()) then return false; end if;
  perform kompass.check_log_words(in_verb, in_purpose, in_fields, false);
  perform kompass.record_audit(of_child, 'guardian', kompass.actor()::text, in_verb, in_purpose, of_child, null, in_fields);
  return true;
end $$;
--> statement-breakpoint
create function kompass.family_approach_all(in_verb text, in_purpose text, in_fields text[])
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform kompass.check_log_words(in_verb, in_purpose, in_fields, true);
  perform kompass.record_audit(kompass.actor(), 'guardian', kompass.actor()::text, in_verb, in_purpose, null,
                               kompass.family_children(), in_fields);
end $$;
--> statement-breakpoint
-- Who stands to the family's children now, and who is named in the shares it is shown. Of a child with protected
-- identity no place is told.
create function kompass.family_people(of_child uuid) returns table (
  person_id uuid, name text, title text, unit_name text, kind text
) language sql stable security definer set search_path = public, pg_temp as $$
  with named as (
    select r.person_id, r.kind from child_relation r
     where r.kommun_code = kompass.kommun() and r.child_id = of_child and r.kind in ('barnkontakt', 'stodsamordnare')
       and r.valid_from <= kompass.today() and (r.valid_to is null or r.valid_to >= kompass.today())
    union
    select s.from_person_id, 'share' from sharing s
     where s.kommun_code = kompass.kommun() and s.child_id = of_child
       and s.id <> all(kompass.family_withheld('share')) and s.id <> all(kompass.family_untold_shares())
    union
    select unnest(s.to_person_ids), 'share' from sharing s
     where s.kommun_code = kompass.kommun() and s.child_id = of_child
       and s.id <> all(kompass.family_withheld('share')) and s.id <> all(kompass.family_untold_shares())
  )
  select p.id, p.given_name || ' ' || p.family_name, p.title,
         case when c.protected_identity = 'ingen' then u.name end, n.kind
    from named n join person p on p.kommun_code = kompass.kommun() and p.id = n.person_id
    join child c on c.kommun_code = p.kommun_code and c.id = of_child
    left join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
   where of_child = any(kompass.family_children()) $$;
--> statement-breakpoint
create function kompass.family_units(of_child uuid) returns table (unit_id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct u.id, u.name from sharing s
    join child c on c.kommun_code = s.kommun_code and c.id = s.child_id and c.protected_identity = 'ingen'
    join unit u on u.kommun_code = s.kommun_code and u.id = any(s.to_unit_ids)
   where s.kommun_code = kompass.kommun() and s.child_id = of_child and of_child = any(kompass.family_children())
     and s.id <> all(kompass.family_withheld('share')) and s.id <> all(kompass.family_untold_shares()) $$;
--> statement-breakpoint
-- Who has looked, by day: names of staff, never what they saw. What is done to withhold something leaves no trace
-- here, and neither does anybody whose looks are withheld.
create function kompass.family_looks(of_child uuid, from_day date) returns table (
  day date, person_id uuid, name text, title text, unit_name text, purposes text[]
) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  hidden constant uuid[] := kompass.family_withheld('look');
  since constant timestamptz := from_day::timestamp at time zone 'Europe/Stockholm';
  alias constant uuid := (select c.alias from audit_child c where c.kommun_code = here and c.child_id = of_child);
begin
  if of_child <> all(kompass.family_children()) then return; end if;
  return query
  with looks as materialized (
    select l.at, l.actor, l.purpose, l.verb from audit_log l
     where l.kommun_code = here and l.chain = alias and l.actor_kind = 'person' and l.at >= since
    union all
    select l.at, l.actor, l.purpose, l.verb from audit_log l
     where l.kommun_code = here and l.child_aliases @> array[alias] and l.child_aliases is not null
       and l.actor_kind = 'person' and l.at >= since
  )
  select (l.at at time zone 'Europe/Stockholm')::date, p.id, p.given_name || ' ' || p.family_name, p.title,
         case when c.protected_identity = 'ingen' then u.name end, array_agg(distinct l.purpose order by l.purpose)
    from looks l
    join audit_actor a on a.kommun_code = here and a.alias::text = l.actor
    join person p on p.kommun_code = here and p.id = a.actor_id
    join child c on c.kommun_code = here and c.id = of_child
    left join unit u on u.kommun_code = here and u.id = p.unit_id
   where p.id <> all(hidden) and l.verb !~* 'withh'
   group by 1, 2, 3, 4, 5
   order by 1 desc, 3, 2;
end $$;
--> statement-breakpoint
-- A guardian takes back the own yes: in one step, at any time, and what hangs on it closes at once. Told of it are the
-- meetings alone, and none whose share this guardian is not shown: as if it had not been.
create function kompass.family_withdraw(of_child uuid, for_step text, with_id uuid)
  returns table (kind text, on_day date)
  language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare
  here constant char(4) := kompass.kommun();
  me uuid;
begin
  select g.id into me from guardian g
   where g.kommun_code = here and g.child_id = of_child and g.id = any(kompass.family_guardians()) limit 1;
  if me is null then raise exception 'not_related' using errcode = '42501'; end if;
  insert into consent (kommun_code, id, child_id, guardian_id, step, state, decided_on, way, recorded_by_guardian, recorded_at)
  select here, with_id, of_child, me, for_step, 'withdrawn', kompass.today(), 'online', me, clock_timestamp()
   where (select c.state from consent c
           where c.kommun_code = here and c.guardian_id = me and c.step = for_step
             and not exists (select 1 from consent x where x.kommun_code = here and x.corrects = c.id)
           order by c.decided_on desc, c.recorded_at desc, c.id desc limit 1) = 'given'
  on conflict (kommun_code, id) do nothing;
  set constraints consent_closes immediate;
  set constraints consent_closes deferred;
  return query
  with hidden as materialized (
    select unnest(kompass.family_withheld('share') || kompass.family_untold_shares()) as id
  ), ended as (
    select s.way, m.held_on, s.meeting_id, bool_and(s.id in (select h.id from hidden h)) as is_hidden from sharing s
      left join meeting m on m.kommun_code = s.kommun_code and m.id = s.meeting_id
     where s.kommun_code = here and s.child_id = of_child and s.ended_by = with_id
     group by s.way, m.held_on, s.meeting_id
  ), told as (
    select x.kind, x.on_day, row_number() over (partition by x.kind, x.on_day order by x.ordinal) as nr
      from consent_closure x join consent c on c.kommun_code = x.kommun_code and c.id = x.consent_id
     where x.kommun_code = here and x.consent_id = with_id and c.recorded_by_guardian = me
       and x.kind in ('agenda', 'meeting')
  )
  select t.kind, t.on_day from told t
   where case t.kind
         when 'agenda' then t.nr > (select count(*) from ended e
                                     where e.way = 'agenda' and e.held_on = t.on_day and e.is_hidden)
         else not exists (select 1 from ended e where e.way = 'individual_team' and e.is_hidden) end
   order by t.on_day, t.kind, t.nr;
end $$;
--> statement-breakpoint
-- The functions belong to the role that may read to decide; none but the few named roles may call them.
do $$
declare f record;
begin
  for f in select p.oid::regprocedure::text as name, p.proname from pg_proc p
            join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'kompass' and p.proname in (
             'consent_covers', 'consent_reaches', 'consent_reaches_unit', 'consent_reaches_team', 'still_reaches', 'wait_for_consent',
             'all_areas', 'refuse_wrong_correction', 'refuse_agenda_without_consent', 'refuse_invitation_without_consent', 'refuse_team_without_consent',
             'refuse_joint_form_without_consent', 'refuse_share_without_consent', 'close_uncovered',
             'close_what_consent_carried', 'close_by_latest_yes', 'close_what_more_must_carry', 'close_passed', 'share_with_team',
             'share_my_child', 'is_my_team_reached', 'share_agenda', 'end_agenda_shares', 'family_children', 'family_guardians',
             'family_withheld', 'family_untold_shares', 'family_series', 'family_approach', 'family_approach_all',
             'family_people', 'family_units', 'family_looks', 'family_withdraw') loop
    execute format('alter function %s owner to kompass_access', f.name);
    execute format('revoke execute on function %s from public', f.name);
    execute format('grant execute on function %s to kompass_access', f.name);
    if f.proname like 'family%' then
      execute format('grant execute on function %s to kompass_family', f.name);
    end if;
  end loop;
end $$;
--> statement-breakpoint
grant execute on function kompass.share_my_child, kompass.is_my_team_reached to kompass_app;
--> statement-breakpoint
grant execute on function kompass.close_passed to kompass_job;
--> statement-breakpoint
-- What a guardian reads: the own children, the own words, what has been agreed, and nothing that is withheld.
do $$
declare t text;
begin
  foreach t in array array['guardian', 'consent', 'support', 'life_event', 'assessment', 'conversation', 'sharing'] loop
    execute format('create policy family_own_children on %I as restrictive for select to kompass_family
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.family_children())::uuid[]))', t);
  end loop;
end $$;
--> statement-breakpoint
grant select (kommun_code, id, given_name, next_follow_up_on, closed_on, protected_identity) on child to kompass_family;
--> statement-breakpoint
create policy family_reads on child for select to kompass_family using (
  kommun_code = kompass.kommun() and id = any((select kompass.family_children())::uuid[]));
--> statement-breakpoint
grant select (kommun_code, id, child_id, ordinal, name, relation) on guardian to kompass_family;
--> statement-breakpoint
create policy family_reads on guardian for select to kompass_family using (
  id = any((select kompass.family_guardians())::uuid[]));
--> statement-breakpoint
grant select (kommun_code, id, child_id, guardian_id, step, state, decided_on, valid_to, way, recorded_at, corrects)
  on consent to kompass_family;
--> statement-breakpoint
create policy family_reads on consent for select to kompass_family using (
  guardian_id = any((select kompass.family_guardians())::uuid[]));
--> statement-breakpoint
grant select (kommun_code, id, child_id, area, kind, description, given_by, status, starts_on, ends_on)
  on support to kompass_family;
--> statement-breakpoint
create policy family_reads on support for select to kompass_family using (
  id <> all((select kompass.family_withheld('support'))::uuid[]));
--> statement-breakpoint
grant select (kommun_code, id, child_id, happened_on, description) on life_event to kompass_family;
--> statement-breakpoint
create policy family_reads on life_event for select to kompass_family using (
  id <> all((select kompass.family_withheld('event'))::uuid[]));
--> statement-breakpoint
grant select (kommun_code, id, child_id, compass_id, rater, assessed_on, area_sums, area_counts, is_current)
  on assessment to kompass_family;
--> statement-breakpoint
create policy family_reads on assessment for select to kompass_family using (
  is_current and (child_id, rater) in (select f.child_id, f.rater from kompass.family_series() f)
  and (rater like 'vardnadshavare:%'
       or compass_id <> all((select kompass.family_withheld('rating'))::uuid[])));
--> statement-breakpoint
grant select (kommun_code, child_id, compass_id, held_on, what_next) on conversation to kompass_family;
--> statement-breakpoint
create policy family_reads on conversation for select to kompass_family using (
  compass_id <> all((select kompass.family_withheld('conversation'))::uuid[]));
--> statement-breakpoint
grant select (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, to_person_ids, to_unit_ids,
  to_other, necessary, relevant, proportionate, ground, ground_step, legal_reference, ground_text, is_lasting, ended_on)
  on sharing to kompass_family;
--> statement-breakpoint
create policy family_reads on sharing for select to kompass_family using (
  id <> all((select kompass.family_withheld('share'))::uuid[])
  and id <> all((select kompass.family_untold_shares())::uuid[]));
--> statement-breakpoint
revoke execute on function kompass.step_of_team from public;
--> statement-breakpoint
grant execute on function kompass.step_of_team to kompass_access;
--> statement-breakpoint
-- Whoever is given a way to the child by a seat is named in a share, as a team is when it is formed: once in a
-- transaction, and not when the child is open to the person already by an own relation.
create function kompass.share_with_member(
  of_child uuid, of_team uuid, of_person uuid, for_meeting uuid, unless_running boolean
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  today constant date := kompass.today();
  me constant uuid := kompass.actor();
  step constant text := (select kompass.step_of_team(t.kind) from team t where t.kommun_code = here and t.id = of_team);
  to_unit constant uuid := (select p.unit_id from person p where p.kommun_code = here and p.id = of_person);
begin
  perform kompass.wait_for_consent(of_child);
  if not exists (select 1 from child c where c.kommun_code = here and c.id = of_child
                    and c.protected_identity = 'ingen' and c.closed_on is null)
     or exists (select 1 from child_relation r
                 where r.kommun_code = here and r.child_id = of_child and r.person_id = of_person
                   and r.kind in ('barnkontakt', 'stodsamordnare')
                   and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today))
     or exists (select 1 from sharing s
                 where s.kommun_code = here and s.child_id = of_child and of_person = any(s.to_person_ids)
                   and s.way in ('agenda', 'individual_team') and s.meeting_id is not distinct from for_meeting
                   and (s.recorded_at = now() or (unless_running and s.ended_on is null)))
     or not kompass.consent_covers(of_child, step, today, null)
     or not kompass.consent_reaches_unit(of_child, step, today, to_unit) then
    return;
  end if;
  insert into sharing (kommun_code, id, child_id, shared_on, way, areas, fields, from_person_id, from_unit_id,
                       meeting_id, to_person_ids, to_unit_ids, ground, ground_step, is_lasting, recorded_by)
  values (here, gen_random_uuid(), of_child, today, case when for_meeting is null then 'individual_team' else 'agenda' end,
          array['omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas'],
          array['compass'], me, (select p.unit_id from person p where p.kommun_code = here and p.id = me),
          for_meeting, array[of_person], array_remove(array[to_unit], null), 'consent', step, true, me);
end $$;
--> statement-breakpoint
-- What each running or coming seat in a team opens: the child that the team is around, and those on its agendas.
create function kompass.share_seats(
  in_team uuid, of_person uuid, only_child uuid, unless_running boolean
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  today constant date := kompass.today();
  opened record;
begin
  for opened in
    select m.team_id, m.person_id, t.child_id, null::uuid as meeting_id
      from team_member m join team t on t.kommun_code = m.kommun_code and t.id = m.team_id and t.child_id is not null
     where m.kommun_code = here and (m.valid_to is null or m.valid_to >= today)
       and (in_team is null or m.team_id = in_team) and (of_person is null or m.person_id = of_person)
       and (only_child is null or t.child_id = only_child)
    union
    select m.team_id, m.person_id, i.child_id, s.id
      from agenda_item i
      join meeting s on s.kommun_code = i.kommun_code and s.id = i.meeting_id and s.state = 'planned'
       and s.held_on >= today - 14
      join team t on t.kommun_code = s.kommun_code and t.id = s.team_id and t.child_id is null
      join team_member m on m.kommun_code = s.kommun_code and m.team_id = s.team_id
     where i.kommun_code = here and (m.valid_to is null or m.valid_to >= today)
       and (in_team is null or m.team_id = in_team) and (of_person is null or m.person_id = of_person)
       and (only_child is null or i.child_id = only_child)
     order by 3, 1, 2
  loop
    perform kompass.share_with_member(opened.child_id, opened.team_id, opened.person_id, opened.meeting_id, unless_running);
  end loop;
end $$;
--> statement-breakpoint
create function kompass.share_what_opened() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if tg_table_name = 'team_member' then
    perform kompass.share_seats(new.team_id, new.person_id, null, false);
  elsif tg_table_name = 'agenda_item' then
    perform kompass.share_seats(m.team_id, null, new.child_id, true) from meeting m
      where m.kommun_code = new.kommun_code and m.id = new.meeting_id;
  else
    perform kompass.share_seats(null, null, new.child_id, true);
  end if;
  return null;
end $$;
--> statement-breakpoint
-- At the end of the transaction: a team that is formed, or placed on an agenda, has its share then. What jobs lay out
-- has been, and has shares of its own.
create constraint trigger team_member_is_shared after insert on team_member deferrable initially deferred
  for each row when (kompass.somebody_acts()) execute function kompass.share_what_opened();
--> statement-breakpoint
create constraint trigger team_member_back_is_shared after update of valid_to on team_member deferrable initially deferred
  for each row when (kompass.somebody_acts() and old.valid_to < kompass.today()
                     and (new.valid_to is null or new.valid_to >= kompass.today()))
  execute function kompass.share_what_opened();
--> statement-breakpoint
create constraint trigger agenda_item_opens_to_coming after insert on agenda_item deferrable initially deferred
  for each row when (kompass.somebody_acts()) execute function kompass.share_what_opened();
--> statement-breakpoint
-- A yes that comes again opens the child again to those who kept their seats.
create constraint trigger consent_opens after insert on consent deferrable initially deferred
  for each row when (new.state = 'given' and kompass.somebody_acts()) execute function kompass.share_what_opened();
--> statement-breakpoint
create trigger sharing_needs_followed_child after insert on sharing for each row
  when (current_user = 'kompass_app' and new.way <> 'printout') execute function kompass.refuse_for_closed_child();
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['share_with_member(uuid, uuid, uuid, uuid, boolean)',
    'share_seats(uuid, uuid, uuid, boolean)', 'share_what_opened()'] loop
    execute format('alter function kompass.%s owner to kompass_access', f);
    execute format('revoke execute on function kompass.%s from public', f);
    execute format('grant execute on function kompass.%s to kompass_access', f);
  end loop;
end $$;
