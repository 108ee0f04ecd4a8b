CREATE SCHEMA "sealed";
--> statement-breakpoint
CREATE SCHEMA "statistics";
--> statement-breakpoint
CREATE TABLE "statistics"."release" (
	"kommun_code" char(4) NOT NULL,
	"id" text NOT NULL,
	"released_on" date NOT NULL,
	"head" jsonb NOT NULL,
	"document" text NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "release_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "release_hash_of_document" CHECK (encode(sha256(convert_to("statistics"."release"."document", 'UTF8')), 'hex') = "statistics"."release"."sha256")
);
--> statement-breakpoint
CREATE TABLE "sealed"."release_draft" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"state" text NOT NULL,
	"periods" text[] NOT NULL,
	"requested_by" uuid,
	"requested_at" timestamp with time zone DEFAULT now() NOT NULL,
	"release_id" text,
	"made_at" timestamp with time zone,
	"seconds" double precision,
	"document" text,
	"sha256" text,
	"truth" jsonb,
	"audit" jsonb,
	"failure" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	CONSTRAINT "release_draft_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "release_draft_state_known" CHECK ("sealed"."release_draft"."state" in ('requested', 'draft', 'failed', 'approved', 'withdrawn')),
	CONSTRAINT "release_draft_hash_of_document" CHECK (encode(sha256(convert_to("sealed"."release_draft"."document", 'UTF8')), 'hex') = "sealed"."release_draft"."sha256"),
	CONSTRAINT "release_draft_made_whole" CHECK ("sealed"."release_draft"."state" not in ('draft', 'approved') or "sealed"."release_draft"."document" is not null),
	CONSTRAINT "release_draft_second_person" CHECK ("sealed"."release_draft"."state" <> 'approved' or ("sealed"."release_draft"."decided_by" is not null and "sealed"."release_draft"."decided_by" is distinct from "sealed"."release_draft"."requested_by")),
	CONSTRAINT "release_draft_failure_length" CHECK (char_length("sealed"."release_draft"."failure") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "sealed"."release_key" (
	"kommun_code" char(4) PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statistics"."release_part" (
	"kommun_code" char(4) NOT NULL,
	"release_id" text NOT NULL,
	"table_name" text NOT NULL,
	"level" text NOT NULL,
	"cells" json NOT NULL,
	CONSTRAINT "release_part_kommun_code_release_id_table_name_level_pk" PRIMARY KEY("kommun_code","release_id","table_name","level")
);
--> statement-breakpoint
CREATE TABLE "sealed"."release_series" (
	"kommun_code" char(4) NOT NULL,
	"draft_id" uuid NOT NULL,
	"series" text NOT NULL,
	"certificate" json NOT NULL,
	"cells" jsonb NOT NULL,
	"audit" jsonb NOT NULL,
	CONSTRAINT "release_series_kommun_code_draft_id_series_pk" PRIMARY KEY("kommun_code","draft_id","series")
);
--> statement-breakpoint
ALTER TABLE "statistics"."release_part" ADD CONSTRAINT "release_part_kommun_code_release_id_release_kommun_code_id_fk" FOREIGN KEY ("kommun_code","release_id") REFERENCES "statistics"."release"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed"."release_series" ADD CONSTRAINT "release_series_kommun_code_draft_id_release_draft_kommun_code_id_fk" FOREIGN KEY ("kommun_code","draft_id") REFERENCES "sealed"."release_draft"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "release_draft_one_open" ON "sealed"."release_draft" USING btree ("kommun_code") WHERE "sealed"."release_draft"."state" in ('requested', 'draft');
--> statement-breakpoint
-- An approved release is never changed: nobody is granted it, and the owner is refused too.
create function kompass.refuse_changed_release() returns trigger language plpgsql as $$
begin
  raise exception 'release_frozen' using errcode = 'KP004';
end $$;
--> statement-breakpoint
-- A draft moves forward once; what was decided about it stands.
create function kompass.refuse_reopened_draft() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('approved', 'withdrawn', 'failed')
     or (old.state = 'draft' and (new.state = 'requested' or
         (new.document, new.sha256, new.truth, new.audit, new.requested_by, new.periods, new.release_id)
         is distinct from
         (old.document, old.sha256, old.truth, old.audit, old.requested_by, old.periods, old.release_id))) then
    raise exception 'release_frozen' using errcode = 'KP004';
  end if;
  return new;
end $$;
--> statement-breakpoint
create trigger release_is_frozen before update or delete on statistics.release
  for each row execute function kompass.refuse_changed_release();
--> statement-breakpoint
create trigger release_is_kept before truncate on statistics.release
  for each statement execute function kompass.refuse_changed_release();
--> statement-breakpoint
create trigger release_part_is_frozen before update or delete on statistics.release_part
  for each row execute function kompass.refuse_changed_release();
--> statement-breakpoint
create trigger release_part_is_kept before truncate on statistics.release_part
  for each statement execute function kompass.refuse_changed_release();
--> statement-breakpoint
create trigger release_series_is_frozen before update or delete on sealed.release_series
  for each row execute function kompass.refuse_changed_release();
--> statement-breakpoint
create trigger release_series_is_kept before truncate on sealed.release_series
  for each statement execute function kompass.refuse_changed_release();
--> statement-breakpoint
create trigger release_draft_goes_forward before update or delete on sealed.release_draft
  for each row execute function kompass.refuse_reopened_draft();
--> statement-breakpoint
grant usage on schema statistics to kompass_stats, kompass_access, kompass_job;
--> statement-breakpoint
grant usage on schema sealed to kompass_app, kompass_access, kompass_job;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['statistics.release', 'statistics.release_part', 'sealed.release_draft',
    'sealed.release_series', 'sealed.release_key'] loop
    execute format('alter table %s enable row level security', t);
    execute format('alter table %s force row level security', t);
    execute format('create policy job_within_kommun on %s to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
    execute format('grant select on %s to kompass_job', t);
  end loop;
  foreach t in array array['statistics.release', 'statistics.release_part', 'sealed.release_draft'] loop
    execute format('create policy access_decides on %s to kompass_access using (true) with check (true)', t);
    execute format('grant select on %s to kompass_access', t);
  end loop;
  foreach t in array array['statistics.release', 'statistics.release_part'] loop
    -- Not by kompass.kommun(): the schema with the functions that read relations is closed to this role.
    execute format($policy$create policy statistics_own_kommun on %s for select to kompass_stats
      using (kommun_code = nullif(current_setting('kompass.kommun'), '')::char(4))$policy$, t);
    execute format('grant select on %s to kompass_stats', t);
    execute format('grant insert on %s to kompass_access', t);
  end loop;
end $$;
--> statement-breakpoint
grant insert on sealed.release_draft, sealed.release_series, sealed.release_key to kompass_job;
--> statement-breakpoint
grant update on sealed.release_draft to kompass_job, kompass_access;
--> statement-breakpoint
-- The statistics officer alone sees what is sealed, and asks for a release; a job makes it.
grant select, insert on sealed.release_draft to kompass_app;
--> statement-breakpoint
create policy app_officer_reads on sealed.release_draft for select to kompass_app
  using (kommun_code = kompass.kommun() and (select kompass.i_hold_role('statistikansvarig')));
--> statement-breakpoint
create policy app_officer_asks on sealed.release_draft for insert to kompass_app
  with check (kommun_code = kompass.kommun() and (select kompass.i_hold_role('statistikansvarig'))
    and requested_by = kompass.actor() and state = 'requested' and document is null);
--> statement-breakpoint
-- The draft that an officer may decide about now, locked.
create function kompass.open_release_draft(of_draft uuid) returns sealed.release_draft
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found_draft sealed.release_draft;
begin
  if not kompass.i_hold_role('statistikansvarig') then
    raise exception 'not_statistikansvarig' using errcode = '42501';
  end if;
  select * into found_draft from sealed.release_draft d
   where d.kommun_code = kompass.kommun() and d.id = of_draft and d.state in ('requested', 'draft') for update;
  if not found then raise exception 'release_not_open' using errcode = 'KP005'; end if;
  return found_draft;
end $$;
--> statement-breakpoint
-- A second person approves exactly what was looked through. The day may be given by a job only.
create function kompass.approve_release(of_draft uuid, looked_at text, on_day date default null) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  draft sealed.release_draft := kompass.open_release_draft(of_draft);
  content jsonb; day date := kompass.today(); approver text;
begin
  if draft.state <> 'draft' or draft.sha256 is distinct from looked_at then
    raise exception 'release_not_open' using errcode = 'KP005';
  end if;
  if draft.requested_by = kompass.actor() then
    raise exception 'same_person' using errcode = 'KP006';
  end if;
  if on_day is not null and session_user = 'kompass_job' then day := on_day; end if;
  select p.given_name || ' ' || p.family_name into approver from public.person p
   where p.kommun_code = draft.kommun_code and p.id = kompass.actor();
  content := draft.document::jsonb;
  insert into statistics.release (kommun_code, id, released_on, head, document, sha256)
  values (draft.kommun_code, draft.release_id, day,
          (content - 'cells') || jsonb_build_object('releasedOn', day::text, 'approvedBy', approver, 'sha256', draft.sha256),
          draft.document, draft.sha256);
  insert into statistics.release_part (kommun_code, release_id, table_name, level, cells)
  select draft.kommun_code, draft.release_id, cell.value ->> 'table', place.value ->> 'level',
         jsonb_agg(cell.value order by cell.ordinality)::json
    from jsonb_array_elements(content -> 'cells') with ordinality cell
    join jsonb_array_elements(content -> 'places') place on place.value ->> 'code' = cell.value ->> 'unit'
   group by 3, 4;
  if (select coalesce(sum(json_array_length(p.cells)), 0) from statistics.release_part p
       where p.kommun_code = draft.kommun_code and p.release_id = draft.release_id)
     <> jsonb_array_length(content -> 'cells') then
    raise exception 'release_cells_without_place' using errcode = 'KP005';
  end if;
  update sealed.release_draft set state = 'approved', decided_by = kompass.actor(), decided_at = now()
   where kommun_code = draft.kommun_code and id = draft.id;
  return draft.release_id;
end $$;
--> statement-breakpoint
create function kompass.withdraw_release(of_draft uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare draft sealed.release_draft := kompass.open_release_draft(of_draft);
begin
  update sealed.release_draft set state = 'withdrawn', decided_by = kompass.actor(), decided_at = now()
   where kommun_code = draft.kommun_code and id = draft.id;
end $$;
--> statement-breakpoint
do $$
declare f text;
begin
  foreach f in array array['kompass.open_release_draft(uuid)', 'kompass.approve_release(uuid, text, date)',
    'kompass.withdraw_release(uuid)'] loop
    execute format('alter function %s owner to kompass_access', f);
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to kompass_app, kompass_job, kompass_access', f);
  end loop;
end $$;
--> statement-breakpoint
-- Whoever makes releases is told when one is asked for.
create function kompass.tell_of_release() returns trigger language plpgsql as $$
begin
  perform pg_notify('kompass_release', new.kommun_code);
  return new;
end $$;
--> statement-breakpoint
create trigger release_draft_is_told after insert on sealed.release_draft
  for each row execute function kompass.tell_of_release();
--> statement-breakpoint
-- Releases that were asked for while nobody made any: the job role sees one kommun at a time.
create function kompass.waiting_releases() returns table (kommun_code char(4), id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select d.kommun_code, d.id from sealed.release_draft d where d.state = 'requested' order by d.requested_at $$;
--> statement-breakpoint
alter function kompass.waiting_releases owner to kompass_access;
--> statement-breakpoint
revoke execute on function kompass.waiting_releases from public;
--> statement-breakpoint
grant execute on function kompass.waiting_releases to kompass_job;
