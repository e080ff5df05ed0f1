/** `skillgap demo`: the sample pack in a fresh temporary home, and an answer for a region, an employer and a learner. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { answerGaps, type GapsRequest } from '../answers/answer-gaps.ts';
import { answerPlan } from '../answers/answer-plan.ts';
import { answerRank } from '../answers/answer-rank.ts';
import { DEFAULT_OPTIONS, type AnswerDeps } from '../answers/answer-deps.ts';
import { composeSystem } from '../compose.ts';
import type { GapsReply, PlanReply, RankReply } from '../domain/reply.ts';
import { loadSamplePack, SAMPLE_FRAMEWORK, samplePath } from '../imports/load-sample-pack.ts';
import { readLearnerFile } from '../standards/read-learner.ts';
import { addCommonOptions, configOf, reply, say, wholeNumber, type CommonOptions } from './context.ts';
import { runLink } from './link.ts';
import { showGaps } from './show/show-gaps.ts';
import { showPlan } from './show/show-plan.ts';
import { showRank } from './show/show-rank.ts';

/** The sample postings end on 31 October 2026: any other day would show them stale. */
const DEMO_NOW = '2026-11-01T00:00:00.000Z';

interface DemoPart {
  title: string;
  request: GapsRequest;
  top: number;
  budget: { amount: number; currency: string };
  hours: number;
}

interface DemoAnswer {
  title: string;
  gaps: GapsReply;
  credentials: RankReply;
  plan: PlanReply;
}

function demoParts(): DemoPart[] {
  return [
    { title: 'A REGION', request: { region: 'IE-G' }, top: 5, budget: { amount: 600, currency: 'EUR' }, hours: 150 },
    {
      title: 'AN EMPLOYER',
      request: { employer: 'Rinvara Security' },
      top: 5,
      budget: { amount: 800, currency: 'EUR' },
      hours: 150,
    },
    {
      title: 'A LEARNER: a shop manager who wants to become a data analyst',
      request: { occupation: 'data analyst', profile: readLearnerFile(samplePath('learners/sample-learner-a.json')) },
      top: 5,
      budget: { amount: 300, currency: 'EUR' },
      hours: 120,
    },
  ];
}

export function demoCommand(): Command {
  return addCommonOptions(new Command('demo'))
    .description('the main job on the sample pack, in a temporary home that is removed afterwards')
    .action(async (options: CommonOptions) => {
      const home = mkdtempSync(path.join(tmpdir(), 'skillgap-demo-'));
      try {
        const answers = await runDemo(home, options);
        reply(options, { answers }, () => answers.map(showAnswer).join('\n\n\n'));
      } finally {
        rmSync(home, { recursive: true, force: true });
      }
    });
}

async function runDemo(home: string, options: CommonOptions): Promise<DemoAnswer[]> {
  // The demo shows the embedded defaults whatever the environment points at.
  const config = { ...configOf(options), homeFolder: home, databaseUrl: undefined, redisUrl: undefined };
  const system = await composeSystem(config, { taxonomy: SAMPLE_FRAMEWORK });
  try {
    say('Loading the sample pack (written for this project; employers, providers and people are invented) ...');
    await loadSamplePack(system.store, options.now ?? DEMO_NOW);
    say('Linking postings and credentials to skills ...');
    const linked = await runLink(system);
    say(
      `${linked.postings.linked} postings (${linked.postings.duplicates} repeats left out) and ${linked.credentials.linked} credentials linked in ${linked.seconds} s.\n`,
    );
    const deps = await system.answers();
    const seed = wholeNumber('--seed', options.seed, 0) ?? DEFAULT_OPTIONS.seed;
    const answers: DemoAnswer[] = [];
    for (const part of demoParts())
      answers.push(await answerPart(part, deps, seed, (options.now ?? DEMO_NOW).slice(0, 10)));
    return answers;
  } finally {
    await system.close();
  }
}

async function answerPart(
  { title, request, top, budget, hours }: DemoPart,
  deps: AnswerDeps,
  seed: number,
  today: string,
): Promise<DemoAnswer> {
  const settings = { ...DEFAULT_OPTIONS, top, seed };
  return {
    title,
    gaps: await answerGaps(request, deps, settings),
    credentials: await answerRank({ ...request, today }, deps, { ...settings, top: 3 }),
    plan: await answerPlan({ ...request, constraints: { budget, hours }, deadline: null }, deps, settings),
  };
}

function showAnswer({ title, gaps, credentials, plan }: DemoAnswer): string {
  return [`=== ${title} ===`, '', showGaps(gaps, 1), '', showRank(credentials, 2), '', showPlan(plan)].join('\n');
}
