-- Organisation, staff and what is read in from the school register.
alter table omrade
  add column valid_to date,
  add column version integer not null default 1,
  add constraint omrade_name_length check (char_length(name) between 1 and 200);
--> statement-breakpoint
-- A place is closed from a day on and never deleted: what happened there stays there.
alter table unit
  add column huvudman text,
  add column school_unit_code text,
  add column valid_to date,
  add column version integer not null default 1,
  add constraint unit_name_length check (char_length(name) between 1 and 200),
  add constraint unit_code_length check (char_length(code) between 1 and 40),
  add constraint unit_huvudman_length check (char_length(huvudman) <= 200),
  add constraint unit_school_unit_code_form check (school_unit_code ~ '^[0-9]{8}$'),
  add constraint unit_school_unit_code_once unique (kommun_code, school_unit_code);
--> statement-breakpoint
alter table person
  add constraint person_given_name_length check (char_length(given_name) <= 200),
  add constraint person_family_name_length check (char_length(family_name) <= 200),
  add constraint person_title_length check (char_length(title) <= 200),
  add constraint person_login_key_length check (char_length(login_key) between 1 and 300);
--> statement-breakpoint
alter table team
  add column valid_to date,
  add column version integer not null default 1,
  add constraint team_name_length check (char_length(name) between 1 and 200);
--> statement-breakpoint
alter table team_member
  add column is_convenor boolean not null default false,
  add constraint team_member_part_length check (char_length(part) between 1 and 100);
--> statement-breakpoint
-- From which day a relation reads: nothing that was recorded earlier was handed over with it. Absent = everything.
alter table child_relation add column reads_from date;
--> statement-breakpoint
-- Seldom any: asked by every reading of scores, answered by an index that is as good as empty.
create index child_relation_closed_past on child_relation (kommun_code, person_id) where reads_from is not null;
--> statement-breakpoint
create table hand_over (
  kommun_code char(4) not null,
  id uuid not null,
  child_id uuid not null,
  from_person_id uuid,
  to_person_id uuid not null,
  asked_by uuid not null,
  asked_at timestamptz not null default now(),
  shares_history boolean not null,
  shared_text text,
  family_said_yes_on date,
  state text not null default 'pending',
  answered_at timestamptz,
  answer_text text,
  version integer not null default 1,
  primary key (kommun_code, id),
  foreign key (kommun_code, child_id) references child (kommun_code, id),
  foreign key (kommun_code, from_person_id) references person (kommun_code, id),
  foreign key (kommun_code, to_person_id) references person (kommun_code, id),
  constraint hand_over_state_known check (state in ('pending', 'accepted', 'declined', 'withdrawn')),
  constraint hand_over_answered check ((state = 'pending') = (answered_at is null)),
  constraint hand_over_shares_with_yes check (
    case when shares_history then shared_text is not null and family_said_yes_on is not null
         else shared_text is null and family_said_yes_on is null end),
  constraint hand_over_shared_text_length check (char_length(shared_text) <= 2000),
  constraint hand_over_answer_text_length check (char_length(answer_text) <= 500)
);
--> statement-breakpoint
create unique index hand_over_one_pending on hand_over (kommun_code, child_id) where state = 'pending';
--> statement-breakpoint
create index hand_over_by_receiver on hand_over (kommun_code, to_person_id) where state = 'pending';
--> statement-breakpoint
create index hand_over_by_child on hand_over (kommun_code, child_id);
--> statement-breakpoint
create table register_run (
  kommun_code char(4) not null,
  id uuid not null,
  source text not null,
  is_full boolean not null,
  modified_after timestamptz,
  started_at timestamptz not null,
  ended_at timestamptz,
  state text not null default 'running',
  counts jsonb not null default '{}',
  fault_count integer not null default 0,
  stopped_by text,
  primary key (kommun_code, id),
  constraint register_run_state_known check (state in ('running', 'done', 'done_with_faults', 'stopped')),
  constraint register_run_source_length check (char_length(source) <= 300),
  constraint register_run_stopped_by_length check (char_length(stopped_by) <= 300)
);
--> statement-breakpoint
create unique index register_run_one_running on register_run (kommun_code) where state in ('running', 'stopped');
--> statement-breakpoint
create table register_cursor (
  kommun_code char(4) not null,
  run_id uuid not null,
  resource text not null,
  page_token text,
  pages integer not null default 0,
  is_done boolean not null default false,
  primary key (kommun_code, run_id, resource),
  foreign key (kommun_code, run_id) references register_run (kommun_code, id) on delete cascade,
  constraint register_cursor_page_token_length check (char_length(page_token) <= 4000)
);
--> statement-breakpoint
-- Where and what was expected; never what stood there.
create table register_fault (
  kommun_code char(4) not null,
  run_id uuid not null,
  resource text not null,
  page integer not null,
  position integer not null,
  field text not null,
  source_id text,
  expected text not null,
  primary key (kommun_code, run_id, resource, page, position, field),
  foreign key (kommun_code, run_id) references register_run (kommun_code, id) on delete cascade,
  constraint register_fault_field_length check (char_length(field) <= 200),
  constraint register_fault_source_id_length check (char_length(source_id) <= 200),
  constraint register_fault_expected_length check (char_length(expected) <= 100)
);
--> statement-breakpoint
create table register_unknown_code (
  kommun_code char(4) not null,
  resource text not null,
  field text not null,
  code text not null,
  first_run_id uuid not null,
  last_run_id uuid not null,
  primary key (kommun_code, resource, field, code),
  constraint register_unknown_code_code_length check (char_length(code) <= 200),
  constraint register_unknown_code_field_length check (char_length(field) <= 200)
);
--> statement-breakpoint
create table register_organisation (
  kommun_code char(4) not null,
  source_id text not null,
  name text not null,
  type_source text not null,
  school_types text[] not null,
  school_unit_code text,
  municipality_code text,
  parent_source_id text,
  start_date date,
  end_date date,
  unit_id uuid,
  seen_run_id uuid not null,
  primary key (kommun_code, source_id),
  foreign key (kommun_code, unit_id) references unit (kommun_code, id),
  constraint register_organisation_source_id_length check (char_length(source_id) <= 200),
  constraint register_organisation_name_length check (char_length(name) <= 200),
  constraint register_organisation_type_length check (char_length(type_source) <= 200),
  constraint register_organisation_code_length check (char_length(school_unit_code) <= 20 and char_length(municipality_code) <= 20)
);
--> statement-breakpoint
-- Pupils, their responsible adults and staff of the units that take part, as the register tells them. A pupil here
-- is not a child that is followed. The personal number is never kept, only a keyed digest of it, and only with a key.
create table register_person (
  kommun_code char(4) not null,
  source_id text not null,
  given_name text not null,
  family_name text not null,
  birth_date date,
  civic_digest bytea,
  marking text not null,
  marking_source text not null,
  login_keys text[] not null,
  child_id uuid,
  seen_run_id uuid not null,
  primary key (kommun_code, source_id),
  foreign key (kommun_code, child_id) references child (kommun_code, id),
  constraint register_person_marking_known check (marking in ('ingen', 'sekretessmarkering', 'skyddad_folkbokforing')),
  constraint register_person_source_id_length check (char_length(source_id) <= 200),
  constraint register_person_given_name_length check (char_length(given_name) <= 200),
  constraint register_person_family_name_length check (char_length(family_name) <= 200),
  constraint register_person_marking_length check (char_length(marking_source) <= 200)
);
--> statement-breakpoint
create unique index register_person_one_of_child on register_person (kommun_code, child_id) where child_id is not null;
--> statement-breakpoint
create index register_person_by_digest on register_person (kommun_code, civic_digest) where civic_digest is not null;
--> statement-breakpoint
create table register_responsible (
  kommun_code char(4) not null,
  pupil_source_id text not null,
  adult_source_id text not null,
  relation_source text not null,
  primary key (kommun_code, pupil_source_id, adult_source_id),
  constraint register_responsible_ids_length check (char_length(pupil_source_id) <= 200 and char_length(adult_source_id) <= 200),
  constraint register_responsible_relation_length check (char_length(relation_source) <= 200)
);
--> statement-breakpoint
create table register_placement (
  kommun_code char(4) not null,
  source_id text not null,
  pupil_source_id text not null,
  organisation_source_id text not null,
  school_type_source text,
  start_date date,
  end_date date,
  seen_run_id uuid not null,
  primary key (kommun_code, source_id),
  constraint register_placement_ids_length check (char_length(source_id) <= 500 and char_length(pupil_source_id) <= 200 and char_length(organisation_source_id) <= 200),
  constraint register_placement_school_type_length check (char_length(school_type_source) <= 200)
);
--> statement-breakpoint
create index register_placement_by_pupil on register_placement (kommun_code, pupil_source_id);
--> statement-breakpoint
create index register_placement_by_place on register_placement (kommun_code, organisation_source_id);
--> statement-breakpoint
create table register_duty (
  kommun_code char(4) not null,
  source_id text not null,
  person_source_id text not null,
  organisation_source_id text not null,
  role_source text not null,
  start_date date,
  end_date date,
  seen_run_id uuid not null,
  primary key (kommun_code, source_id),
  constraint register_duty_ids_length check (char_length(source_id) <= 200 and char_length(person_source_id) <= 200 and char_length(organisation_source_id) <= 200),
  constraint register_duty_role_length check (char_length(role_source) <= 200)
);
--> statement-breakpoint
create index register_duty_by_person on register_duty (kommun_code, person_source_id);
--> statement-breakpoint
-- An adult whom the register calls responsible for a followed child. A guardian only once the Barnkontakt says so.
create table guardian_candidate (
  kommun_code char(4) not null,
  child_id uuid not null,
  source_id text not null,
  name text,
  relation_source text not null,
  state text not null default 'waiting',
  guardian_id uuid,
  decided_by uuid,
  decided_at timestamptz,
  is_gone boolean not null default false,
  version integer not null default 1,
  primary key (kommun_code, child_id, source_id),
  foreign key (kommun_code, child_id) references child (kommun_code, id),
  foreign key (kommun_code, guardian_id) references guardian (kommun_code, id),
  constraint guardian_candidate_state_known check (state in ('waiting', 'confirmed', 'rejected')),
  constraint guardian_candidate_decided check ((state = 'waiting') = (decided_at is null)),
  constraint guardian_candidate_name_length check (char_length(name) <= 400),
  constraint guardian_candidate_source_id_length check (char_length(source_id) <= 200),
  constraint guardian_candidate_relation_length check (char_length(relation_source) <= 200)
);
--> statement-breakpoint
-- What the register has changed about a followed child, until whoever is responsible has seen it.
create table register_notice (
  kommun_code char(4) not null,
  child_id uuid not null,
  id uuid not null,
  kind text not null,
  from_unit_id uuid,
  to_unit_id uuid,
  occurred_on date not null,
  seen_at timestamptz,
  seen_by uuid,
  primary key (kommun_code, child_id, id),
  foreign key (kommun_code, child_id) references child (kommun_code, id),
  foreign key (kommun_code, from_unit_id) references unit (kommun_code, id),
  foreign key (kommun_code, to_unit_id) references unit (kommun_code, id),
  constraint register_notice_kind_known check (kind in ('moved', 'marking_raised', 'marking_lifted', 'left_register'))
);
--> statement-breakpoint
create index register_notice_unseen on register_notice (kommun_code, child_id) where seen_at is null;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['hand_over', 'register_run', 'register_cursor', 'register_fault', 'register_unknown_code',
    'register_organisation', 'register_person', 'register_responsible', 'register_placement', 'register_duty',
    'guardian_candidate', 'register_notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert, update, delete on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
    execute format('grant select on %I to kompass_access', t);
    execute format('create policy access_reads on %I for select to kompass_access using (true)', t);
  end loop;
  -- What is about a followed child is for whoever is responsible for it.
  foreach t in array array['hand_over', 'guardian_candidate', 'register_notice'] loop
    execute format('grant select on %I to kompass_app', t);
    execute format('create policy app_responsible_reads on %I for select to kompass_app
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]))', t);
    execute format('create policy app_responsible_changes on %I for update to kompass_app
      using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[]))', t);
  end loop;
  -- How the reading in went holds no person; the places of the register neither.
  foreach t in array array['register_run', 'register_cursor', 'register_fault', 'register_unknown_code', 'register_organisation'] loop
    execute format('grant select on %I to kompass_app', t);
    execute format('create policy app_administers on %I for select to kompass_app
      using (kommun_code = kompass.kommun() and (select kompass.i_hold_role(''administrator'')))', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert on hand_over to kompass_app;
--> statement-breakpoint
grant update (state, answered_at, version) on hand_over to kompass_app;
--> statement-breakpoint
grant update (state, guardian_id, decided_by, decided_at, version) on guardian_candidate to kompass_app;
--> statement-breakpoint
grant update (seen_at, seen_by) on register_notice to kompass_app;
--> statement-breakpoint
create policy app_asks on hand_over for insert to kompass_app with check (
  kommun_code = kompass.kommun() and child_id = any((select kompass.my_responsibility())::uuid[])
  and asked_by = kompass.actor() and to_person_id <> kompass.actor() and state = 'pending');
--> statement-breakpoint
-- The administrator keeps places, staff and standing teams, and reaches no child by it.
do $$
declare t text;
begin
  foreach t in array array['omrade', 'unit', 'person'] loop
    execute format('grant insert on %I to kompass_app', t);
    execute format('create policy app_administers_adds on %I for insert to kompass_app
      with check (kommun_code = kompass.kommun() and (select kompass.i_hold_role(''administrator'')))', t);
    execute format('create policy app_administers_changes on %I for update to kompass_app
      using (kommun_code = kompass.kommun() and (select kompass.i_hold_role(''administrator'')))
      with check (kommun_code = kompass.kommun() and (select kompass.i_hold_role(''administrator'')))', t);
  end loop;
end $$;
--> statement-breakpoint
grant update (name, valid_to, version) on omrade to kompass_app;
--> statement-breakpoint
grant update (code, name, kind, omrade_id, huvudman, school_unit_code, valid_to, version) on unit to kompass_app;
--> statement-breakpoint
grant update (login_key, given_name, family_name, title, unit_id, disabled_at, version) on person to kompass_app;
--> statement-breakpoint
grant insert on person_role to kompass_app;
--> statement-breakpoint
grant update (valid_to) on person_role to kompass_app;
--> statement-breakpoint
-- Nobody gives or takes a role of their own.
create policy app_administers_adds on person_role for insert to kompass_app with check (
  kommun_code = kompass.kommun() and person_id <> kompass.actor() and (select kompass.i_hold_role('administrator')));
--> statement-breakpoint
create policy app_administers_changes on person_role for update to kompass_app
  using (kommun_code = kompass.kommun() and person_id <> kompass.actor() and (select kompass.i_hold_role('administrator')))
  with check (kommun_code = kompass.kommun() and person_id <> kompass.actor() and (select kompass.i_hold_role('administrator')));
--> statement-breakpoint
create function kompass.is_standing_team(of_team uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select 1 from team t where t.kommun_code = kompass.kommun() and t.id = of_team and t.child_id is null) $$;
--> statement-breakpoint
create policy app_administers_adds on team for insert to kompass_app with check (
  kommun_code = kompass.kommun() and child_id is null and (select kompass.i_hold_role('administrator')));
--> statement-breakpoint
create policy app_administers_changes on team for update to kompass_app
  using (kommun_code = kompass.kommun() and child_id is null and (select kompass.i_hold_role('administrator')))
  with check (kommun_code = kompass.kommun() and child_id is null and (select kompass.i_hold_role('administrator')));
--> statement-breakpoint
grant update (name, age_group, unit_id, valid_to, version) on team to kompass_app;
--> statement-breakpoint
grant update (part, is_convenor) on team_member to kompass_app;
--> statement-breakpoint
-- A seat in a team opens the children on its agendas: nobody takes one for themselves.
create policy app_administers_adds on team_member for insert to kompass_app with check (
  kommun_code = kompass.kommun() and person_id <> kompass.actor()
  and (select kompass.i_hold_role('administrator')) and kompass.is_standing_team(team_id));
--> statement-breakpoint
create policy app_administers_changes on team_member for update to kompass_app
  using (kommun_code = kompass.kommun() and person_id <> kompass.actor()
         and (select kompass.i_hold_role('administrator')) and kompass.is_standing_team(team_id))
  with check (kommun_code = kompass.kommun() and person_id <> kompass.actor()
         and (select kompass.i_hold_role('administrator')) and kompass.is_standing_team(team_id));
--> statement-breakpoint
create function kompass.stands_to_children(of_person uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select 1 from child_relation r
                  where r.kommun_code = kompass.kommun() and r.person_id = of_person
                    and (r.valid_to is null or r.valid_to >= kompass.today()))
      or exists (select 1 from team_member m
                  where m.kommun_code = kompass.kommun() and m.person_id = of_person
                    and (m.valid_to is null or m.valid_to >= kompass.today())) $$;
--> statement-breakpoint
-- Whoever could point a login at another person's account would see that person's children.
-- Who gave the role and who gave the login: whoever has made a person's way in does not also hand children to it.
-- What came from the login service or a register has been given by nobody here.
alter table person_role add column granted_by uuid;
--> statement-breakpoint
alter table person_role add constraint person_role_granted_by foreign key (kommun_code, granted_by)
  references person (kommun_code, id);
--> statement-breakpoint
alter table person add column login_given_by uuid;
--> statement-breakpoint
alter table person add constraint person_login_given_by foreign key (kommun_code, login_given_by)
  references person (kommun_code, id);
--> statement-breakpoint
create function kompass.note_giver() returns trigger language plpgsql as $$
begin
  if current_user = 'kompass_app' then
    if tg_table_name = 'person' then new.login_given_by := kompass.actor();
    else new.granted_by := kompass.actor(); end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger person_role_notes_giver before insert on person_role
  for each row execute function kompass.note_giver();
--> statement-breakpoint
create trigger person_role_notes_who_prolongs before update of valid_to on person_role
  for each row when (old.valid_to is not null and (new.valid_to is null or new.valid_to > old.valid_to))
  execute function kompass.note_giver();
--> statement-breakpoint
create trigger person_notes_giver before insert on person
  for each row execute function kompass.note_giver();
--> statement-breakpoint
create trigger person_notes_who_moves_login before update of login_key on person
  for each row when (old.login_key <> new.login_key) execute function kompass.note_giver();
--> statement-breakpoint
-- Roles whose holders decide over others' data: their login is not moved to somebody else's, it is ended.
create function kompass.is_trusted(of_person uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select 1 from person_role r
                  where r.kommun_code = kompass.kommun() and r.person_id = of_person
                    and r.role in ('administrator', 'dataskyddsombud', 'loggranskare', 'statistikansvarig')
                    and (r.valid_to is null or r.valid_to >= kompass.today())) $$;
--> statement-breakpoint
create function kompass.guard_account() returns trigger language plpgsql as $$
begin
  if current_user = 'kompass_app' then
    if new.id = kompass.actor()
       and (new.disabled_at is distinct from old.disabled_at or new.login_key <> old.login_key) then
      raise exception 'own_account' using errcode = 'KP061';
    end if;
    if new.login_key <> old.login_key and (kompass.stands_to_children(new.id) or kompass.is_trusted(new.id)) then
      raise exception 'login_in_use' using errcode = 'KP062';
    end if;
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger person_account_is_guarded before update on person
  for each row execute function kompass.guard_account();
--> statement-breakpoint
-- A kommun that has had an administrator keeps one, also when two end each other at the same moment.
create function kompass.keep_an_administrator() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('kompass.administrator ' || old.kommun_code, 0));
  if not exists (select 1 from person_role r join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
                  where r.kommun_code = old.kommun_code and r.role = 'administrator'
                    and r.valid_to is null and p.disabled_at is null) then
    raise exception 'last_administrator' using errcode = 'KP063';
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger person_role_keeps_an_administrator after update of valid_to on person_role
  for each row when (old.role = 'administrator' and old.valid_to is null and new.valid_to is not null)
  execute function kompass.keep_an_administrator();
--> statement-breakpoint
create function kompass.is_administrator(of_kommun char(4), of_person uuid) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select 1 from person_role r where r.kommun_code = of_kommun and r.person_id = of_person
                    and r.role = 'administrator' and r.valid_to is null) $$;
--> statement-breakpoint
create trigger person_keeps_an_administrator after update of disabled_at on person
  for each row when (old.disabled_at is null and new.disabled_at is not null
                     and kompass.is_administrator(old.kommun_code, old.id))
  execute function kompass.keep_an_administrator();
--> statement-breakpoint
-- A child that is followed always has somebody who is responsible for it, and no end in sight of that.
create function kompass.keep_a_responsible() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  of_child uuid;
begin
  if tg_table_name = 'child' then of_child := new.id; else of_child := old.child_id; end if;
  if exists (select 1 from child c
              where c.kommun_code = coalesce(new.kommun_code, old.kommun_code) and c.id = of_child and c.closed_on is null)
     and not exists (select 1 from child_relation r
                      where r.kommun_code = coalesce(new.kommun_code, old.kommun_code) and r.child_id = of_child
                        and r.kind in ('barnkontakt', 'stodsamordnare') and r.valid_to is null) then
    raise exception 'nobody_responsible' using errcode = 'KP064';
  end if;
  return null;
end $$;
--> statement-breakpoint
create constraint trigger child_relation_keeps_a_responsible after update or delete on child_relation
  deferrable initially deferred for each row when (old.kind in ('barnkontakt', 'stodsamordnare'))
  execute function kompass.keep_a_responsible();
--> statement-breakpoint
create constraint trigger child_is_registered_with_a_responsible after insert on child
  deferrable initially deferred for each row when (new.closed_on is null and current_user = 'kompass_app')
  execute function kompass.keep_a_responsible();
--> statement-breakpoint
create constraint trigger child_is_reopened_with_a_responsible after update of closed_on on child
  deferrable initially deferred for each row when (old.closed_on is not null and new.closed_on is null)
  execute function kompass.keep_a_responsible();
--> statement-breakpoint
grant insert on child_relation to kompass_access;
--> statement-breakpoint
grant update (valid_to, person_id, version) on child_relation to kompass_access;
--> statement-breakpoint
grant update (state, answered_at, answer_text, version) on hand_over to kompass_access;
--> statement-breakpoint
create policy access_gives on child_relation for insert to kompass_access with check (true);
--> statement-breakpoint
create policy access_ends on child_relation for update to kompass_access using (true) with check (true);
--> statement-breakpoint
create policy access_answers on hand_over for update to kompass_access using (true) with check (true);
--> statement-breakpoint
-- What somebody has been asked to take over: enough to answer, and no more before it is taken.
create function kompass.my_hand_overs() returns table (
  id uuid, child_id uuid, given_name text, case_number text, is_protected boolean, unit_name text,
  from_name text, from_title text, asked_at timestamptz, shares_history boolean
) language sql stable security definer set search_path = public, pg_temp as $$
  select h.id, h.child_id, case when c.protected_identity = 'ingen' then c.given_name end, c.case_number,
         c.protected_identity <> 'ingen', case when c.protected_identity = 'ingen' then u.name end,
         p.given_name || ' ' || p.family_name, p.title, h.asked_at, h.shares_history
    from hand_over h
    join child c on c.kommun_code = h.kommun_code and c.id = h.child_id
    join unit u on u.kommun_code = c.kommun_code and u.id = c.unit_id
    join person p on p.kommun_code = h.kommun_code and p.id = h.asked_by
   where h.kommun_code = kompass.kommun() and h.to_person_id = kompass.actor() and h.state = 'pending'
     and c.closed_on is null
   order by h.asked_at, h.id $$;
--> statement-breakpoint
-- From which day somebody reads a child: null when all of it. To lead talks opens nothing of what was before.
create function kompass.reads_child_from(of_child uuid, of_person uuid) returns date language sql stable
  security definer set search_path = public, pg_temp as $$
  select case when bool_and(r.reads_from is not null) then max(r.reads_from) end from child_relation r
   where r.kommun_code = kompass.kommun() and r.child_id = of_child and r.person_id = of_person
     and r.kind <> 'samtalsledare'
     and r.valid_from <= kompass.today() and (r.valid_to is null or r.valid_to >= kompass.today()) $$;
--> statement-breakpoint
-- Nobody gives more than they have: what was not handed over stays closed to those who are appointed after it.
create function kompass.keep_the_past_closed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if new.kind = 'samtalsledare' and new.person_id = kompass.actor()
     and new.child_id = any(kompass.my_responsibility()) then
    raise exception 'responsible_already' using errcode = 'KP071';
  end if;
  new.reads_from := greatest(new.reads_from, kompass.reads_child_from(new.child_id, kompass.actor()));
  return new;
end $$;
--> statement-breakpoint
create trigger child_relation_keeps_the_past_closed before insert on child_relation
  for each row when (kompass.somebody_acts()) execute function kompass.keep_the_past_closed();
--> statement-breakpoint
-- The Barnkontakt that is replaced ends the day before: a day has one. A relation that began the same day gives way.
-- What the one who is replaced could not read is not given to the next.
create function kompass.replace_responsible(
  of_child uuid, of_kind text, by_person uuid, new_id uuid, on_day date, from_then_on date
) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  read_from constant date := (
    select max(r.reads_from) from child_relation r
     where r.kommun_code = here and r.child_id = of_child and r.kind = of_kind
       and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day));
begin
  update child_relation set person_id = by_person, version = version + 1
   where kommun_code = here and child_id = of_child and kind = of_kind and valid_from = on_day and valid_to is null;
  if found then return; end if;
  update child_relation set valid_to = on_day - 1, version = version + 1
   where kommun_code = here and child_id = of_child and kind = of_kind and valid_from < on_day
     and (valid_to is null or valid_to >= on_day);
  insert into child_relation (kommun_code, id, child_id, person_id, kind, valid_from, reads_from)
  values (here, new_id, of_child, by_person, of_kind, on_day, greatest(from_then_on, read_from));
end $$;
--> statement-breakpoint
-- Taken over or declined by the one who was asked. Answers false when there is nothing to answer (any longer).
create function kompass.answer_hand_over(of_id uuid, is_taken boolean, why text, on_day date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  asked hand_over;
  is_closed boolean;
begin
  select * into asked from hand_over h
   where h.kommun_code = here and h.id = of_id and h.to_person_id = kompass.actor() for update;
  if not found then return false; end if;
  if asked.state <> 'pending' then
    return asked.state = case when is_taken then 'accepted' else 'declined' end;
  end if;
  select c.closed_on is not null into is_closed from child c
   where c.kommun_code = here and c.id = asked.child_id;
  if is_taken then
    if is_closed or not kompass.i_hold_role('barnkontakt') or asked.from_person_id is distinct from (
         select r.person_id from child_relation r
          where r.kommun_code = here and r.child_id = asked.child_id and r.kind = 'barnkontakt'
            and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)) then
      raise exception 'hand_over_overtaken' using errcode = 'KP065';
    end if;
    if exists (select 1 from child_relation r where r.kommun_code = here and r.child_id = asked.child_id
                  and r.kind = 'barnkontakt' and r.valid_from = on_day and r.valid_to is null) then
      raise exception 'appointed_today' using errcode = 'KP066';
    end if;
    perform kompass.replace_responsible(asked.child_id, 'barnkontakt', kompass.actor(), of_id, on_day,
                                        case when asked.shares_history
                                             then kompass.reads_child_from(asked.child_id, asked.asked_by)
                                             else on_day end);
  end if;
  update hand_over set state = case when is_taken then 'accepted' else 'declined' end, answered_at = now(),
         answer_text = case when is_taken then null else why end, version = version + 1
   where kommun_code = here and id = of_id;
  perform kompass.record_audit(asked.child_id, 'person', kompass.actor()::text, 'people.answerHandOver', 'overlamning',
                               asked.child_id, null, array['hand_over', 'child_relation']);
  return true;
end $$;
--> statement-breakpoint
-- For whoever is Barnkontakt at a place: from whom children who have come there are still to be taken over. No child
-- is named: that a child is followed is told by the Barnkontakt of now, with the family's yes.
create function kompass.to_take_over(on_day date) returns table (
  person_id uuid, name text, title text, unit_name text, children integer, since date
) language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.given_name || ' ' || p.family_name, p.title, u.name, count(*)::int, min(date_trunc('month', s.valid_from))::date
    from person me
    join placement s on s.kommun_code = me.kommun_code and s.unit_id = me.unit_id
     and s.valid_from <= on_day and s.valid_from > on_day - 92 and (s.valid_to is null or s.valid_to >= on_day)
    join child c on c.kommun_code = s.kommun_code and c.id = s.child_id and c.closed_on is null
     and c.protected_identity = 'ingen'
    join child_relation r on r.kommun_code = c.kommun_code and r.child_id = c.id and r.kind = 'barnkontakt'
     and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
    join person p on p.kommun_code = r.kommun_code and p.id = r.person_id and p.unit_id <> me.unit_id
    join unit u on u.kommun_code = p.kommun_code and u.id = p.unit_id
   where me.kommun_code = kompass.kommun() and me.id = kompass.actor() and kompass.i_hold_role('barnkontakt')
     and not exists (select 1 from hand_over h where h.kommun_code = c.kommun_code and h.child_id = c.id
                        and h.state = 'pending')
   group by p.id, p.given_name, p.family_name, p.title, u.name
   order by 5 desc, 2 $$;
--> statement-breakpoint
-- How many children have been left with somebody who no longer works or no longer has the role. A number, no child.
create function kompass.left_behind(on_day date) returns table (person_id uuid, kind text, children integer)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not kompass.i_hold_role('administrator') then
    raise exception 'not_administrator' using errcode = '42501';
  end if;
  return query
  select r.person_id, r.kind, count(*)::int
    from child_relation r
    join child c on c.kommun_code = r.kommun_code and c.id = r.child_id and c.closed_on is null
    join person p on p.kommun_code = r.kommun_code and p.id = r.person_id
   where r.kommun_code = kompass.kommun() and r.kind in ('barnkontakt', 'stodsamordnare')
     and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
     and (p.disabled_at is not null or not kompass.holds_role(p.id, r.kind, on_day))
   group by r.person_id, r.kind;
end $$;
--> statement-breakpoint
create function kompass.holds_role(of_person uuid, of_role text, on_day date) returns boolean language sql stable
  security definer set search_path = public, pg_temp as $$
  select exists (select 1 from person_role r
                  where r.kommun_code = kompass.kommun() and r.person_id = of_person and r.role = of_role
                    and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)) $$;
--> statement-breakpoint
-- All children who were left are given to one successor, who alone is told which they are. Each child's log says by whom.
create function kompass.appoint_successor(of_person uuid, of_kind text, successor uuid, on_day date) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  of_child uuid;
  given integer := 0;
begin
  if not kompass.i_hold_role('administrator') then
    raise exception 'not_administrator' using errcode = '42501';
  end if;
  if of_kind not in ('barnkontakt', 'stodsamordnare') or successor = kompass.actor() or successor = of_person
     or not kompass.holds_role(successor, of_kind, on_day)
     or exists (select 1 from person p where p.kommun_code = here and p.id = successor and p.disabled_at is not null) then
    raise exception 'no_successor' using errcode = 'KP067';
  end if;
  if exists (select 1 from person p where p.kommun_code = here and p.id = successor and p.login_given_by = kompass.actor())
     or exists (select 1 from person_role r where r.kommun_code = here and r.person_id = successor and r.role = of_kind
                   and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
                   and r.granted_by = kompass.actor()) then
    raise exception 'own_making' using errcode = 'KP069';
  end if;
  if not exists (select 1 from person p where p.kommun_code = here and p.id = of_person
                    and (p.disabled_at is not null or not kompass.holds_role(p.id, of_kind, on_day))) then
    raise exception 'still_responsible' using errcode = 'KP068';
  end if;
  for of_child in
    select r.child_id from child_relation r
      join child c on c.kommun_code = r.kommun_code and c.id = r.child_id and c.closed_on is null
     where r.kommun_code = here and r.person_id = of_person and r.kind = of_kind
       and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day)
     order by r.child_id
  loop
    update hand_over set state = 'withdrawn', answered_at = now(), version = version + 1
     where kommun_code = here and child_id = of_child and state = 'pending';
    perform kompass.replace_responsible(of_child, of_kind, successor, gen_random_uuid(), on_day, null);
    perform kompass.record_audit(of_child, 'person', kompass.actor()::text, 'administration.appointSuccessor', 'overlamning',
                                 of_child, null, array['child_relation']);
    given := given + 1;
  end loop;
  return given;
end $$;
--> statement-breakpoint
-- What was recorded before a relation that was handed over without it stays closed, until the family's written consent
-- opens the child to its Barnteam.
create function kompass.my_closed_past() returns uuid[] language plpgsql stable security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  me constant uuid := kompass.actor();
  only_child uuid;
  today date;
begin
  if not exists (select 1 from child_relation r
                  where r.kommun_code = here and r.person_id = me and r.reads_from is not null) then
    return '{}';
  end if;
  only_child := kompass.about();
  today := kompass.today();
  return array(
    select r.child_id from child_relation r
     where r.kommun_code = here and r.person_id = me and (only_child is null or r.child_id = only_child)
       and r.valid_from <= today and (r.valid_to is null or r.valid_to >= today)
     group by r.child_id
    having coalesce(bool_and(r.reads_from is not null) filter (where r.kind <> 'samtalsledare'),
                    bool_and(r.reads_from is not null))
       and not kompass.is_covered_by_consent(r.child_id, 'skriftligt_barnteam', today));
end $$;
--> statement-breakpoint
create function kompass.my_open_rounds() returns uuid[] language sql stable security definer
  set search_path = public, pg_temp as $$
  select coalesce(array_agg(c.id), '{}') from child_relation r
    join compass c on c.kommun_code = r.kommun_code and c.child_id = r.child_id and c.opened_on >= r.reads_from
   where r.kommun_code = kompass.kommun() and r.person_id = kompass.actor()
     and r.valid_from <= kompass.today() and (r.valid_to is null or r.valid_to >= kompass.today()) $$;
--> statement-breakpoint
create function kompass.my_reading_day(of_child uuid) returns date language sql stable security definer
  set search_path = public, pg_temp as $$
  select min(r.reads_from) from child_relation r
   where r.kommun_code = kompass.kommun() and r.person_id = kompass.actor() and r.child_id = of_child
     and r.valid_from <= kompass.today() and (r.valid_to is null or r.valid_to >= kompass.today()) $$;
--> statement-breakpoint
grant select on compass to kompass_access;
--> statement-breakpoint
create policy access_reads on compass for select to kompass_access using (true);
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['assessment', 'area_thought', 'conversation', 'signal'] loop
    execute format('create policy app_reads_from on %I as restrictive for select to kompass_app
      using (child_id <> all((select kompass.my_closed_past())::uuid[])
             or compass_id = any((select kompass.my_open_rounds())::uuid[]))', t);
  end loop;
end $$;
--> statement-breakpoint
create policy app_reads_from on compass as restrictive for select to kompass_app
  using (child_id <> all((select kompass.my_closed_past())::uuid[]) or opened_on >= kompass.my_reading_day(child_id));
--> statement-breakpoint
create policy app_reads_from on assessment_comment as restrictive for select to kompass_app
  using (child_id <> all((select kompass.my_closed_past())::uuid[])
         or exists (select 1 from assessment a where a.kommun_code = assessment_comment.kommun_code
                       and a.child_id = assessment_comment.child_id and a.id = assessment_comment.assessment_id));
--> statement-breakpoint
create policy app_reads_from on support as restrictive for select to kompass_app
  using (child_id <> all((select kompass.my_closed_past())::uuid[]) or starts_on >= kompass.my_reading_day(child_id));
--> statement-breakpoint
create policy app_reads_from on life_event as restrictive for select to kompass_app
  using (child_id <> all((select kompass.my_closed_past())::uuid[]) or happened_on >= kompass.my_reading_day(child_id));
--> statement-breakpoint
-- The log of administration: who changed which fields of which place, person or team.
create function kompass.audit_administration(in_verb text, in_fields text[]) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$ begin
  perform kompass.record_audit('00000000-0000-7000-8000-0000000ad111'::uuid, 'person', kompass.actor()::text,
                               in_verb, 'administration', null, null, in_fields);
end $$;
--> statement-breakpoint
create function kompass.list_administration_log(most integer) returns table (
  at timestamptz, person_id uuid, verb text, fields text[]
) language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
  if not kompass.i_hold_role('administrator', 'loggranskare') then
    raise exception 'not_administrator' using errcode = '42501';
  end if;
  return query
  select l.at, a.actor_id, l.verb, l.fields from audit_log l
    left join audit_actor a on a.kommun_code = l.kommun_code and a.alias::text = l.actor
   where l.kommun_code = kompass.kommun() and l.chain = '00000000-0000-7000-8000-0000000ad111'::uuid
     and l.verb like 'administration.%'
   order by l.sequence desc limit most;
end $$;
--> statement-breakpoint
-- Where a pupil is today by the register, among the places that take part.
create function kompass.pupil_places(of_pupil text, on_day date) returns table (unit_id uuid, since date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select o.unit_id, max(coalesce(p.start_date, on_day)) from register_placement p
    join register_organisation o on o.kommun_code = p.kommun_code and o.source_id = p.organisation_source_id
   where p.kommun_code = kompass.kommun() and p.pupil_source_id = of_pupil and o.unit_id is not null
     and coalesce(p.start_date, on_day) <= on_day and (p.end_date is null or p.end_date >= on_day)
   group by o.unit_id $$;
--> statement-breakpoint
-- Whether the child that a pupil is followed as is protected here, by what staff know beside the register: told of to
-- nobody but whoever is responsible for it.
create function kompass.is_hidden_pupil(of_child uuid) returns boolean language plpgsql stable security definer
  set search_path = public, pg_temp as $$
begin
  return of_child is not null
     and exists (select 1 from child c where c.kommun_code = kompass.kommun() and c.id = of_child
                    and c.protected_identity <> 'ingen')
     and of_child <> all(kompass.my_responsibility());
end $$;
--> statement-breakpoint
-- A pupil looked up by name or number by the Barnkontakt of the very unit where the pupil is; never one with protected
-- identity, and never a list: a few hits, or none when there are more.
create function kompass.find_pupil(by_given text, by_family text, by_digest bytea, on_day date) returns table (
  source_id text, given_name text, family_name text, birth_date date, unit_id uuid
) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  own_unit uuid;
begin
  select p.unit_id into own_unit from person p where p.kommun_code = here and p.id = kompass.actor();
  if own_unit is null or not kompass.i_hold_role('barnkontakt') then return; end if;
  return query
  select r.source_id, r.given_name, r.family_name, r.birth_date, own_unit
    from register_person r
   where r.kommun_code = here and r.marking = 'ingen' and not kompass.is_hidden_pupil(r.child_id)
     and case when by_digest is not null then r.civic_digest = by_digest
              else char_length(by_family) >= 2
                   and lower(r.family_name) = lower(by_family)
                   and (by_given = '' or lower(left(r.given_name, char_length(by_given))) = lower(by_given)) end
     and exists (select 1 from kompass.pupil_places(r.source_id, on_day) here_now where here_now.unit_id = own_unit)
   order by r.family_name, r.given_name, r.birth_date limit 20;
end $$;
--> statement-breakpoint
-- Whether the actor is Barnkontakt at a place that the register tells of: then a pupil can be looked up there.
create function kompass.register_reaches_me() returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select kompass.i_hold_role('barnkontakt') and exists (
    select 1 from person p join register_organisation o on o.kommun_code = p.kommun_code and o.unit_id = p.unit_id
     where p.kommun_code = kompass.kommun() and p.id = kompass.actor()) $$;
--> statement-breakpoint
-- The adults the register calls responsible for a followed child, as candidates; one with protected identity without name.
create function kompass.note_candidates_of(pupil text, of_child uuid) returns integer language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  noted integer;
  gone integer;
begin
  insert into guardian_candidate as c (kommun_code, child_id, source_id, name, relation_source)
  select here, of_child, s.adult_source_id,
         case when a.marking = 'ingen' then a.given_name || ' ' || a.family_name end, s.relation_source
    from register_responsible s
    join register_person a on a.kommun_code = s.kommun_code and a.source_id = s.adult_source_id
   where s.kommun_code = here and s.pupil_source_id = pupil
  on conflict (kommun_code, child_id, source_id) do update
     set name = excluded.name, relation_source = excluded.relation_source, is_gone = false, version = c.version + 1
   where (c.name, c.relation_source, c.is_gone) is distinct from (excluded.name, excluded.relation_source, false);
  get diagnostics noted = row_count;
  update guardian_candidate c set is_gone = true, version = c.version + 1
   where c.kommun_code = here and c.child_id = of_child and not c.is_gone
     and not exists (select 1 from register_responsible s
                      where s.kommun_code = here and s.pupil_source_id = pupil and s.adult_source_id = c.source_id);
  get diagnostics gone = row_count;
  return noted + gone;
end $$;
--> statement-breakpoint
create function kompass.note_candidates(of_child uuid) returns integer language plpgsql security definer
  set search_path = public, pg_temp as $$
declare
  pupil constant text := (
    select r.source_id from register_person r where r.kommun_code = kompass.kommun() and r.child_id = of_child);
begin
  return case when pupil is null then 0 else kompass.note_candidates_of(pupil, of_child) end;
end $$;
--> statement-breakpoint
-- Ties a child that was just registered to the pupil it was looked up as. What the register says of protection holds
-- from the same moment. Whether a colleague follows the pupil already is not told: then the tie stays as it was, and
-- all else is the same.
create function kompass.link_pupil(of_child uuid, of_pupil text, on_day date) returns boolean
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  own_unit uuid;
begin
  select p.unit_id into own_unit from person p where p.kommun_code = here and p.id = kompass.actor();
  if of_child <> all(kompass.my_responsibility()) or not kompass.i_hold_role('barnkontakt')
     or not exists (select 1 from kompass.pupil_places(of_pupil, on_day) now_at where now_at.unit_id = own_unit) then
    return false;
  end if;
  if not exists (select 1 from register_person r where r.kommun_code = here and r.source_id = of_pupil
                    and r.marking = 'ingen' and not kompass.is_hidden_pupil(r.child_id)) then
    return false;
  end if;
  update register_person set child_id = of_child
   where kommun_code = here and source_id = of_pupil and child_id is null;
  perform kompass.note_candidates_of(of_pupil, of_child);
  return true;
end $$;
--> statement-breakpoint
grant update (child_id) on register_person to kompass_access;
--> statement-breakpoint
grant insert, update on guardian_candidate to kompass_access;
--> statement-breakpoint
create policy access_links on register_person for update to kompass_access using (true) with check (true);
--> statement-breakpoint
create policy access_notes on guardian_candidate for insert to kompass_access with check (true);
--> statement-breakpoint
create policy access_notes_again on guardian_candidate for update to kompass_access using (true) with check (true);
--> statement-breakpoint
-- Staff of the places that take part, by the register: suggestions for the administrator, who decides.
create function kompass.list_duties(on_day date) returns table (
  source_id text, person_source_id text, given_name text, family_name text, login_keys text[], role_source text,
  unit_id uuid, unit_name text, person_id uuid, roles text[]
) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
begin
  if not kompass.i_hold_role('administrator') then
    raise exception 'not_administrator' using errcode = '42501';
  end if;
  return query
  select d.source_id, d.person_source_id, s.given_name, s.family_name, s.login_keys, d.role_source, u.id, u.name, p.id,
         array(select r.role from person_role r where r.kommun_code = here and r.person_id = p.id
                  and r.valid_from <= on_day and (r.valid_to is null or r.valid_to >= on_day) order by r.role)
    from register_duty d
    join register_organisation o on o.kommun_code = d.kommun_code and o.source_id = d.organisation_source_id
    join unit u on u.kommun_code = o.kommun_code and u.id = o.unit_id
    join register_person s on s.kommun_code = d.kommun_code and s.source_id = d.person_source_id and s.marking = 'ingen'
    left join person p on p.kommun_code = d.kommun_code and p.login_key = any(s.login_keys) and p.disabled_at is null
   where d.kommun_code = here and coalesce(d.start_date, on_day) <= on_day and (d.end_date is null or d.end_date >= on_day)
   order by u.name, s.family_name, s.given_name, d.source_id;
end $$;
--> statement-breakpoint
-- Protection holds in the transaction that writes what the register says, whoever writes it. It is raised by the
-- register and lowered by people only.
create function kompass.obey_marking() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  strength constant text[] := array['ingen', 'sekretessmarkering', 'skyddad_folkbokforing'];
begin
  if new.marking <> 'ingen' then
    update guardian_candidate set name = null, version = version + 1
     where kommun_code = new.kommun_code and source_id = new.source_id and name is not null;
  end if;
  if new.child_id is null then return null; end if;
  update child set protected_identity = new.marking, version = version + 1
   where kommun_code = new.kommun_code and id = new.child_id
     and array_position(strength, new.marking) > array_position(strength, protected_identity);
  if found then
    insert into register_notice (kommun_code, child_id, id, kind, occurred_on)
    values (new.kommun_code, new.child_id, gen_random_uuid(), 'marking_raised', kompass.today());
  elsif tg_op = 'UPDATE' and new.marking = 'ingen' and old.marking <> 'ingen' then
    insert into register_notice (kommun_code, child_id, id, kind, occurred_on)
    values (new.kommun_code, new.child_id, gen_random_uuid(), 'marking_lifted', kompass.today());
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger register_person_marking_is_obeyed after insert or update of marking, child_id on register_person
  for each row execute function kompass.obey_marking();
--> statement-breakpoint
grant update (protected_identity, version) on child to kompass_access;
--> statement-breakpoint
create policy access_protects on child for update to kompass_access using (true) with check (true);
--> statement-breakpoint
grant insert on register_notice to kompass_access;
--> statement-breakpoint
create policy access_tells on register_notice for insert to kompass_access with check (true);
--> statement-breakpoint
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = 'kompass' and p.prosecdef
              and p.proname = any(array['is_standing_team', 'stands_to_children', 'keep_an_administrator',
                'is_administrator', 'keep_a_responsible', 'my_hand_overs', 'replace_responsible', 'answer_hand_over',
                'to_take_over', 'left_behind', 'holds_role', 'appoint_successor', 'reads_child_from', 'keep_the_past_closed',
                'is_hidden_pupil', 'note_candidates_of', 'my_closed_past', 'my_open_rounds',
                'my_reading_day', 'audit_administration', 'list_administration_log', 'pupil_places', 'find_pupil', 'is_trusted',
                'note_candidates', 'link_pupil', 'list_duties', 'obey_marking', 'register_reaches_me']) loop
    execute format('alter function %s owner to kompass_access', f);
    execute format('revoke execute on function %s from public', f);
  end loop;
end $$;
--> statement-breakpoint
grant execute on function kompass.is_standing_team, kompass.stands_to_children, kompass.is_administrator, kompass.is_trusted,
  kompass.my_hand_overs, kompass.answer_hand_over, kompass.to_take_over, kompass.left_behind, kompass.holds_role,
  kompass.appoint_successor, kompass.my_closed_past, kompass.my_open_rounds, kompass.my_reading_day,
  kompass.audit_administration, kompass.list_administration_log, kompass.find_pupil, kompass.link_pupil,
  kompass.list_duties, kompass.register_reaches_me to kompass_app;
--> statement-breakpoint
grant execute on function kompass.note_candidates, kompass.pupil_places, kompass.is_administrator to kompass_job;
