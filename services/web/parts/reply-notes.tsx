/** What stands behind an answer: how many postings, what to be careful about. */
import type { ReplyHeader } from '../../domain/reply.ts';
import { texts } from '../texts/texts.ts';

const words = texts.region;
/** Below it an interval is wider than most differences between ranks. */
const FEW_POSTINGS = 40;

export function ReplyNotes({ reply }: { reply: ReplyHeader }) {
  const { n, employers, duplicatesRemoved } = reply.postings;
  return (
    <div class="stack tight">
      <p>
        {words.counted(n, employers, duplicatesRemoved)} {reply.notes.join(' ')}
      </p>
      {reply.suppressed === null && n > 0 && n < FEW_POSTINGS && <p class="note">{words.fewPostings(n)}</p>}
      <p class="quiet small">{words.basis(reply.taxonomy.name, reply.taxonomy.version, reply.model.id)}</p>
    </div>
  );
}
