-- What people said about links. A correction outlives the rows of its posting, which are made anew when it is normalised
-- again: no foreign keys.
create table correction (
  id integer generated always as identity primary key,
  kind text not null check (kind in ('accept', 'reject', 'alias')),
  skill_id text not null,
  words text not null,
  posting_id text,
  quote text,
  start_offset integer,
  end_offset integer,
  made_by text,
  made_at timestamptz not null,
  why text,
  undone_by text,
  undone_at timestamptz
);
-- Linked, but a correction that shaped its links was undone: pending again without leaving any count meanwhile.
alter table posting add column needs_relink boolean not null default false;
create index posting_needs_relink on posting (id) where needs_relink;
