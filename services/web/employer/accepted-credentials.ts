/**
 * The credentials of a brief, counted again for the skills a person accepted:
 * gapClosed = sum over accepted skills of gapShare x coverage / sum over accepted skills of gapShare.
 */
import type { EmployerBrief } from '../../domain/brief.ts';
import type { RankedCredentialReply } from '../../domain/reply.ts';

export function acceptedCredentials(
  { competencies, credentials }: Pick<EmployerBrief, 'competencies' | 'credentials'>,
  rejected: ReadonlySet<string>,
): RankedCredentialReply[] {
  if (rejected.size === 0) return credentials;
  const gaps = new Map(
    competencies
      .filter(({ skill }) => !rejected.has(skill.id))
      .map(({ skill, demandShare, supplyShare }) => [skill.id, demandShare * (1 - (supplyShare ?? 0))]),
  );
  const whole = [...gaps.values()].reduce((sum, gap) => sum + gap, 0);
  if (whole === 0) return [];
  return credentials
    .map((ranked) => {
      const contributions = ranked.contributions.flatMap((part) => {
        const gap = gaps.get(part.skill.id);
        return gap === undefined ? [] : [{ ...part, contribution: (gap * part.coverage) / whole }];
      });
      const gapClosed = contributions.reduce((sum, { contribution }) => sum + contribution, 0);
      const grown = ranked.gapClosed === 0 ? 0 : gapClosed / ranked.gapClosed;
      const [low, high] = ranked.gapClosedInterval;
      const { hours } = ranked.credential;
      return {
        ...ranked,
        contributions,
        gapClosed: gapClosed as RankedCredentialReply['gapClosed'],
        // The width stays in proportion: what made it uncertain is the same postings.
        gapClosedInterval: [Math.min(1, low * grown), Math.min(1, high * grown)] as [number, number],
        per10Hours: hours === null ? null : (gapClosed / hours) * 10,
      };
    })
    .filter(({ gapClosed }) => gapClosed > 0)
    .sort((a, b) => b.gapClosed - a.gapClosed);
}
