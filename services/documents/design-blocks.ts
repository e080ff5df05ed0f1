/** Briefs for new credentials as a document: what a planner takes into a meeting. */
import type { BriefOutcome, DesignBrief, DesignReply, EconomicsReply } from '../domain/brief.ts';
import type { Block } from './brief-document.ts';
import { behind, count, estimate, quoted } from './brief-parts.ts';
import { hours, money, outOf100 } from './show-values.ts';

export function designBlocks(reply: DesignReply): Block[] {
  const head: Block[] = [
    { kind: 'title', text: `What to teach that nobody teaches: ${reply.scopeLabel}` },
    { kind: 'text', text: behind(reply) },
  ];
  if (reply.suppressed !== null) return head;
  if (reply.briefs.length === 0) {
    const why = 'No bundle of skills is asked for together by enough of these postings and left untaught.';
    return [...head, { kind: 'text', text: why }];
  }
  const shown = `${count(reply.spaceCount, 'white space')} found; the ${reply.briefs.length} most worthwhile follow.`;
  return [...head, { kind: 'text', text: shown }, ...reply.briefs.flatMap(briefBlocks)];
}

function briefBlocks(brief: DesignBrief, at: number): Block[] {
  const { demand, assessment } = brief;
  const fit = brief.fit === null ? 'unknown' : `${(100 * brief.fit).toFixed(0)} of 100`;
  return [
    { kind: 'heading', text: `${at + 1}. ${brief.title}` },
    {
      kind: 'list',
      entries: [
        {
          text: `Asked for: ${outOf100(demand.share, demand.interval)} postings ask for at least one of its skills (${count(demand.postingCount, 'posting')} of ${count(demand.employers, 'employer')}); about ${count(brief.togetherCount, 'posting')} for two or more`,
        },
        {
          text: `Held together: a pair of its skills in ${(100 * brief.stability).toFixed(0)} of 100 redraws of the postings, on average`,
        },
        { text: `Fit to the occupations asking: ${fit}. ${named('Occupations', brief.occupations)}` },
        { text: named('Employers', brief.employers) },
        { text: `Hours: ${estimate(brief.hours)}` },
        { text: `EQF level: ${estimate(brief.eqfLevel)}` },
        { text: `Assessment: ${assessment.type} (${assessment.because})` },
        { text: prerequisites(brief) },
      ],
    },
    { kind: 'text', text: 'Learning outcomes, with what asks for them:' },
    { kind: 'list', entries: brief.outcomes.map(outcomeEntry) },
    ...competitorBlocks(brief),
    ...economicsBlocks(brief.economics),
  ];
}

function outcomeEntry(outcome: BriefOutcome): { text: string; quotes: string[] } {
  const taught =
    outcome.catalogueCoverage === 0 ? 'taught by none' : `taught ${(100 * outcome.catalogueCoverage).toFixed(0)} %`;
  const trend = outcome.trend === 'stable' || outcome.trend === 'unknown' ? '' : `, ${outcome.trend}`;
  return {
    text: `${outcome.text}: missing in ${outOf100(outcome.gapShare, outcome.gapInterval)} (${count(outcome.postingCount, 'posting')}${trend}; ${taught}); hours ${estimate(outcome.hours)}`,
    quotes: outcome.evidence.map(quoted),
  };
}

function named(what: string, names: readonly { name?: string; label?: string; postingCount: number }[]): string {
  if (names.length === 0) return `${what}: unknown`;
  return `${what}: ${names.map(({ name, label, postingCount }) => `${name ?? label ?? ''} (${postingCount.toFixed(0)})`).join(', ')}`;
}

function prerequisites({ prerequisites: found }: DesignBrief): string {
  if (found.length === 0) return 'Prerequisites: none shown by what is asked for besides';
  const each = found.map(
    ({ skill, share, taughtBy }) =>
      `${skill.label} (asked for by ${(100 * share).toFixed(0)} of 100 of its postings; taught by "${taughtBy.title}")`,
  );
  return `Prerequisites: ${each.join('; ')}`;
}

function competitorBlocks({ competitors }: DesignBrief): Block[] {
  if (competitors.length === 0)
    return [{ kind: 'text', text: 'Competitors: no imported credential teaches any of it.' }];
  return [
    { kind: 'text', text: 'Competitors (overlap: of 100 parts of this gap that they close already):' },
    {
      kind: 'table',
      columns: ['credential', 'provider', 'overlap', 'hours', 'price', 'teaches'],
      rows: competitors.map(({ credential, overlap, skills }) => [
        credential.title,
        credential.provider ?? 'unknown',
        (100 * overlap).toFixed(0),
        hours(credential.hours),
        money(credential.price),
        skills.join(', '),
      ]),
    },
  ];
}

/** Our names of inputs, in the words of the options. */
const INPUT_OPTIONS: Record<string, string> = {
  price: '--price',
  learnersPerYear: '--learners',
  fixedCost: '--fixed-cost',
  variableCostPerLearner: '--variable-cost',
  platformCostPerYear: '--platform-cost',
  years: '--years',
};

function economicsBlocks(economics: EconomicsReply): Block[] {
  const option = (input: string) => INPUT_OPTIONS[input] ?? `--${input}`;
  const sum = (value: number | null) =>
    value === null ? 'unknown' : `${Math.round(value).toLocaleString('en-US')} ${economics.currency ?? ''}`.trim();
  const learner = `Learner's cost (price + hours x wage): ${sum(economics.learnerCost)}.`;
  if (economics.missing.length > 0)
    return [
      { kind: 'text', text: `Break-even: unknown; give ${economics.missing.map(option).join(', ')}. ${learner}` },
    ];
  const even =
    economics.breakEvenLearners === null
      ? 'never: a further learner leaves nothing over'
      : `${count(economics.breakEvenLearners, 'learner')} a year`;
  const present = economics.presentValue === null ? 'unknown (give --discount-rate)' : sum(economics.presentValue);
  const streams = Object.entries(economics.revenueByStream ?? {}).filter(([, revenue]) => revenue > 0);
  return [
    {
      kind: 'text',
      text: `Break-even: ${even}. Revenue a year ${sum(economics.revenuePerYear)} (${streams.map(([name, revenue]) => `${name} ${sum(revenue)}`).join(', ')}); yearly result ${sum(economics.yearlyResult)}; net present value ${present}. ${learner}`,
    },
    {
      kind: 'table',
      columns: ['input, 20 % lower and higher', 'yearly result, lower', 'yearly result, higher'],
      rows: economics.tornado.map(({ input, low, high }) => [option(input), sum(low), sum(high)]),
    },
  ];
}
