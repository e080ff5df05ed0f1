/** A design brief as it is read and printed: outcomes with their evidence, workload, level, competitors, economics. */
import { Link } from 'wouter-preact';
import type { DesignBrief, Estimate } from '../../domain/brief.ts';
import { addressWith, credentialAddress, skillAddress, useAddress } from '../address/use-address.ts';
import type { Asked } from '../ask/ask.ts';
import { PostingQuote } from '../evidence/posting-quote.tsx';
import { KeepDocument } from '../export/keep-document.tsx';
import { hours as hoursText } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import { EconomicsFields } from './economics-fields.tsx';

const words = texts.university.brief;

interface DesignBriefViewProps {
  brief: DesignBrief;
  /** From 1. */
  position: number;
  place: string;
  request: Asked<'post /v1/briefs/design'>;
}

export function DesignBriefView({ brief, position, place, request }: DesignBriefViewProps) {
  const { path, params } = useAddress();
  const { share, interval, postingCount, employers } = brief.demand;
  return (
    <article class="stack loose brief">
      <div class="line no-print">
        <Link class="button small-one" href={addressWith(path, params, { brief: null })}>
          {words.back}
        </Link>
        <button
          type="button"
          class="button small-one main-one"
          onClick={() => {
            window.print();
          }}
        >
          {words.print}
        </button>
        <KeepDocument
          call="post /v1/briefs/design"
          request={{ ...request, top: position }}
          title={brief.title}
          labels={{ md: words.md, html: words.html }}
        />
      </div>
      <header class="stack tight">
        <p class="quiet">{words.for(place)}</p>
        <h2 class="brief-title">{brief.title}</h2>
        <p>
          {texts.university.white.asked(share, interval, postingCount, employers)}{' '}
          {texts.university.white.together(brief.togetherCount)} {texts.university.white.stability(brief.stability)}
        </p>
      </header>
      <section class="stack">
        <h3>{words.outcomes}</h3>
        <ol class="reading-list">
          {brief.outcomes.map(({ text, skill, gapShare, gapInterval, evidence }) => (
            <li key={skill.id} class="stack tight">
              <p>
                <strong>{text}</strong>
                <br />
                <span class="small quiet">
                  <Link href={skillAddress(skill.id)}>{skill.label}</Link>, {words.outcomeShare(gapShare, gapInterval)}
                </span>
              </p>
              {evidence[0] !== undefined && <PostingQuote evidence={evidence[0]} skill={skill} />}
            </li>
          ))}
        </ol>
      </section>
      <dl class="brief-facts">
        <Fact name={words.hours} text={estimateText(brief.hours, hoursText)} />
        <Fact name={words.level} text={estimateText(brief.eqfLevel, (value) => `EQF ${value}`)} />
        <Fact name={words.assessment} text={`${brief.assessment.type}. ${brief.assessment.because}`} />
        <Fact
          name={words.prerequisites}
          text={listText(
            brief.prerequisites.map(({ skill, taughtBy }) => `${skill.label} (${words.taughtBy(taughtBy.title)})`),
          )}
        />
        <Fact name={words.employers} text={listText(brief.employers.map(({ name }) => name))} />
        <Fact name={words.occupations} text={listText(brief.occupations.map(({ label }) => label))} />
      </dl>
      <section class="stack tight">
        <h3>{words.competitors}</h3>
        {brief.competitors.length === 0 && <p class="quiet">{words.noCompetitors}</p>}
        <ul class="reading-list">
          {brief.competitors.map(({ credential, overlap, skills }) => (
            <li key={credential.id}>
              <Link href={credentialAddress(credential.id)}>{credential.title}</Link>: {words.overlap(overlap)}{' '}
              <span class="quiet">({skills.join(', ')})</span>
            </li>
          ))}
        </ul>
      </section>
      <EconomicsFields economics={brief.economics} />
    </article>
  );
}

function Fact({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

function estimateText({ value, n, basis }: Estimate, show: (value: number) => string): string {
  return value === null ? words.unknown : words.estimate(show(value), n, basis);
}

function listText(names: readonly string[]): string {
  return names.length === 0 ? words.unknown : names.join(', ');
}
