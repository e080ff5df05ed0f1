/**
 * Two gap reports in, what changed and why out.
 *
 * gapShare = D (1 - S). Its change splits exactly into (D2 - D1) (1 - (S1 + S2) / 2) on the side of demand and
 * -(S2 - S1) (D1 + D2) / 2 on the side of supply (Shapley's rule for a product of two). The side of demand:
 * - counted by another linker (model, taxonomy, trained parameters): all of it is the model's, since nobody can say what
 *   the old linker would have found in the new postings;
 * - otherwise part of it is data volume: what D would have become had as many postings as now asked as they did before.
 *   More postings pull less towards the parent. The rest is demand.
 */
import type { ChangeCause, GapChange, GapReport, ReportedGap } from '../domain/gap-report.ts';
import { compareIds } from '../domain/units.ts';
import { betaVariance } from './beta.ts';

type Parts = GapChange['parts'];

/** Largest change first, ties by id; skills whose gap is the same to the last bit are left out. */
export function explainChanges(before: GapReport, after: GapReport): GapChange[] {
  const isSameLinker = before.basis.linkerId === after.basis.linkerId;
  const isComparable = isSameLinker && before.basis.formulaVersion === after.basis.formulaVersion;
  const earlier = new Map<string, ReportedGap>(before.gaps.map((gap) => [gap.skillId, gap]));
  const later = new Map<string, ReportedGap>(after.gaps.map((gap) => [gap.skillId, gap]));
  return [...new Set([...earlier.keys(), ...later.keys()])]
    .flatMap((skillId) => {
      const [was, is] = [earlier.get(skillId), later.get(skillId)];
      const shown = is ?? was;
      const change = (is?.gapShare ?? 0) - (was?.gapShare ?? 0);
      if (shown === undefined || change === 0) return [];
      const parts = partsOf(was, is, before.postings.n, after.postings.n, isComparable);
      return [
        {
          skill: { id: skillId, label: shown.label },
          before: was?.gapShare ?? null,
          after: is?.gapShare ?? null,
          change,
          parts,
          cause: largestOf(parts),
          isClear: isClear(was, is, change),
        },
      ];
    })
    .sort((a, b) => Math.abs(b.change) - Math.abs(a.change) || compareIds(a.skill.id, b.skill.id));
}

function partsOf(
  was: ReportedGap | undefined,
  is: ReportedGap | undefined,
  earlierN: number,
  laterN: number,
  isComparable: boolean,
): Parts {
  const [demandBefore, demandAfter] = [was?.demandShare ?? 0, is?.demandShare ?? 0];
  // Where one report has no such skill its supply there is nobody's business: it takes the other's.
  const supplyBefore = (was ?? is)?.supplyShare ?? 0;
  const supplyAfter = (is ?? was)?.supplyShare ?? 0;
  const unmet = 1 - (supplyBefore + supplyAfter) / 2;
  const supply = (supplyBefore - supplyAfter) * ((demandBefore + demandAfter) / 2);
  if (!isComparable) return { demand: 0, supply, dataVolume: 0, model: (demandAfter - demandBefore) * unmet };
  const grown = was === undefined || is === undefined ? demandBefore : shareWith(was, earlierN, laterN);
  return { demand: (demandAfter - grown) * unmet, supply, dataVolume: (grown - demandBefore) * unmet, model: 0 };
}

/** The demand share of a report, had it been counted in `n` postings that ask alike: the prior stays, the data grow. */
function shareWith({ posterior, expectedCount, linkDispersion }: ReportedGap, earlierN: number, n: number): number {
  const { alpha, beta } = posterior;
  const grown = (n - earlierN) / linkDispersion;
  return (alpha + grown * (expectedCount / earlierN)) / (alpha + beta + grown);
}

function largestOf({ demand, supply, dataVolume, model }: Parts): ChangeCause {
  const causes: [ChangeCause, number][] = [
    ['demand', demand],
    ['supply', supply],
    ['data volume', dataVolume],
    ['model', model],
  ];
  const [first = ['demand', 0]] = causes.sort(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return first[0];
}

/** The 95 % point of the normal distribution: the bound of a two-sided 90 % interval. */
const NORMAL_95 = 1.645;

/** A gap that appears or disappears is clear when its own interval is. Independent samples, normal approximation. */
function isClear(was: ReportedGap | undefined, is: ReportedGap | undefined, change: number): boolean {
  const varianceOf = (gap: ReportedGap | undefined) =>
    gap === undefined ? 0 : betaVariance(gap.posterior) * (1 - (gap.supplyShare ?? 0)) ** 2;
  return Math.abs(change) > NORMAL_95 * Math.sqrt(varianceOf(was) + varianceOf(is));
}
