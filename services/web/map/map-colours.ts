/** The tokens of the page as a canvas needs them: computed, for the colours on screen now. */
export interface MapColours {
  paper: string;
  ink: string;
  inkSoft: string;
  line: string;
  accent: string;
  clusters: readonly string[];
}

/** The palette has eight; smaller clusters share the last, grey one. */
export const COLOURED_CLUSTERS = 7;

export function readColours(near: HTMLElement): MapColours {
  const probe = document.createElement('span');
  near.append(probe);
  const read = (token: string) => {
    probe.style.color = `var(${token})`;
    return getComputedStyle(probe).color;
  };
  const colours = {
    paper: read('--paper'),
    ink: read('--ink'),
    inkSoft: read('--ink-soft'),
    line: read('--line'),
    accent: read('--accent'),
    clusters: ['1', '2', '3', '4', '5', '6', '8', '7'].map((name) => read(`--cluster-${name}`)),
  };
  probe.remove();
  return colours;
}

/** @param cluster 1 is the largest */
export function clusterColour({ clusters }: MapColours, cluster: number): string {
  return clusters[Math.min(cluster, COLOURED_CLUSTERS + 1) - 1] ?? '';
}
