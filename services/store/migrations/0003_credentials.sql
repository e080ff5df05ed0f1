-- Credentials as imported (whole, as one document), and what they were found to teach.
create table credential (
  id text primary key,
  source text not null,
  title text not null,
  provider text,
  content_hash text not null,
  imported_at timestamptz not null,
  document jsonb not null,
  linker_id text references linker (id)
);

create table skill_coverage (
  credential_id text not null references credential (id) on delete cascade,
  skill_id text not null,
  coverage double precision not null,
  state text not null check (state in ('declared', 'inferred')),
  outcome_text text not null,
  outcome_source text not null,
  start_offset integer not null,
  end_offset integer not null,
  linker_id text not null references linker (id),
  primary key (credential_id, skill_id)
);
create index skill_coverage_skill on skill_coverage (skill_id);

create table workforce_skill (
  employer_key text not null,
  employer text not null,
  -- As written in the file; resolved to a skill when a gap is measured.
  skill text not null,
  head_count integer not null check (head_count >= 0),
  proficiency integer check (proficiency between 1 and 4),
  primary key (employer_key, skill)
);
