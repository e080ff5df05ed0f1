-- Gap reports as they were stored, whole: later ones are compared with them. The id is a hash of what they were made from.
create table gap_report (
  id text primary key,
  stored_at timestamptz not null,
  document jsonb not null
);
