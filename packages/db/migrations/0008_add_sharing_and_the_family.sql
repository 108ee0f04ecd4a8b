-- What is shared with whom and why, and what the family sees.
select 1;
