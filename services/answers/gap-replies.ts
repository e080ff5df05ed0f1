/** Parts of a gap in, the same parts as they are answered out. */
import type { SkillGap } from '../domain/gap.ts';
import type { DemandEvidence } from '../store/store.ts';

export function sharesOf(gap: SkillGap) {
  const { demandShare, demandInterval, mustHaveShare, supplyShare, supplyState, gapShare, gapInterval, specificity } =
    gap;
  return { demandShare, demandInterval, mustHaveShare, supplyShare, supplyState, gapShare, gapInterval, specificity };
}

export function toEvidenceReply({
  postingId,
  title,
  employer,
  postedOn,
  quote,
  start,
  end,
  confidence,
}: DemandEvidence) {
  return { postingId, title, employer, postedOn, quote, start, end, confidence };
}
