/** A catalogue into the store, whole or not at all; each record's missing European elements are counted. */
import { readCredentialFile, type CredentialFile } from '../credentials/read-credentials.ts';
import { hashContent } from '../files/content-hash.ts';
import type { StoredCredential } from '../store/store.ts';
import { addCounts, emptyReport, PAGE_SIZE, type ImportReport, type OnBytes } from './import-report.ts';
import { refuseAllRejected, type ImportDeps } from './import-postings.ts';

/** @throws InvalidInputError when the file is broken or no record of it can be used; nothing is stored then */
export async function importCredentials(
  file: CredentialFile,
  deps: ImportDeps,
  onBytes?: OnBytes,
): Promise<ImportReport> {
  const report = emptyReport(file.file);
  await deps.store.transaction(async ({ credentials }) => {
    let page: StoredCredential[] = [];
    const savePage = async () => {
      addCounts(report, await credentials.save(page, deps.now));
      page = [];
    };
    for await (const { credential, rejected, warnings } of readCredentialFile(file, onBytes)) {
      report.read += 1;
      for (const warning of warnings) report.warnings[warning] = (report.warnings[warning] ?? 0) + 1;
      if (rejected !== undefined) report.rejected.push(rejected);
      else page.push({ ...credential, contentHash: hashContent(credential) });
      if (page.length >= PAGE_SIZE) await savePage();
    }
    await savePage();
    refuseAllRejected(report);
  });
  return report;
}
