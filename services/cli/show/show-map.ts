/** A map of skills for people: its clusters with their skills, and who bridges them. */
import type { MapReply } from '../../domain/map-reply.ts';
import { header } from './header.ts';
import { shorten, table } from './table.ts';

const SKILLS_SHOWN = 8;
const BRIDGES_SHOWN = 5;

export function showMap(reply: MapReply): string {
  const question = `Which skills are asked for together: ${reply.scopeLabel}`;
  if (reply.suppressed !== null) return header(question, reply);
  if (reply.skills.length === 0)
    return `${header(question, reply)}\nNo skill is asked for by ${reply.minPostingCount} of these postings: lower --min-postings or widen the scope.`;
  const rows = reply.clusters.flatMap(({ cluster, skillCount, taught, stability }) => {
    if (stability === null) return [];
    const own = reply.skills.filter((skill) => skill.cluster === cluster);
    const names = own.slice(0, SKILLS_SHOWN).map(({ skill, taught: part, taughtBy }) => {
      return `${skill.label} (${taughtBy === 0 ? 'not taught' : `taught ${(100 * part).toFixed(0)} %`})`;
    });
    const more = own.length > SKILLS_SHOWN ? `; ${own.length - SKILLS_SHOWN} more` : '';
    return {
      cells: [
        String(cluster),
        String(skillCount),
        `${(100 * taught).toFixed(0)} of 100`,
        `${(100 * stability).toFixed(0)} of 100`,
      ],
      below: [`${names.join('; ')}${more}`],
    };
  });
  const alone = reply.clusters.filter(({ skillCount }) => skillCount === 1).length;
  const bridges = reply.skills.toSorted((a, b) => b.bridge - a.bridge).slice(0, BRIDGES_SHOWN);
  return [
    header(question, reply),
    '',
    table(
      [
        { title: 'cluster', align: 'right' },
        { title: 'skills', align: 'right' },
        { title: 'taught' },
        { title: 'holds' },
      ],
      rows,
    ),
    '',
    `${reply.skills.length} skills, ${reply.links.length} links; ${alone} skills are in no cluster.`,
    `Bridges between clusters: ${bridges.map(({ skill, bridge }) => `${shorten(skill.label, 40)} (${bridge.toFixed(2)})`).join(', ')}.`,
    'taught: highest coverage by an imported credential, averaged over the postings that ask; --format vosviewer draws it.',
    'holds: how often two of its skills stay together when the postings are drawn again at random.',
  ].join('\n');
}
