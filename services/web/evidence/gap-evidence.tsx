/** The evidence behind one ranked gap: the sentences, who teaches it, and how much of the number each sentence is. */
import { Link } from 'wouter-preact';
import { skillAddress, type ScopeParts } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import type { GapReply } from '../../domain/reply.ts';
import { Answered } from '../parts/answered.tsx';
import { Drawer } from '../parts/drawer.tsx';
import { texts } from '../texts/texts.ts';
import { OutcomeQuote } from './outcome-quote.tsx';
import { PostingQuote } from './posting-quote.tsx';

const words = texts.evidence;

interface GapEvidenceProps {
  gap: Pick<GapReply, 'skill' | 'demandShare' | 'demandInterval' | 'evidence'>;
  /** Postings the shares are of. */
  n: number;
  /** Parameters that name the scope, for what the skill page knows of it. */
  scope: ScopeParts;
  onClose: () => void;
}

export function GapEvidence({ gap, n, scope, onClose }: GapEvidenceProps) {
  const { skill, demandShare, demandInterval, evidence } = gap;
  const page = useAnswer('get /v1/skills/{id}', { ...scope, id: skill.id });
  const quotes = longest(evidence, page.reply?.evidence ?? []);
  const count = Math.max(quotes.length, Math.round(demandShare * n));
  return (
    <Drawer title={words.title(skill.label)} onClose={onClose}>
      <p class="number">{texts.region.share(demandShare, demandInterval)}</p>
      <section class="stack">
        <h3>{words.postingSays}</h3>
        {quotes.length === 0 ? (
          <p>{words.none}</p>
        ) : (
          <>
            <p class="quiet small">{words.shown(quotes.length, count)}</p>
            <ul class="plain-list stack">
              {quotes.map((quote) => (
                <li key={`${quote.postingId}-${quote.start}-${quote.quote}`}>
                  <PostingQuote evidence={quote} skill={skill} share={demandShare} n={n} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      <section class="stack">
        <h3>{words.teaches}</h3>
        <Answered answer={page} rows={2} label={words.loading}>
          {({ taughtBy }) =>
            taughtBy.length === 0 ? (
              <p>{words.noTeacher}</p>
            ) : (
              <ul class="plain-list stack">
                {taughtBy.slice(0, 5).map((teacher) => (
                  <li key={teacher.credential.id}>
                    <OutcomeQuote {...teacher} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
      </section>
      <p>
        <Link href={skillAddress(skill.id)}>{words.openSkill}</Link>
      </p>
    </Drawer>
  );
}

function longest<Quote>(a: readonly Quote[], b: readonly Quote[]): readonly Quote[] {
  return b.length > a.length ? b : a;
}
