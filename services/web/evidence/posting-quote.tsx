/** One sentence of a posting with its words marked, who wrote it, how surely it was read, and a way to say it is wrong. */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { postingAddress } from '../address/use-address.ts';
import type { EvidenceReply, SkillReply } from '../../domain/reply.ts';
import { Quote } from '../parts/quote.tsx';
import { day } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import { CorrectionForm } from './correction-form.tsx';
import './evidence.css';

const words = texts.evidence;

interface PostingQuoteProps {
  evidence: EvidenceReply;
  skill: Pick<SkillReply, 'id' | 'label'>;
  /** The number it is part of; absent where the sentence stands for itself. */
  share?: number;
  n?: number;
}

export function PostingQuote({ evidence, skill, share, n }: PostingQuoteProps) {
  const [isWrong, setWrong] = useState(false);
  return (
    <figure class="evidence">
      <blockquote>
        <Quote quote={evidence.quote} start={evidence.start} end={evidence.end} />
      </blockquote>
      <figcaption>
        <Link href={postingAddress(evidence.postingId, skill.id)}>{evidence.title}</Link>,{' '}
        {evidence.employer ?? words.unknownEmployer},{' '}
        {evidence.postedOn === null ? words.undated : day(evidence.postedOn)}
        <br />
        {words.sure(evidence.confidence)}.{' '}
        {share !== undefined && n !== undefined && n > 0 && words.part(evidence.confidence, n, share)}
      </figcaption>
      {isWrong ? (
        <CorrectionForm
          evidence={evidence}
          skill={skill}
          onClose={() => {
            setWrong(false);
          }}
        />
      ) : (
        <button
          type="button"
          class="link-button small no-print"
          onClick={() => {
            setWrong(true);
          }}
        >
          {words.wrong}
        </button>
      )}
    </figure>
  );
}
