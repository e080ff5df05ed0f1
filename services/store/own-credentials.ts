/**
 * Credentials as an organisation hands them in, the same under ids of its own out. What they refer to is the shared credential of
 * that id where there is one, and otherwise the organisation's own, also one that is imported later.
 */
import { idsParameter, type SqlDriver } from './sql-driver.ts';
import type { StoredCredential } from './store.ts';
import { ownerOf, ownId, type View } from './view.ts';

export async function ownCredentials(
  driver: SqlDriver,
  view: View,
  credentials: readonly StoredCredential[],
): Promise<StoredCredential[]> {
  if (ownerOf(view) === null) return [...credentials];
  const handedIn = new Set(credentials.map(({ id }) => id));
  const named = credentials.flatMap(({ prerequisiteIds, partOfIds, hasPartIds }) => [
    ...prerequisiteIds,
    ...partOfIds,
    ...hasPartIds,
  ]);
  const rows = await driver.query<{ id: string }>(
    `select id from credential where organisation is null and id in (select json_array_elements_text($1::json))`,
    [idsParameter(named.filter((id) => !handedIn.has(id)))],
  );
  const shared = new Set(rows.map(({ id }) => id));
  const referred = (ids: readonly string[]) => ids.map((id) => (shared.has(id) ? id : ownId(view, id)));
  return credentials.map((credential) => ({
    ...credential,
    id: ownId(view, credential.id),
    prerequisiteIds: referred(credential.prerequisiteIds),
    partOfIds: referred(credential.partOfIds),
    hasPartIds: referred(credential.hasPartIds),
  }));
}
