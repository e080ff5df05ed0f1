-- Postings: kept raw, everything else derived. A derived row names the linker that made it, and the linker names
-- its model and taxonomy version.
create table linker (
  id text primary key,
  model_id text not null,
  framework text not null,
  taxonomy_version text not null,
  parameters jsonb not null
);

create table raw_posting (
  id text primary key,
  source text not null,
  url text,
  received_at timestamptz not null,
  licence text,
  content_hash text not null,
  payload jsonb not null,
  -- Why it could not be normalised; kept, counted, and tried again only when the posting changes.
  rejected_because text
);

create table posting (
  id text primary key references raw_posting (id) on delete cascade,
  source text not null,
  content_hash text not null,
  normaliser_version integer not null,
  title text not null,
  description text not null,
  language text,
  employer text,
  employer_key text,
  place text,
  country text,
  region_code text,
  -- The region and everything it lies in, widest first: {GB,UKH}.
  region_path text[] not null,
  posted_on date,
  valid_until date,
  employment_type text,
  industry text,
  duplicate_of text,
  duplicate_kind text,
  occupation_id text,
  occupation_confidence double precision,
  isco_code text,
  linker_id text references linker (id)
);
create index posting_employer on posting (employer_key);
create index posting_region on posting using gin (region_path);
create index posting_occupation on posting (occupation_id);
create index posting_isco on posting (isco_code text_pattern_ops);
create index posting_posted on posting (posted_on);

create table requirement (
  posting_id text not null references posting (id) on delete cascade,
  position integer not null,
  text text not null,
  start_offset integer not null,
  end_offset integer not null,
  section text,
  necessity text not null,
  primary key (posting_id, position)
);

create table skill_link (
  posting_id text not null references posting (id) on delete cascade,
  requirement_position integer not null,
  skill_id text not null,
  confidence double precision not null,
  start_offset integer not null,
  end_offset integer not null,
  method text not null,
  linker_id text not null references linker (id),
  primary key (posting_id, requirement_position, skill_id)
);
create index skill_link_skill on skill_link (skill_id, confidence desc);

-- Rolled up from skill_link when a posting is linked, so that demand never touches the links.
create table posting_skill (
  posting_id text not null references posting (id) on delete cascade,
  skill_id text not null,
  probability double precision not null,
  must_probability double precision not null,
  linker_id text not null references linker (id),
  primary key (posting_id, skill_id)
);
create index posting_skill_skill on posting_skill (skill_id);
