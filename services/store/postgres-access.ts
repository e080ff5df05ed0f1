/** The tables of keys and of what was written with them. */
import type { AccessStore, ApiKey, AuditEntry } from './access-store.ts';
import { storableText, type SqlDriver } from './sql-driver.ts';

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const KEY = `id, role, organisation, label, ${instant('created_at')} as "createdAt", ${instant('revoked_at')} as "revokedAt"`;

export function postgresAccess(driver: SqlDriver): AccessStore {
  return {
    async addKey({ id, role, organisation, label, createdAt }, keyHash) {
      await driver.query(
        'insert into api_key (id, key_hash, role, organisation, label, created_at) values ($1, $2, $3, $4, $5, $6)',
        [id, keyHash, role, organisation, label === null ? null : storableText(label), createdAt],
      );
    },

    keys: () => driver.query<ApiKey>(`select ${KEY} from api_key order by created_at, id`),

    activeKeys: () =>
      driver.query(
        `select ${KEY}, key_hash as "keyHash" from api_key where revoked_at is null order by created_at, id`,
      ),

    async revokeKey(id, at) {
      const rows = await driver.query(
        'update api_key set revoked_at = $2 where id = $1 and revoked_at is null returning id',
        [storableText(id), at],
      );
      return rows.length > 0;
    },

    async record({ at, keyId, role, organisation, action, subject, requestId }) {
      await driver.query(
        `insert into audit_entry (at, key_id, role, organisation, action, subject, request_id)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [at, keyId, role, organisation, action, subject === null ? null : storableText(subject), requestId],
      );
    },

    auditEntries: (limit) =>
      driver.query<AuditEntry>(
        `select ${instant('at')} as at, key_id as "keyId", role, organisation, action, subject, request_id as "requestId"
         from audit_entry order by id desc limit $1`,
        [limit],
      ),
  };
}
