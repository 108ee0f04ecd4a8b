-- Within a child: what each standing may, told to the database too.
select 1;
