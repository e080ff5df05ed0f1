/** Everything under /v1, in the order of the documentation. */
import type { Endpoint } from './endpoint.ts';
import { briefEndpoints } from './routes/briefs.ts';
import { correctionEndpoints, type CorrectionDeps } from './routes/corrections.ts';
import { credentialEndpoints } from './routes/credentials.ts';
import { gapsEndpoints } from './routes/gaps.ts';
import { importEndpoints, type ImportDeps } from './routes/imports.ts';
import { mapEndpoints } from './routes/map.ts';
import { overviewEndpoints } from './routes/overview.ts';
import { planEndpoints } from './routes/plan.ts';
import { rankEndpoints } from './routes/rank.ts';
import { reportEndpoints, type ReportDeps } from './routes/reports.ts';
import type { RouteDeps } from './routes/route-deps.ts';
import { skillEndpoints } from './routes/skills.ts';

export type EndpointDeps = RouteDeps & CorrectionDeps & ImportDeps & ReportDeps;

export function apiEndpoints(deps: EndpointDeps) {
  return [
    ...overviewEndpoints(deps),
    ...gapsEndpoints(deps),
    ...rankEndpoints(deps),
    ...planEndpoints(deps),
    ...skillEndpoints(deps),
    ...credentialEndpoints(deps),
    ...mapEndpoints(deps),
    ...briefEndpoints(deps),
    ...reportEndpoints(deps),
    ...correctionEndpoints(deps),
    ...importEndpoints(deps),
  ] as const;
}

/** The same list for documentation: nothing behind it can be asked. */
export function describedEndpoints(): readonly Endpoint[] {
  const refuse = (): never => {
    throw new Error('These endpoints are only described.');
  };
  return apiEndpoints({
    answers: refuse,
    emerging: refuse,
    readTexts: refuse,
    storeOf: refuse,
    findSkill: refuse,
    relinkPostings: refuse,
    importFile: refuse,
    link: refuse,
    jobs: { start: refuse, find: refuse, follow: refuse, whenEnded: refuse, close: refuse },
    now: () => new Date(0),
  });
}
