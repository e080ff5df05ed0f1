-- Taxonomies: one active release per framework, its labels in any number of languages.
create table taxonomy_release (
  framework text not null,
  version text not null,
  language text not null,
  content_hash text not null,
  imported_at timestamptz not null,
  counts jsonb not null,
  is_active boolean not null,
  primary key (framework, version, language)
);

create table skill (
  id text primary key,
  framework text not null,
  version text not null,
  preferred_label text not null,
  description text,
  skill_type text not null,
  reuse_level text
);
create index skill_framework on skill (framework);

create table skill_label (
  skill_id text not null references skill (id) on delete cascade,
  language text not null,
  kind text not null check (kind in ('preferred', 'alternative', 'hidden')),
  label text not null,
  primary key (skill_id, language, kind, label)
);

create table concept_group (
  id text primary key,
  framework text not null,
  kind text not null,
  code text,
  preferred_label text not null,
  description text
);

create table broader (
  framework text not null,
  child_id text not null,
  parent_id text not null,
  primary key (child_id, parent_id)
);
create index broader_parent on broader (parent_id);

create table occupation (
  id text primary key,
  framework text not null,
  version text not null,
  preferred_label text not null,
  description text,
  isco_code text,
  code text
);

create table occupation_label (
  occupation_id text not null references occupation (id) on delete cascade,
  language text not null,
  kind text not null check (kind in ('preferred', 'alternative')),
  label text not null,
  primary key (occupation_id, language, kind, label)
);

create table occupation_skill (
  occupation_id text not null references occupation (id) on delete cascade,
  skill_id text not null,
  relation text not null check (relation in ('essential', 'optional')),
  primary key (occupation_id, skill_id, relation)
);
create index occupation_skill_skill on occupation_skill (skill_id);

create table skill_skill (
  framework text not null,
  from_id text not null,
  to_id text not null,
  relation text not null,
  primary key (from_id, to_id, relation)
);

create table core_skill (
  id text primary key,
  list_year integer not null,
  rank integer,
  name text not null,
  cluster text not null,
  skill_group text not null,
  definition text not null
);

create table core_skill_link (
  core_skill_id text not null references core_skill (id) on delete cascade,
  framework text not null,
  skill_id text not null,
  kind text not null,
  relation text not null,
  rationale text not null,
  primary key (core_skill_id, skill_id)
);
