/** What an import left behind: how many records, what is missing in how many, what was set aside and why. */
import type { JobReply } from '../../domain/job-reply.ts';
import { texts } from '../texts/texts.ts';

const words = texts.university.catalogue;

export function ImportReport({ job: { state, failure, imported } }: { job: JobReply }) {
  if (state === 'failed' || imported === null) {
    return (
      <div class="note bad stack tight" role="alert">
        <h3>{words.failed}</h3>
        <p>
          {failure} {imported === null && words.safe}
        </p>
      </div>
    );
  }
  const warnings = Object.entries(imported.warnings).sort(([, a], [, b]) => b - a);
  return (
    <div class="stack tight" role="status">
      <p>
        <strong>{words.done(imported.read, imported.added, imported.changed)}</strong>
      </p>
      {warnings.length > 0 && (
        <>
          <h3>{words.warnings}</h3>
          <ul class="reading-list">
            {warnings.map(([warning, count]) => (
              <li key={warning}>
                {warning} <span class="quiet number">({count})</span>
              </li>
            ))}
          </ul>
        </>
      )}
      {imported.rejectedCount > 0 && (
        <>
          <h3>{words.rejected(imported.rejectedCount)}</h3>
          <ul class="reading-list">
            {imported.rejected.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
