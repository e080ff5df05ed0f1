-- The language whose release owns the concepts and relations of a version; further languages own their labels only.
alter table taxonomy_release add column owns_concepts boolean not null default false;
update taxonomy_release release set owns_concepts = true where not exists (
  select 1 from taxonomy_release earlier
  where earlier.framework = release.framework and earlier.version = release.version
    and (earlier.imported_at, earlier.language) < (release.imported_at, release.language));
