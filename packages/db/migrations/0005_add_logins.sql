-- A guardian's own way in: one account, tied to the guardian of each child by whoever is responsible for that child.
create table guardian_account (
  kommun_code char(4) not null,
  id uuid not null,
  issuer text not null,
  subject text not null,
  disabled_at timestamptz,
  version integer not null default 1,
  primary key (kommun_code, id),
  constraint guardian_account_subject_once unique (kommun_code, issuer, subject)
);
--> statement-breakpoint
alter table guardian add column account_id uuid;
--> statement-breakpoint
alter table guardian add constraint guardian_has_account
  foreign key (kommun_code, account_id) references guardian_account (kommun_code, id);
--> statement-breakpoint
alter table guardian_account enable row level security;
--> statement-breakpoint
alter table guardian_account force row level security;
--> statement-breakpoint
-- A session belongs to a person of the staff or to a guardian, never to both.
alter table session alter column person_id drop not null;
--> statement-breakpoint
alter table session add column guardian_account_id uuid,
  add column issuer text not null default 'demo',
  add column acr text,
  add column stepped_up_at timestamptz,
  add constraint session_of_one check (num_nonnulls(person_id, guardian_account_id) = 1);
--> statement-breakpoint
grant usage on schema kompass, public to kompass_family;
