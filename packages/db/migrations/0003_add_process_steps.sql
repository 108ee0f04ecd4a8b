CREATE TABLE "home_visit" (
	"kommun_code" char(4) NOT NULL,
	"unit_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"visit_number" smallint NOT NULL,
	"offered" integer NOT NULL,
	"accepted" integer NOT NULL,
	"done" integer NOT NULL,
	CONSTRAINT "home_visit_kommun_code_unit_id_quarter_visit_number_pk" PRIMARY KEY("kommun_code","unit_id","quarter","visit_number"),
	CONSTRAINT "home_visit_quarter_form" CHECK ("home_visit"."quarter" ~ '^(19|20)[0-9]{2}Q[1-4]$'),
	CONSTRAINT "home_visit_number_known" CHECK ("home_visit"."visit_number" between 1 and 6),
	CONSTRAINT "home_visit_counts_fit" CHECK ("home_visit"."accepted" between 0 and "home_visit"."offered" and "home_visit"."done" between 0 and "home_visit"."offered")
);
--> statement-breakpoint
CREATE TABLE "process_step" (
	"kommun_code" char(4) NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"id" uuid NOT NULL,
	"detail" text,
	"unit_id" uuid,
	"age_group" text NOT NULL,
	"registered_on" date NOT NULL,
	"occurred_on" date NOT NULL,
	"source" text NOT NULL,
	"source_key" text,
	CONSTRAINT "process_step_kommun_code_child_id_kind_id_pk" PRIMARY KEY("kommun_code","child_id","kind","id"),
	CONSTRAINT "process_step_kind_known" CHECK ("process_step"."kind" in ('upptackarkort', 'barnkontakt_svar', 'barnsamtal', 'behovskompass', 'beslut', 'barnteam', 'uppfoljningssamtal', 'individuellt_barnteam', 'barnets_plan', 'uppfoljning', 'uppfoljning_forsenad', 'signal_raised', 'signal_decided', 'behov_uppfyllt', 'avslutat_annat')),
	CONSTRAINT "process_step_age_group_known" CHECK ("process_step"."age_group" in ('0-2,5', '1-6', '7-12', '13-16', 'utan_barnteam')),
	CONSTRAINT "process_step_source_known" CHECK ("process_step"."source" in ('app', 'import')),
	CONSTRAINT "process_step_detail_of_kind" CHECK (case "process_step"."kind" when 'upptackarkort' then "process_step"."detail" is not null and "process_step"."detail" in ('anmalan_socialtjanst', 'stod_egen_verksamhet', 'aktivera_barnkontakt') when 'beslut' then "process_step"."detail" is not null and "process_step"."detail" in ('stod_egen_verksamhet', 'barnteam', 'individuellt_barnteam') when 'individuellt_barnteam' then "process_step"."detail" is null or "process_step"."detail" in ('beslut', 'barnteam', 'uppfoljningssamtal') when 'avslutat_annat' then "process_step"."detail" is null or "process_step"."detail" in ('avbojt', 'samtycke_aterkallat', 'flytt', 'alder', 'annat') else "process_step"."detail" is null end),
	CONSTRAINT "process_step_occurred_before_registered" CHECK ("process_step"."occurred_on" <= "process_step"."registered_on"),
	CONSTRAINT "process_step_source_key_length" CHECK (char_length("process_step"."source_key") <= 200)
);
--> statement-breakpoint
CREATE TABLE "training" (
	"kommun_code" char(4) NOT NULL,
	"unit_id" uuid NOT NULL,
	"quarter" text NOT NULL,
	"step" smallint NOT NULL,
	"trained" integer NOT NULL,
	CONSTRAINT "training_kommun_code_unit_id_quarter_step_pk" PRIMARY KEY("kommun_code","unit_id","quarter","step"),
	CONSTRAINT "training_quarter_form" CHECK ("training"."quarter" ~ '^(19|20)[0-9]{2}Q[1-4]$'),
	CONSTRAINT "training_step_known" CHECK ("training"."step" between 1 and 4),
	CONSTRAINT "training_count_whole" CHECK ("training"."trained" >= 0)
);
--> statement-breakpoint
CREATE TABLE "unit_population" (
	"kommun_code" char(4) NOT NULL,
	"unit_id" uuid NOT NULL,
	"age_group" text NOT NULL,
	"quarter" text,
	"children" integer NOT NULL,
	CONSTRAINT "unit_population_once" UNIQUE NULLS NOT DISTINCT("kommun_code","unit_id","age_group","quarter"),
	CONSTRAINT "unit_population_age_group_known" CHECK ("unit_population"."age_group" in ('0-2,5', '1-6', '7-12', '13-16', 'utan_barnteam')),
	CONSTRAINT "unit_population_quarter_form" CHECK ("unit_population"."quarter" ~ '^(19|20)[0-9]{2}Q[1-4]$'),
	CONSTRAINT "unit_population_count_whole" CHECK ("unit_population"."children" >= 0)
);
--> statement-breakpoint
ALTER TABLE "home_visit" ADD CONSTRAINT "home_visit_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_step" ADD CONSTRAINT "process_step_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_step" ADD CONSTRAINT "process_step_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "training" ADD CONSTRAINT "training_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_population" ADD CONSTRAINT "unit_population_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "process_step_source_key_once" ON "process_step" USING btree ("kommun_code","source_key") WHERE "process_step"."source_key" is not null;
--> statement-breakpoint
-- Steps and the counts beside them: bound to one kommun, and a step to whoever stands to the child.
do $$
declare t text;
begin
  foreach t in array array['process_step', 'home_visit', 'training', 'unit_population'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('grant select, insert on %I to kompass_job', t);
    execute format('create policy job_within_kommun on %I to kompass_job
      using (kommun_code = kompass.kommun()) with check (kommun_code = kompass.kommun())', t);
  end loop;
end $$;
--> statement-breakpoint
-- A step is added to and never changed: nobody who logs in may update or delete one.
grant select, insert on process_step to kompass_app;
--> statement-breakpoint
create policy app_related on process_step to kompass_app
  using (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[]))
  with check (kommun_code = kompass.kommun() and child_id = any((select kompass.my_children())::uuid[]));
--> statement-breakpoint
-- That something was raised tells of earlier scores, which are closed to whoever fills in an uninfluenced follow-up.
create policy app_uninfluenced on process_step as restrictive for select to kompass_app
  using (kind not in ('signal_raised', 'signal_decided')
         or child_id <> all((select kompass.my_uninfluenced_children())::uuid[]));
--> statement-breakpoint
-- Counts that were read in wrongly are read in again; what is released has been copied by then.
grant update on home_visit, training, unit_population to kompass_job;
--> statement-breakpoint
-- The Barnteam group on a day, as `ageGroupAtEvent` of the domain has it; a test holds the two together.
create function kompass.barnteam_age_group(birth_date date, unit_kind text, on_day date) returns text
  language sql immutable parallel safe as $$
  select case
    when birth_date is null then
      case when unit_kind in ('mvc', 'bvc') then '0-2,5' when unit_kind = 'forskola' then '1-6'
           when unit_kind = 'grundskola' then '7-12' else 'utan_barnteam' end
    when months >= 17 * 12 then 'utan_barnteam'
    when months >= 13 * 12 then '13-16'
    when unit_kind = 'forskola' then '1-6'
    when unit_kind = 'grundskola' or months >= 7 * 12 then '7-12'
    when months < 30 then '0-2,5'
    else '1-6' end
  from (select (extract(year from on_day) - extract(year from birth_date)) * 12
               + extract(month from on_day) - extract(month from birth_date)
               - case when extract(day from on_day) < extract(day from birth_date) then 1 else 0 end as months) lived $$;
--> statement-breakpoint
-- Where a child counts on a day: at the unit it was placed at, at none with protected identity, and in which group.
-- Without a placement that early it is the first one, without any the unit it stands at now.
create function kompass.place_at_event(of_child uuid, on_day date) returns table (unit_id uuid, age_group text)
  language sql stable parallel safe as $$
  select case when c.protected_identity = 'ingen' then u.id end,
         kompass.barnteam_age_group(c.birth_date, u.kind, on_day)
    from child c
   cross join lateral (
     -- offset 0: reckoned once for the child, not once for every unit it might be.
     select coalesce(
       (select p.unit_id from placement p
         where p.kommun_code = c.kommun_code and p.child_id = c.id and p.valid_from <= on_day
         order by p.valid_from desc limit 1),
       (select p.unit_id from placement p
         where p.kommun_code = c.kommun_code and p.child_id = c.id order by p.valid_from limit 1),
       c.unit_id) as id offset 0) placed
    join unit u on u.kommun_code = c.kommun_code and u.id = placed.id
   where c.kommun_code = (select kompass.kommun()) and c.id = of_child $$;
--> statement-breakpoint
grant execute on function kompass.barnteam_age_group, kompass.place_at_event to kompass_app, kompass_job;
--> statement-breakpoint
-- Keeps that a round has been handed in, when its first rater does so, for whoever stands to the child: the child's
-- first compass, or a follow-up when something has been handed in in another round. Asked once for the child and not
-- by the policies of each table that is read: that took longer than writing the form.
create function kompass.record_round(of_child uuid, of_round uuid, occurred_on date, registered_on date) returns void
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
  is_follow_up boolean;
  place record;
begin
  if of_child <> all(kompass.my_children()) then
    raise exception 'not_related' using errcode = '42501';
  end if;
  if exists (select 1 from process_step s
              where s.kommun_code = here and s.child_id = of_child
                and s.kind in ('behovskompass', 'uppfoljning') and s.id = of_round) then
    return;
  end if;
  is_follow_up := exists (select 1 from assessment a
                           where a.kommun_code = here and a.child_id = of_child and a.compass_id <> of_round);
  select * into place from kompass.place_at_event(of_child, occurred_on);
  insert into process_step (kommun_code, child_id, kind, id, unit_id, age_group, registered_on, occurred_on, source)
  values (here, of_child, case when is_follow_up then 'uppfoljning' else 'behovskompass' end, of_round,
          place.unit_id, place.age_group, registered_on, occurred_on, 'app')
  on conflict do nothing;
end $$;
--> statement-breakpoint
alter function kompass.record_round owner to kompass_access;
--> statement-breakpoint
grant select on child, placement, assessment, process_step to kompass_access;
--> statement-breakpoint
grant insert on process_step to kompass_access;
--> statement-breakpoint
do $$
declare t text;
begin
  foreach t in array array['child', 'placement', 'assessment', 'process_step'] loop
    execute format('create policy access_reads on %I for select to kompass_access using (true)', t);
  end loop;
end $$;
--> statement-breakpoint
create policy access_writes on process_step for insert to kompass_access with check (true);
--> statement-breakpoint
-- What is asked before a form is opened, also by somebody from whom earlier scores are held back: whether the rater
-- has handed in in the round or that day, and whether the child has any compass. It tells no score.
create function kompass.rated_already(
  of_child uuid, of_round uuid, by_rater text, on_day date,
  out in_round boolean, out that_day boolean, out ever boolean
) language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  here constant char(4) := kompass.kommun();
begin
  if of_child <> all(kompass.my_children()) then
    raise exception 'not_related' using errcode = '42501';
  end if;
  select coalesce(bool_or(a.compass_id = of_round and a.rater = by_rater), false),
         coalesce(bool_or(a.rater = by_rater and a.assessed_on = on_day and a.is_current), false),
         count(*) > 0
    into in_round, that_day, ever
    from assessment a where a.kommun_code = here and a.child_id = of_child;
end $$;
--> statement-breakpoint
alter function kompass.rated_already owner to kompass_access;
