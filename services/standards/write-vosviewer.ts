/**
 * A map of skills in, the JSON file that VOSviewer (1.6.17 and later) and VOSviewer Online open out.
 *
 * Format: VOSviewer manual, "JSON files": network { items, links }, config, info. Its ids are ours to choose and its
 * clusters count from 1. Scores colour the map: "Taught" is the supply overlay. Items with the same label would be hard
 * to tell apart, so the skill's own id stands in the description.
 */
import type { MapReply } from '../domain/map-reply.ts';

export interface VosviewerFile {
  network: {
    items: {
      id: number;
      label: string;
      description: string;
      x: number;
      y: number;
      cluster: number;
      weights: Record<string, number>;
      scores: Record<string, number>;
    }[];
    links: { source_id: number; target_id: number; strength: number }[];
    clusters: { cluster: number; label: string }[];
  };
  config: { parameters: Record<string, number | string | boolean>; terminology: Record<string, string> };
  info: { title: string; description: string };
}

export function writeVosviewer(map: MapReply): VosviewerFile {
  const ids = new Map(map.skills.map(({ skill }, at) => [skill.id, at + 1]));
  return {
    network: {
      items: map.skills.map((mapped, at) => ({
        id: at + 1,
        label: mapped.skill.label,
        description: `${mapped.skill.id}; taught by ${mapped.taughtBy} ${mapped.taughtBy === 1 ? 'credential' : 'credentials'}`,
        x: mapped.x,
        y: mapped.y,
        cluster: mapped.cluster,
        weights: {
          Postings: tidy(mapped.postingCount),
          Links: mapped.linkCount,
          'Total link strength': tidy(mapped.totalLinkStrength),
        },
        scores: { Taught: tidy(mapped.taught), 'Demand share': tidy(mapped.demandShare), Bridge: tidy(mapped.bridge) },
      })),
      links: map.links.flatMap(({ from, to, strength }) => {
        const [source, target] = [ids.get(from), ids.get(to)];
        if (source === undefined || target === undefined) return [];
        return [{ source_id: source, target_id: target, strength: tidy(strength) }];
      }),
      clusters: map.clusters.map(({ cluster, label }) => ({ cluster, label })),
    },
    config: {
      parameters: { item_size: 'Postings', item_color: 'Cluster', max_n_links: 1000 },
      terminology: {
        item: 'Skill',
        items: 'Skills',
        link: 'Asked for together',
        links: 'Asked for together',
        link_strength: 'Times as often as by chance (lower 95 % bound)',
        total_link_strength: 'Total link strength',
      },
    },
    info: { title: `Skills asked for together: ${map.scopeLabel}`, description: descriptionOf(map) },
  };
}

function descriptionOf({ postings, taxonomy, window, minPostingCount }: MapReply): string {
  const days = [
    window.since === null ? '' : ` since ${window.since}`,
    window.until === null ? '' : ` until ${window.until}`,
  ];
  return `${postings.n} postings of ${postings.employers} employers${days.join('')}; skills of ${taxonomy.name} ${taxonomy.version} asked for by at least ${minPostingCount} postings. Taught: highest coverage of any imported credential, 0 to 1. Colour shows clusters, not quality.`;
}

function tidy(value: number): number {
  return Number(value.toFixed(4));
}
