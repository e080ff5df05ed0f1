/** A file of postings into the store, whole or not at all; records that are wrong are set aside and named. */
import { InvalidInputError } from '../errors.ts';
import { readPostingFile, type PostingFile, type UnstampedPosting } from '../collect/read-posting-file.ts';
import type { Store } from '../store/store.ts';
import { addCounts, emptyReport, PAGE_SIZE, type ImportReport, type OnBytes } from './import-report.ts';

export interface ImportDeps {
  store: Pick<Store, 'transaction'>;
  /** ISO instant stamped on what is new. */
  now: string;
}

/** @throws InvalidInputError when the file is broken or no record of it can be used; nothing is stored then */
export async function importPostings(
  postingFile: PostingFile,
  deps: ImportDeps,
  onBytes?: OnBytes,
): Promise<ImportReport> {
  const report = emptyReport(postingFile.file);
  await deps.store.transaction(async ({ postings }) => {
    let page: UnstampedPosting[] = [];
    const savePage = async () => {
      addCounts(report, await postings.saveRaw(page.map((posting) => ({ ...posting, receivedAt: deps.now }))));
      page = [];
    };
    for await (const { rawPosting, rejected } of readPostingFile(postingFile, onBytes)) {
      report.read += 1;
      if (rejected !== undefined) report.rejected.push(rejected);
      else page.push(rawPosting);
      if (page.length >= PAGE_SIZE) await savePage();
    }
    await savePage();
    refuseAllRejected(report);
  });
  return report;
}

/** A file none of whose records can be used is the wrong file, or needs a column map: say so instead of "0 imported". */
export function refuseAllRejected({ read, rejected, file }: ImportReport): void {
  const [first] = rejected;
  if (first === undefined || rejected.length < read) return;
  throw new InvalidInputError(
    read === 1 ? first : `None of the ${read} records of ${file} can be used; the first: ${first}`,
  );
}
