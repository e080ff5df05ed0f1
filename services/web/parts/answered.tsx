/** An answer on its way, refused, or there: every view waits and fails in the same words. */
import type { ComponentChildren } from 'preact';
import type { Answer } from '../ask/use-answer.ts';
import { RefusalNote } from './refusal-note.tsx';
import { Skeleton } from './skeleton.tsx';

interface AnsweredProps<Reply> {
  answer: Answer<Reply>;
  rows?: number;
  label?: string;
  children: (reply: Reply) => ComponentChildren;
}

export function Answered<Reply>({ answer, rows = 6, label, children }: AnsweredProps<Reply>) {
  const { reply, refusal, isAsking, askAgain } = answer;
  if (refusal !== null) return <RefusalNote refusal={refusal} askAgain={askAgain} />;
  if (reply === null) return isAsking ? <Skeleton rows={rows} {...(label === undefined ? {} : { label })} /> : null;
  return (
    <div aria-busy={isAsking} class="answered">
      {children(reply)}
    </div>
  );
}
