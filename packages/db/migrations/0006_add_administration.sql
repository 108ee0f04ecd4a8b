-- Organisation, staff and what is read in from the school register.
select 1;
