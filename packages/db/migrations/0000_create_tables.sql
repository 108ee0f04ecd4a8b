CREATE TABLE "audit_chain" (
	"kommun_code" char(4) NOT NULL,
	"chain" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_chain_kommun_code_chain_pk" PRIMARY KEY("kommun_code","chain")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"kommun_code" char(4) NOT NULL,
	"chain" uuid NOT NULL,
	"sequence" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"verb" text NOT NULL,
	"purpose" text NOT NULL,
	"child_id" uuid,
	"child_ids" uuid[],
	"fields" text[] NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_log_kommun_code_chain_sequence_pk" PRIMARY KEY("kommun_code","chain","sequence")
);
--> statement-breakpoint
CREATE TABLE "life_event" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"happened_on" date NOT NULL,
	"description" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "life_event_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "life_event_description_length" CHECK (char_length("life_event"."description") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "support" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"area" text NOT NULL,
	"kind" text NOT NULL,
	"description" text NOT NULL,
	"given_by" text NOT NULL,
	"status" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "support_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "support_area_known" CHECK ("support"."area" in ('omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas')),
	CONSTRAINT "support_kind_known" CHECK ("support"."kind" in ('extra_hembesok', 'extra_telefonsamtal', 'anvandarresa', 'hamtning_lamning', 'resursperson', 'annat')),
	CONSTRAINT "support_status_known" CHECK ("support"."status" in ('ska_sattas_in', 'pagaende', 'klart')),
	CONSTRAINT "support_runs_forward" CHECK ("support"."ends_on" is null or "support"."ends_on" >= "support"."starts_on"),
	CONSTRAINT "support_description_length" CHECK (char_length("support"."description") <= 2000),
	CONSTRAINT "support_given_by_length" CHECK (char_length("support"."given_by") <= 200)
);
--> statement-breakpoint
CREATE TABLE "agenda_item" (
	"kommun_code" char(4) NOT NULL,
	"meeting_id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"added_by" uuid NOT NULL,
	CONSTRAINT "agenda_item_kommun_code_meeting_id_child_id_pk" PRIMARY KEY("kommun_code","meeting_id","child_id"),
	CONSTRAINT "agenda_item_kind_known" CHECK ("agenda_item"."kind" in ('back_reporting', 'new_child'))
);
--> statement-breakpoint
CREATE TABLE "meeting" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"team_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"starts_at" text,
	"place" text,
	"state" text DEFAULT 'planned' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "meeting_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "meeting_state_known" CHECK ("meeting"."state" in ('planned', 'held', 'cancelled')),
	CONSTRAINT "meeting_time_form" CHECK ("meeting"."starts_at" ~ '^[0-2][0-9]:[0-5][0-9]$'),
	CONSTRAINT "meeting_place_length" CHECK (char_length("meeting"."place") <= 200)
);
--> statement-breakpoint
CREATE TABLE "team" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"age_group" text,
	"unit_id" uuid,
	"child_id" uuid,
	CONSTRAINT "team_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "team_kind_known" CHECK ("team"."kind" in ('barnteam', 'individuellt_barnteam')),
	CONSTRAINT "team_age_group_known" CHECK ("team"."age_group" in ('0-2,5', '1-6', '7-12', '13-16', 'utan_barnteam')),
	CONSTRAINT "team_individual_has_child" CHECK (("team"."kind" = 'individuellt_barnteam') = ("team"."child_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "team_member" (
	"kommun_code" char(4) NOT NULL,
	"team_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"part" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "team_member_kommun_code_team_id_person_id_valid_from_pk" PRIMARY KEY("kommun_code","team_id","person_id","valid_from")
);
--> statement-breakpoint
CREATE TABLE "assessment" (
	"kommun_code" char(4) NOT NULL,
	"child_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"compass_id" uuid NOT NULL,
	"rater_kind" text NOT NULL,
	"rater" text NOT NULL,
	"guardian_id" uuid,
	"version_number" smallint NOT NULL,
	"age_form" text,
	"assessed_on" date NOT NULL,
	"registered_on" date NOT NULL,
	"area_sums" smallint[] NOT NULL,
	"area_counts" smallint[] NOT NULL,
	"answers" text NOT NULL,
	"uninfluenced" boolean,
	"starting_area" text,
	"author_id" uuid,
	"revision" smallint DEFAULT 1 NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	"correction_reason" text,
	"submitted_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assessment_kommun_code_child_id_id_pk" PRIMARY KEY("kommun_code","child_id","id"),
	CONSTRAINT "assessment_revision_once" UNIQUE("kommun_code","compass_id","rater","revision"),
	CONSTRAINT "assessment_rater_kind_known" CHECK ("assessment"."rater_kind" in ('barn', 'vardnadshavare', 'barnteam', 'profession')),
	CONSTRAINT "assessment_starting_area_known" CHECK ("assessment"."starting_area" in ('omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas')),
	CONSTRAINT "assessment_assessed_before_registered" CHECK ("assessment"."assessed_on" <= "assessment"."registered_on"),
	CONSTRAINT "assessment_rater_of_kind" CHECK (split_part("assessment"."rater", ':', 1) = "assessment"."rater_kind"),
	CONSTRAINT "assessment_correction_has_reason" CHECK (("assessment"."revision" = 1) = ("assessment"."correction_reason" is null)),
	CONSTRAINT "assessment_correction_reason_length" CHECK (char_length("assessment"."correction_reason") <= 2000)
);
--> statement-breakpoint
CREATE TABLE "assessment_comment" (
	"kommun_code" char(4) NOT NULL,
	"child_id" uuid NOT NULL,
	"assessment_id" uuid NOT NULL,
	"area" text NOT NULL,
	"text" text NOT NULL,
	CONSTRAINT "assessment_comment_kommun_code_child_id_assessment_id_area_pk" PRIMARY KEY("kommun_code","child_id","assessment_id","area"),
	CONSTRAINT "assessment_comment_area_known" CHECK ("assessment_comment"."area" in ('omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas')),
	CONSTRAINT "assessment_comment_length" CHECK (char_length("assessment_comment"."text") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "compass" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"opened_on" date NOT NULL,
	"opened_by" uuid,
	"source_key" text,
	CONSTRAINT "compass_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "compass_source_key_once" UNIQUE("kommun_code","child_id","source_key"),
	CONSTRAINT "compass_kind_known" CHECK ("compass"."kind" in ('first', 'follow_up'))
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"compass_id" uuid NOT NULL,
	"rater" text NOT NULL,
	"guardian_id" uuid,
	"version_number" smallint NOT NULL,
	"age_form" text,
	"assessed_on" date NOT NULL,
	"author_id" uuid NOT NULL,
	"content" jsonb NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"saved_at" timestamp with time zone DEFAULT now() NOT NULL,
	"shown_anyway_at" timestamp with time zone,
	"shown_anyway_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "draft_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "draft_once_per_rater" UNIQUE("kommun_code","compass_id","rater"),
	CONSTRAINT "draft_shown_with_reason" CHECK (("draft"."shown_anyway_at" is null) = ("draft"."shown_anyway_reason" is null)),
	CONSTRAINT "draft_shown_reason_length" CHECK (char_length("draft"."shown_anyway_reason") <= 2000),
	CONSTRAINT "draft_content_size" CHECK (pg_column_size("draft"."content") < 200000)
);
--> statement-breakpoint
CREATE TABLE "instrument_statement" (
	"kommun_code" char(4) NOT NULL,
	"version_number" smallint NOT NULL,
	"position" smallint NOT NULL,
	"key" text NOT NULL,
	"area" text NOT NULL,
	"text" text,
	"text_en" text,
	"text_by_age_form" jsonb,
	"source" text NOT NULL,
	CONSTRAINT "instrument_statement_kommun_code_version_number_position_pk" PRIMARY KEY("kommun_code","version_number","position"),
	CONSTRAINT "statement_key_once" UNIQUE("kommun_code","version_number","area","key"),
	CONSTRAINT "statement_area_known" CHECK ("instrument_statement"."area" in ('omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas'))
);
--> statement-breakpoint
CREATE TABLE "instrument_version" (
	"kommun_code" char(4) NOT NULL,
	"number" smallint NOT NULL,
	"instrument" text NOT NULL,
	"version" text NOT NULL,
	"title" text NOT NULL,
	"text_status" text NOT NULL,
	"valid_from" date NOT NULL,
	CONSTRAINT "instrument_version_kommun_code_number_pk" PRIMARY KEY("kommun_code","number"),
	CONSTRAINT "instrument_version_once" UNIQUE("kommun_code","instrument","version"),
	CONSTRAINT "instrument_known" CHECK ("instrument_version"."instrument" in ('samtalsunderlag', 'skattningsformular')),
	CONSTRAINT "instrument_text_status_known" CHECK ("instrument_version"."text_status" in ('placeholder', 'official', 'without_text'))
);
--> statement-breakpoint
CREATE TABLE "statement_equivalence" (
	"kommun_code" char(4) NOT NULL,
	"instrument" text NOT NULL,
	"from_version" text NOT NULL,
	"to_version" text NOT NULL,
	"from_statement" text NOT NULL,
	"to_statement" text NOT NULL,
	CONSTRAINT "statement_equivalence_kommun_code_instrument_from_version_to_version_from_statement_to_statement_pk" PRIMARY KEY("kommun_code","instrument","from_version","to_version","from_statement","to_statement"),
	CONSTRAINT "equivalence_instrument_known" CHECK ("statement_equivalence"."instrument" in ('samtalsunderlag', 'skattningsformular'))
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"guardian_id" uuid,
	"step" text NOT NULL,
	"state" text NOT NULL,
	"decided_on" date NOT NULL,
	"valid_to" date,
	"paper_location" text,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "consent_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "consent_step_known" CHECK ("consent"."step" in ('muntligt', 'skriftligt_barnteam', 'skriftligt_individuellt')),
	CONSTRAINT "consent_state_known" CHECK ("consent"."state" in ('asked', 'given', 'declined', 'withdrawn')),
	CONSTRAINT "consent_written_has_paper" CHECK ("consent"."state" <> 'given' or "consent"."step" = 'muntligt' or char_length(btrim("consent"."paper_location")) > 0),
	CONSTRAINT "consent_paper_location_length" CHECK (char_length("consent"."paper_location") <= 400)
);
--> statement-breakpoint
CREATE TABLE "area_thought" (
	"kommun_code" char(4) NOT NULL,
	"child_id" uuid NOT NULL,
	"compass_id" uuid NOT NULL,
	"area" text NOT NULL,
	"concern" boolean,
	"target" numeric(3, 2),
	"work_on" boolean DEFAULT false NOT NULL,
	CONSTRAINT "area_thought_kommun_code_child_id_compass_id_area_pk" PRIMARY KEY("kommun_code","child_id","compass_id","area"),
	CONSTRAINT "area_thought_area_known" CHECK ("area_thought"."area" in ('omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas')),
	CONSTRAINT "area_thought_target_on_scale" CHECK ("area_thought"."target" between 1 and 5)
);
--> statement-breakpoint
CREATE TABLE "conversation" (
	"kommun_code" char(4) NOT NULL,
	"child_id" uuid NOT NULL,
	"compass_id" uuid NOT NULL,
	"held_on" date NOT NULL,
	"what_has_changed" text NOT NULL,
	"how_it_feels" text NOT NULL,
	"picture_matches" boolean,
	"picture_comment" text NOT NULL,
	"what_next" text NOT NULL,
	"author_id" uuid NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "conversation_kommun_code_child_id_compass_id_pk" PRIMARY KEY("kommun_code","child_id","compass_id"),
	CONSTRAINT "conversation_changed_length" CHECK (char_length("conversation"."what_has_changed") <= 8000),
	CONSTRAINT "conversation_feels_length" CHECK (char_length("conversation"."how_it_feels") <= 8000),
	CONSTRAINT "conversation_comment_length" CHECK (char_length("conversation"."picture_comment") <= 8000),
	CONSTRAINT "conversation_next_length" CHECK (char_length("conversation"."what_next") <= 8000)
);
--> statement-breakpoint
CREATE TABLE "signal" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"compass_id" uuid NOT NULL,
	"area" text NOT NULL,
	"raised" jsonb NOT NULL,
	"rule_set" text NOT NULL,
	"raised_at" timestamp with time zone DEFAULT now() NOT NULL,
	"state" text DEFAULT 'new' NOT NULL,
	"seen_at" timestamp with time zone,
	"seen_by" uuid,
	"meeting_id" uuid,
	"decision" text,
	"decision_text" text,
	"decided_on" date,
	"decided_by" uuid,
	"superseded_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "signal_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "signal_once_per_round_and_area" UNIQUE("kommun_code","child_id","compass_id","area"),
	CONSTRAINT "signal_area_known" CHECK ("signal"."area" in ('omsorg', 'trygghet', 'ma_bra', 'fritid', 'tillhorighet', 'ansvarstagande', 'respekteras', 'utvecklas')),
	CONSTRAINT "signal_state_known" CHECK ("signal"."state" in ('new', 'seen', 'on_agenda', 'decided', 'superseded')),
	CONSTRAINT "signal_on_agenda_has_meeting" CHECK ("signal"."state" <> 'on_agenda' or "signal"."meeting_id" is not null),
	CONSTRAINT "signal_decided_by_a_person_with_words" CHECK (("signal"."state" = 'decided') = ("signal"."decision" is not null and "signal"."decided_by" is not null
        and "signal"."decided_on" is not null and char_length(btrim("signal"."decision_text")) > 0)),
	CONSTRAINT "signal_decision_length" CHECK (char_length("signal"."decision_text") <= 4000)
);
--> statement-breakpoint
CREATE TABLE "kommun" (
	"kommun_code" char(4) PRIMARY KEY NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "omrade" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "omrade_kommun_code_id_pk" PRIMARY KEY("kommun_code","id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"login_key" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"title" text NOT NULL,
	"unit_id" uuid,
	"disabled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "person_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "person_login_once" UNIQUE("kommun_code","login_key")
);
--> statement-breakpoint
CREATE TABLE "person_role" (
	"kommun_code" char(4) NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "person_role_kommun_code_person_id_role_valid_from_pk" PRIMARY KEY("kommun_code","person_id","role","valid_from"),
	CONSTRAINT "person_role_known" CHECK ("person_role"."role" in ('upptackare', 'barnkontakt', 'stodsamordnare', 'samtalsledare', 'teammedlem', 'samordnare', 'styrgrupp', 'processledning', 'utvarderare', 'administrator', 'statistikansvarig', 'loggranskare', 'dataskyddsombud'))
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kommun_code" char(4) NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"omrade_id" uuid,
	CONSTRAINT "unit_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "unit_code_once" UNIQUE("kommun_code","code"),
	CONSTRAINT "unit_kind_known" CHECK ("unit"."kind" in ('mvc', 'bvc', 'forskola', 'grundskola', 'elevhalsa', 'socialtjanst', 'forsta_linjen', 'bup', 'polis', 'annan'))
);
--> statement-breakpoint
CREATE TABLE "child" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"case_number" text NOT NULL,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"birth_date" date,
	"protected_identity" text DEFAULT 'ingen' NOT NULL,
	"unit_id" uuid NOT NULL,
	"source_key" text,
	"registered_on" date NOT NULL,
	"next_follow_up_on" date,
	"closed_on" date,
	"closing_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "child_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "child_case_number_once" UNIQUE("kommun_code","case_number"),
	CONSTRAINT "child_source_key_once" UNIQUE("kommun_code","source_key"),
	CONSTRAINT "child_protected_identity_known" CHECK ("child"."protected_identity" in ('ingen', 'sekretessmarkering', 'skyddad_folkbokforing')),
	CONSTRAINT "child_closing_reason_known" CHECK ("child"."closing_reason" in ('behov_uppfyllt', 'avbojt', 'samtycke_aterkallat', 'flytt', 'alder', 'annat')),
	CONSTRAINT "child_closed_with_reason" CHECK (("child"."closed_on" is null) = ("child"."closing_reason" is null)),
	CONSTRAINT "child_given_name_length" CHECK (char_length("child"."given_name") <= 200),
	CONSTRAINT "child_family_name_length" CHECK (char_length("child"."family_name") <= 200)
);
--> statement-breakpoint
CREATE TABLE "child_relation" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "child_relation_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "child_relation_kind_known" CHECK ("child_relation"."kind" in ('barnkontakt', 'stodsamordnare', 'samtalsledare')),
	CONSTRAINT "child_relation_runs_forward" CHECK ("child_relation"."valid_to" is null or "child_relation"."valid_to" >= "child_relation"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "guardian" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"relation" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "guardian_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "guardian_ordinal_once" UNIQUE("kommun_code","child_id","ordinal"),
	CONSTRAINT "guardian_name_length" CHECK (char_length("guardian"."name") <= 200),
	CONSTRAINT "guardian_relation_length" CHECK (char_length("guardian"."relation") <= 100)
);
--> statement-breakpoint
CREATE TABLE "placement" (
	"kommun_code" char(4) NOT NULL,
	"id" uuid NOT NULL,
	"child_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "placement_kommun_code_id_pk" PRIMARY KEY("kommun_code","id"),
	CONSTRAINT "placement_runs_forward" CHECK ("placement"."valid_to" is null or "placement"."valid_to" >= "placement"."valid_from")
);
--> statement-breakpoint
ALTER TABLE "life_event" ADD CONSTRAINT "life_event_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support" ADD CONSTRAINT "support_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_kommun_code_meeting_id_meeting_kommun_code_id_fk" FOREIGN KEY ("kommun_code","meeting_id") REFERENCES "public"."meeting"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_item" ADD CONSTRAINT "agenda_item_kommun_code_added_by_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","added_by") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "meeting" ADD CONSTRAINT "meeting_kommun_code_team_id_team_kommun_code_id_fk" FOREIGN KEY ("kommun_code","team_id") REFERENCES "public"."team"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team" ADD CONSTRAINT "team_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_kommun_code_team_id_team_kommun_code_id_fk" FOREIGN KEY ("kommun_code","team_id") REFERENCES "public"."team"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_kommun_code_person_id_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","person_id") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_kommun_code_compass_id_compass_kommun_code_id_fk" FOREIGN KEY ("kommun_code","compass_id") REFERENCES "public"."compass"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_kommun_code_guardian_id_guardian_kommun_code_id_fk" FOREIGN KEY ("kommun_code","guardian_id") REFERENCES "public"."guardian"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_kommun_code_author_id_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","author_id") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_kommun_code_version_number_instrument_version_kommun_code_number_fk" FOREIGN KEY ("kommun_code","version_number") REFERENCES "public"."instrument_version"("kommun_code","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessment_comment" ADD CONSTRAINT "assessment_comment_kommun_code_child_id_assessment_id_assessment_kommun_code_child_id_id_fk" FOREIGN KEY ("kommun_code","child_id","assessment_id") REFERENCES "public"."assessment"("kommun_code","child_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "compass" ADD CONSTRAINT "compass_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_kommun_code_compass_id_compass_kommun_code_id_fk" FOREIGN KEY ("kommun_code","compass_id") REFERENCES "public"."compass"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_kommun_code_author_id_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","author_id") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_statement" ADD CONSTRAINT "instrument_statement_kommun_code_version_number_instrument_version_kommun_code_number_fk" FOREIGN KEY ("kommun_code","version_number") REFERENCES "public"."instrument_version"("kommun_code","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_kommun_code_guardian_id_guardian_kommun_code_id_fk" FOREIGN KEY ("kommun_code","guardian_id") REFERENCES "public"."guardian"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_kommun_code_recorded_by_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","recorded_by") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_thought" ADD CONSTRAINT "area_thought_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_thought" ADD CONSTRAINT "area_thought_kommun_code_compass_id_compass_kommun_code_id_fk" FOREIGN KEY ("kommun_code","compass_id") REFERENCES "public"."compass"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_kommun_code_compass_id_compass_kommun_code_id_fk" FOREIGN KEY ("kommun_code","compass_id") REFERENCES "public"."compass"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_kommun_code_author_id_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","author_id") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal" ADD CONSTRAINT "signal_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal" ADD CONSTRAINT "signal_kommun_code_compass_id_compass_kommun_code_id_fk" FOREIGN KEY ("kommun_code","compass_id") REFERENCES "public"."compass"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal" ADD CONSTRAINT "signal_kommun_code_seen_by_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","seen_by") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal" ADD CONSTRAINT "signal_kommun_code_decided_by_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","decided_by") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_role" ADD CONSTRAINT "person_role_kommun_code_person_id_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","person_id") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit" ADD CONSTRAINT "unit_kommun_code_omrade_id_omrade_kommun_code_id_fk" FOREIGN KEY ("kommun_code","omrade_id") REFERENCES "public"."omrade"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child" ADD CONSTRAINT "child_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_relation" ADD CONSTRAINT "child_relation_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "child_relation" ADD CONSTRAINT "child_relation_kommun_code_person_id_person_kommun_code_id_fk" FOREIGN KEY ("kommun_code","person_id") REFERENCES "public"."person"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guardian" ADD CONSTRAINT "guardian_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_kommun_code_child_id_child_kommun_code_id_fk" FOREIGN KEY ("kommun_code","child_id") REFERENCES "public"."child"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "placement" ADD CONSTRAINT "placement_kommun_code_unit_id_unit_kommun_code_id_fk" FOREIGN KEY ("kommun_code","unit_id") REFERENCES "public"."unit"("kommun_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_log_by_actor" ON "audit_log" USING btree ("kommun_code","actor_id","at");--> statement-breakpoint
CREATE INDEX "life_event_by_child" ON "life_event" USING btree ("kommun_code","child_id");--> statement-breakpoint
CREATE INDEX "support_by_child" ON "support" USING btree ("kommun_code","child_id");--> statement-breakpoint
CREATE INDEX "agenda_item_by_child" ON "agenda_item" USING btree ("kommun_code","child_id");--> statement-breakpoint
CREATE INDEX "meeting_by_team" ON "meeting" USING btree ("kommun_code","team_id","held_on");--> statement-breakpoint
CREATE INDEX "team_by_child" ON "team" USING btree ("kommun_code","child_id");--> statement-breakpoint
CREATE INDEX "team_member_by_person" ON "team_member" USING btree ("kommun_code","person_id");--> statement-breakpoint
CREATE INDEX "compass_by_child" ON "compass" USING btree ("kommun_code","child_id","opened_on");--> statement-breakpoint
CREATE INDEX "draft_by_author" ON "draft" USING btree ("kommun_code","author_id");--> statement-breakpoint
CREATE INDEX "consent_by_child" ON "consent" USING btree ("kommun_code","child_id");--> statement-breakpoint
CREATE INDEX "signal_by_child" ON "signal" USING btree ("kommun_code","child_id");--> statement-breakpoint
CREATE INDEX "signal_by_meeting" ON "signal" USING btree ("kommun_code","meeting_id");--> statement-breakpoint
CREATE INDEX "child_relation_by_person" ON "child_relation" USING btree ("kommun_code","person_id","child_id");--> statement-breakpoint
CREATE INDEX "child_relation_by_child" ON "child_relation" USING btree ("kommun_code","child_id");--> statement-breakpoint
CREATE INDEX "placement_by_child" ON "placement" USING btree ("kommun_code","child_id");