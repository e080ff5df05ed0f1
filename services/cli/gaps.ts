/** `skillgap gaps SCOPE`: what is asked for and missing. `gaps diff A B`: what changed between two stored reports. */
import { Command } from 'commander';
import { answerGaps } from '../answers/answer-gaps.ts';
import { diffReports, reportGaps } from '../answers/report-gaps.ts';
import { composeSystem } from '../compose.ts';
import { addCommonOptions, configOf, nowOf, reply, say, wholeNumber, type CommonOptions } from './context.ts';
import { addScopeOptions, answerOptions, scopeRequest, withAnswers, type ScopeOptions } from './scope-options.ts';
import { showDiff } from './show/show-diff.ts';
import { showGaps } from './show/show-gaps.ts';

interface GapsOptions extends ScopeOptions {
  quotes: string;
  wefList: string;
  snapshot?: boolean;
}

export function gapsCommand(): Command {
  return (
    addScopeOptions(new Command('gaps'))
      .description('ranked skill gaps of a region, an employer, an occupation or a learner')
      .option('--quotes <n>', 'quotes under each skill', '1')
      .option('--wef-list <year>', 'WEF list for --framework wef: 2023 or 2025', '2025')
      .option('--snapshot', 'stores the gaps as a report and prints its id, for gaps diff')
      // Options of the same name behind `diff` are its own.
      .enablePositionalOptions()
      .action(askGaps)
      .addCommand(diffCommand())
  );
}

async function askGaps(options: GapsOptions): Promise<void> {
  const quotes = wholeNumber('--quotes', options.quotes, 0) ?? 1;
  const request = { ...scopeRequest(options), coreSkillYear: wholeNumber('--wef-list', options.wefList, 2023) };
  const settings = answerOptions(options);
  const storedAt = nowOf(options);
  const { gaps, snapshot } = await withAnswers(options, async (deps, store) => {
    const report = options.snapshot === true ? await reportGaps(request, deps, settings) : null;
    if (report !== null) await store.gapReports.save(report, storedAt);
    const evidencePerSkill = Math.max(quotes, settings.evidencePerSkill);
    return { gaps: await answerGaps(request, deps, { ...settings, evidencePerSkill }), snapshot: report?.id };
  });
  reply(options, snapshot === undefined ? gaps : { ...gaps, snapshot }, () => showGaps(gaps, quotes));
  if (snapshot !== undefined && options.json !== true) say(`Stored as ${snapshot}.`);
}

function diffCommand(): Command {
  return addCommonOptions(new Command('diff'))
    .description('what changed between two stored reports, and why')
    .argument('<before>', 'id of the earlier report, or its beginning')
    .argument('<after>', 'id of the later report, or its beginning')
    .option('--top <n>', 'how many changes to show', '20')
    .action(async (before: string, after: string, options: CommonOptions & { top: string }) => {
      const top = wholeNumber('--top', options.top, 1) ?? 20;
      const system = await composeSystem(configOf(options));
      try {
        const diff = await diffReports(before, after, system.store.gapReports);
        reply(options, diff, () => showDiff(diff, top));
      } finally {
        await system.close();
      }
    });
}
