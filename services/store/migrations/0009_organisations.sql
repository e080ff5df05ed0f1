-- Rows of one organisation: null is shared by all. A posting has the organisation of the raw posting it was made from.
alter table raw_posting add column organisation text;
alter table posting add column organisation text;
create index posting_organisation on posting (organisation) where organisation is not null;
alter table credential add column organisation text;
create index credential_organisation on credential (organisation) where organisation is not null;
alter table correction add column organisation text;
-- Two organisations may store the same report, and neither hears of the other's.
alter table gap_report add column organisation text;
alter table gap_report drop constraint gap_report_pkey;
create unique index gap_report_of on gap_report (id, coalesce(organisation, ''));

-- Who may ask over the network. Of a key only its hash is kept.
create table api_key (
  id text primary key,
  key_hash text not null unique,
  role text not null check (role in ('reader', 'provider', 'employer', 'operator')),
  organisation text,
  label text,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- What was written through the API, by which key: ids and counts, never what was written.
create table audit_entry (
  id integer generated always as identity primary key,
  at timestamptz not null,
  key_id text,
  role text not null,
  organisation text,
  action text not null,
  subject text,
  request_id text
);
