-- What changed since when, so that a process can keep its roll-ups and re-read only what is new. Written by triggers: a
-- change counts whoever makes it and in whichever transaction. Rows are only ever added for a transaction and id, never
-- locked by two writers; older ones of the same id are swept unless somebody else is just sweeping them.
create table row_change (
  kind text not null check (kind in ('posting', 'credential')),
  subject_id text not null,
  changed_in xid8 not null default pg_current_xact_id(),
  primary key (kind, subject_id, changed_in)
);
create index row_change_since on row_change (kind, changed_in);

-- Whoever changes a row may have another search path: the table is that of this schema.
create function note_changes() returns trigger language plpgsql set search_path from current as $$
begin
  -- Of the arguments the first is the kind, the second the column that holds the id.
  execute format(
    'insert into row_change (kind, subject_id) select distinct %L, %I from changed on conflict do nothing',
    tg_argv[0], tg_argv[1]);
  -- Whatever changes a posting or a credential ends with its own row.
  if tg_table_name in ('posting', 'credential') then execute format(
    'delete from row_change where ctid = any (array(
       select old.ctid from row_change old where old.kind = %L and old.changed_in < pg_current_xact_id()
         and old.subject_id in (select %I from changed) for update skip locked))',
    tg_argv[0], tg_argv[1]); end if;
  return null;
end $$;

create trigger posting_inserted after insert on posting referencing new table as changed
  for each statement execute function note_changes('posting', 'id');
create trigger posting_updated after update on posting referencing new table as changed
  for each statement execute function note_changes('posting', 'id');
create trigger posting_deleted after delete on posting referencing old table as changed
  for each statement execute function note_changes('posting', 'id');

create trigger posting_skill_inserted after insert on posting_skill referencing new table as changed
  for each statement execute function note_changes('posting', 'posting_id');
create trigger posting_skill_updated after update on posting_skill referencing new table as changed
  for each statement execute function note_changes('posting', 'posting_id');
create trigger posting_skill_deleted after delete on posting_skill referencing old table as changed
  for each statement execute function note_changes('posting', 'posting_id');

create trigger skill_link_inserted after insert on skill_link referencing new table as changed
  for each statement execute function note_changes('posting', 'posting_id');
create trigger skill_link_updated after update on skill_link referencing new table as changed
  for each statement execute function note_changes('posting', 'posting_id');
create trigger skill_link_deleted after delete on skill_link referencing old table as changed
  for each statement execute function note_changes('posting', 'posting_id');

create trigger requirement_inserted after insert on requirement referencing new table as changed
  for each statement execute function note_changes('posting', 'posting_id');
create trigger requirement_updated after update on requirement referencing new table as changed
  for each statement execute function note_changes('posting', 'posting_id');
create trigger requirement_deleted after delete on requirement referencing old table as changed
  for each statement execute function note_changes('posting', 'posting_id');

create trigger credential_inserted after insert on credential referencing new table as changed
  for each statement execute function note_changes('credential', 'id');
create trigger credential_updated after update on credential referencing new table as changed
  for each statement execute function note_changes('credential', 'id');
create trigger credential_deleted after delete on credential referencing old table as changed
  for each statement execute function note_changes('credential', 'id');

create trigger skill_coverage_inserted after insert on skill_coverage referencing new table as changed
  for each statement execute function note_changes('credential', 'credential_id');
create trigger skill_coverage_updated after update on skill_coverage referencing new table as changed
  for each statement execute function note_changes('credential', 'credential_id');
create trigger skill_coverage_deleted after delete on skill_coverage referencing old table as changed
  for each statement execute function note_changes('credential', 'credential_id');

-- What makes two requirements the same sentence: 52 bits of a hash of the text in small letters with single blanks.
alter table requirement add column phrase_key double precision not null
  generated always as ((('x' || left(md5(regexp_replace(lower(text), '\s+', ' ', 'g')), 13))::bit(52)::bigint)::double precision) stored;
