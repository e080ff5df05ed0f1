/** Everything about one skill: demand over time, where and by whom, who teaches it, what is asked for with it. */
import { Link } from 'wouter-preact';
import type { SkillPageReply, SkillPlace } from '../../domain/skill-page-reply.ts';
import { addressWith, scopeParts, skillAddress, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { OutcomeQuote } from '../evidence/outcome-quote.tsx';
import { PostingQuote } from '../evidence/posting-quote.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { Answered } from '../parts/answered.tsx';
import { barMax, ShareBar } from '../parts/share-bar.tsx';
import { useTitle } from '../parts/use-title.ts';
import { ScopeFields } from '../scope/scope-fields.tsx';
import { texts } from '../texts/texts.ts';
import { DemandOverTime } from './demand-over-time.tsx';

const words = texts.pages.skill;

export function SkillView() {
  const { get } = useAddress();
  const id = get('id');
  const answer = useAnswer('get /v1/skills/{id}', id === undefined ? null : { ...scopeParts(get), id });
  useTitle(answer.reply?.skill.label ?? '');
  return (
    <div class="stack loose">
      <Answered answer={answer} rows={8} heading={words.heading}>
        {(reply) => <SkillPage reply={reply} />}
      </Answered>
    </div>
  );
}

function SkillPage({ reply }: { reply: SkillPageReply }) {
  const { skill, demand, trend, weeks, regions, employers, evidence, neighbours } = reply;
  return (
    <div class="stack loose">
      <div class="stack">
        <div class="between">
          <h1>{skill.label}</h1>
          <ExportMenu title={skill.label} whole={reply} table={() => weeksExport(reply)} />
        </div>
        {skill.description !== null && <p class="reading">{skill.description}</p>}
        {skill.aliases.length > 0 && (
          <p class="quiet">
            {words.aliases}: {skill.aliases.slice(0, 12).join(', ')}
          </p>
        )}
        <ScopeFields scope={reply.scope} hasFramework={false} />
        <p class="lead">
          {reply.suppressed ??
            (demand === null
              ? words.noDemand
              : `${words.demand(demand.share, demand.interval, demand.rank)} ${words.must(demand.mustHaveShare)}`)}
        </p>
      </div>
      <DemandOverTime label={skill.label} weeks={weeks} direction={trend?.direction ?? 'unknown'} />
      <div class="two-columns">
        <Places title={words.regions} column={words.place} places={regions} parameter="region" />
        <Places title={words.employers} column={words.employer} places={employers} parameter="employer" />
      </div>
      <div class="two-columns">
        <section class="stack">
          <h2>{words.evidence}</h2>
          <ul class="plain-list stack">
            {evidence.map((quote) => (
              <li key={`${quote.postingId}-${quote.start}-${quote.quote}`}>
                <PostingQuote evidence={quote} skill={skill} />
              </li>
            ))}
          </ul>
        </section>
        <Teachers reply={reply} />
      </div>
      {neighbours.length > 0 && (
        <section class="stack tight">
          <h2>{words.neighbours}</h2>
          <ul class="plain-list neighbour-list">
            {neighbours.map(({ skill: other, togetherCount, taughtBy }) => (
              <li key={other.id}>
                <Link href={skillAddress(other.id)}>{other.label}</Link>{' '}
                <span class="small quiet number">
                  {words.together(togetherCount)}, {words.taughtBy(taughtBy)}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Teachers({ reply: { taughtBy, teacherCount } }: { reply: SkillPageReply }) {
  return (
    <section class="stack">
      <h2>{teacherCount === 0 ? words.noTeachers : words.teachers(teacherCount)}</h2>
      <ul class="plain-list stack">
        {taughtBy.slice(0, 10).map((teacher) => (
          <li key={teacher.credential.id}>
            <OutcomeQuote {...teacher} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface PlacesProps {
  title: string;
  column: string;
  places: readonly SkillPlace[];
  parameter: 'region' | 'employer';
}

function Places({ title, column, places, parameter }: PlacesProps) {
  const max = barMax(places.map(({ demandInterval }) => demandInterval));
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      {places.length === 0 ? (
        <p class="quiet">{words.tooFew}</p>
      ) : (
        <table class="facts-table">
          <caption class="unseen">{title}</caption>
          <thead>
            <tr>
              <th scope="col">{column}</th>
              <th scope="col">{words.asks}</th>
              <th scope="col">{words.n}</th>
            </tr>
          </thead>
          <tbody>
            {places.map(({ value, label, demandShare, demandInterval, n }) => (
              <tr key={value}>
                <th scope="row">
                  <Link href={addressWith('/region', new URLSearchParams(), { [parameter]: value })}>{label}</Link>
                </th>
                <td>
                  <ShareBar demandShare={demandShare} interval={demandInterval} supplyShare={null} max={max} />
                  <span class="number small">{texts.region.shareAlone(demandShare, demandInterval)}</span>
                </td>
                <td class="number">{n}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function weeksExport({ weeks }: SkillPageReply) {
  return {
    columns: ['week', 'postings', 'expected postings that ask for it'],
    rows: weeks.map(({ week, n, expectedCount }) => [week, n, expectedCount]),
  };
}
