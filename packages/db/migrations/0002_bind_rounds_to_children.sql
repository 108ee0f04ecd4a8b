-- What is said in a round is said of the child whose round it is: one key binds both, where two let them differ.
ALTER TABLE "compass" ADD CONSTRAINT "compass_of_child" UNIQUE("kommun_code","child_id","id");
--> statement-breakpoint
ALTER TABLE "assessment" DROP CONSTRAINT "assessment_kommun_code_child_id_child_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment" DROP CONSTRAINT "assessment_kommun_code_compass_id_compass_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "draft" DROP CONSTRAINT "draft_kommun_code_child_id_child_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "draft" DROP CONSTRAINT "draft_kommun_code_compass_id_compass_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "area_thought" DROP CONSTRAINT "area_thought_kommun_code_child_id_child_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "area_thought" DROP CONSTRAINT "area_thought_kommun_code_compass_id_compass_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_kommun_code_child_id_child_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "conversation" DROP CONSTRAINT "conversation_kommun_code_compass_id_compass_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "signal" DROP CONSTRAINT "signal_kommun_code_child_id_child_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "signal" DROP CONSTRAINT "signal_kommun_code_compass_id_compass_kommun_code_id_fk";
--> statement-breakpoint
ALTER TABLE "assessment" ADD CONSTRAINT "assessment_of_round" FOREIGN KEY ("kommun_code","child_id","compass_id") REFERENCES "public"."compass"("kommun_code","child_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_of_round" FOREIGN KEY ("kommun_code","child_id","compass_id") REFERENCES "public"."compass"("kommun_code","child_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "area_thought" ADD CONSTRAINT "area_thought_of_round" FOREIGN KEY ("kommun_code","child_id","compass_id") REFERENCES "public"."compass"("kommun_code","child_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conversation" ADD CONSTRAINT "conversation_of_round" FOREIGN KEY ("kommun_code","child_id","compass_id") REFERENCES "public"."compass"("kommun_code","child_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signal" ADD CONSTRAINT "signal_of_round" FOREIGN KEY ("kommun_code","child_id","compass_id") REFERENCES "public"."compass"("kommun_code","child_id","id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- A first import fills tables that were empty when the server last counted them. Counted as empty, a foreign key is
-- checked by whichever index comes first, row after row through the whole kommun. Counting again mends that, and
-- keeps the background count, which cannot see the uncommitted rows, away until the import is done.
create function kompass.count_children() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$ begin analyze child; end $$;
--> statement-breakpoint
create function kompass.count_rounds() returns void language plpgsql security definer
  set search_path = public, pg_temp as $$ begin analyze compass; analyze guardian; end $$;
--> statement-breakpoint
alter function kompass.count_children owner to kompass_owner;
--> statement-breakpoint
alter function kompass.count_rounds owner to kompass_owner;
--> statement-breakpoint
revoke execute on function kompass.count_children, kompass.count_rounds from public;
--> statement-breakpoint
grant execute on function kompass.count_children, kompass.count_rounds to kompass_app, kompass_job;
