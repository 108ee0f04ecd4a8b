-- What is purged when, by whose decision, and what stops it.
select 1;
