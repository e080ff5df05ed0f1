/** A provider's own catalogue: sent, read whole or not at all, linked, and checked for the 11 European elements. */
import { useState } from 'preact/hooks';
import type { JobReply } from '../../domain/job-reply.ts';
import { ask, refusalOf, type Refusal } from '../ask/ask.ts';
import { followJob } from '../ask/follow-job.ts';
import { forgetAnswers } from '../ask/use-answer.ts';
import { RefusalNote } from '../parts/refusal-note.tsx';
import { TextFileField } from '../parts/text-file-field.tsx';
import { texts } from '../texts/texts.ts';
import { ImportReport } from './import-report.tsx';

const words = texts.university.catalogue;
const MAX_BYTES = 30_000_000;

export function ImportCatalogue() {
  const [file, setFile] = useState<{ text: string; name: string } | null>(null);
  const [job, setJob] = useState<JobReply | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const isRunning = job !== null && (job.state === 'waiting' || job.state === 'running');
  const send = async () => {
    if (file === null) return;
    setRefusal(null);
    try {
      const started = await ask('post /v1/imports/credentials', { text: file.text, fileName: plainName(file.name) });
      await followJob(started, setJob);
      forgetAnswers();
    } catch (error) {
      setRefusal(refusalOf(error));
    }
  };
  return (
    <form
      class="panel form-panel stack tight no-print"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h2>{words.importTitle}</h2>
      <p>{words.importIntro}</p>
      <TextFileField
        label={words.file}
        accept=".csv,.json,.jsonl,text/csv,application/json"
        maxBytes={MAX_BYTES}
        onText={(text, name) => {
          setFile({ text, name });
        }}
      />
      <p class="line">
        <button type="submit" class="button main-one" disabled={file === null || isRunning}>
          {words.send}
        </button>
        {file === null && <span class="small quiet">{words.needsFile}</span>}
      </p>
      {refusal !== null && <RefusalNote refusal={refusal} />}
      {isRunning && (
        <p role="status">
          {job.progress.step}: {words.working(job.progress.done, job.progress.total)}
        </p>
      )}
      {job !== null && !isRunning && <ImportReport job={job} />}
    </form>
  );
}

/** The name of a file becomes the name of a source: letters, digits and a few signs. */
function plainName(name: string): string {
  const plain = name
    .replace(/[^\p{L}\p{N} ._()-]/gu, ' ')
    .trim()
    .slice(0, 100);
  return plain === '' ? 'catalogue' : plain;
}
