/** An answer on its way, refused, or there: every view waits and fails in the same words. */
import type { ComponentChildren } from 'preact';
import type { Answer } from '../ask/use-answer.ts';
import { RefusalNote } from './refusal-note.tsx';
import { Skeleton } from './skeleton.tsx';

interface AnsweredProps<Reply> {
  answer: Answer<Reply>;
  rows?: number;
  label?: string;
  /** Of a view whose title comes with the answer: what it is about until then. */
  heading?: string;
  children: (reply: Reply) => ComponentChildren;
}

export function Answered<Reply>({ answer, rows = 6, label, heading, children }: AnsweredProps<Reply>) {
  const { reply, refusal, isAsking, askAgain } = answer;
  if (refusal !== null || reply === null) {
    return (
      <>
        {heading !== undefined && <h1>{heading}</h1>}
        {refusal !== null && <RefusalNote refusal={refusal} askAgain={askAgain} />}
        {refusal === null && isAsking && <Skeleton rows={rows} {...(label === undefined ? {} : { label })} />}
      </>
    );
  }
  return (
    <div aria-busy={isAsking} class="answered">
      {children(reply)}
    </div>
  );
}
