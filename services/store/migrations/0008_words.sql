-- Names by the beginnings of their words: what a search box asks. The same expressions stand in postgres-directory.ts.
create index skill_words on skill using gin (to_tsvector('simple', preferred_label));
create index skill_label_words on skill_label using gin (to_tsvector('simple', label));
create index occupation_words on occupation using gin (to_tsvector('simple', preferred_label));
create index occupation_label_words on occupation_label using gin (to_tsvector('simple', label));
create index credential_words on credential using gin (to_tsvector('simple', title || ' ' || coalesce(provider, '')));
create index posting_words on posting using gin (to_tsvector('simple', title || ' ' || coalesce(employer, '')));
