/** The map as a list, cluster by cluster: everything the picture says, for keyboard and screen reader. */
import { Link } from 'wouter-preact';
import { groupBy } from '../../domain/group-by.ts';
import type { MappedSkill, MapReply } from '../../domain/map-reply.ts';
import { skillAddress } from '../address/use-address.ts';
import { texts } from '../texts/texts.ts';
import { COLOURED_CLUSTERS } from './map-colours.ts';
import { toggled } from './skill-map.tsx';

const words = texts.map;

interface MapListProps {
  map: MapReply;
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
}

export function MapList({ map, chosen, onChoose }: MapListProps) {
  const placed = map.skills.map((skill, position) => ({ ...skill, position }));
  const byCluster = groupBy(placed, ({ cluster }) => cluster);
  const alone = map.clusters.flatMap(({ cluster, stability }) =>
    stability === null ? (byCluster.get(cluster) ?? []) : [],
  );
  return (
    <section class="stack tight" aria-labelledby="map-list">
      <h2 id="map-list">{words.list}</h2>
      {map.clusters.map(
        ({ cluster, label, skillCount, taught, stability }) =>
          stability !== null && (
            <details key={cluster}>
              <summary>
                <i class={`cluster-mark is-${Math.min(cluster, COLOURED_CLUSTERS + 1)}`} aria-hidden="true" />
                {words.cluster(label, skillCount, taught, stability)}
              </summary>
              <SkillTable caption={label} skills={byCluster.get(cluster) ?? []} chosen={chosen} onChoose={onChoose} />
            </details>
          ),
      )}
      {alone.length > 0 && (
        <details>
          <summary>
            <i class={`cluster-mark is-${COLOURED_CLUSTERS + 1}`} aria-hidden="true" />
            {words.alone(alone.length)}
          </summary>
          <SkillTable caption={words.alone(alone.length)} skills={alone} chosen={chosen} onChoose={onChoose} />
        </details>
      )}
    </section>
  );
}

interface SkillTableProps extends Pick<MapListProps, 'chosen' | 'onChoose'> {
  caption: string;
  skills: readonly (MappedSkill & { position: number })[];
}

function SkillTable({ caption, skills, chosen, onChoose }: SkillTableProps) {
  return (
    <table class="facts-table">
      <caption class="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.columns.skill}</th>
          <th scope="col">{words.columns.asked}</th>
          <th scope="col">{words.columns.taught}</th>
        </tr>
      </thead>
      <tbody>
        {skills
          .toSorted((a, b) => b.demandShare - a.demandShare)
          .map(({ skill, demandShare, taughtBy, position }) => (
            <tr key={skill.id}>
              <th scope="row">
                <label class="line">
                  <input
                    type="checkbox"
                    aria-label={`${words.columns.select}: ${skill.label}`}
                    checked={chosen.has(position)}
                    onChange={() => {
                      onChoose(toggled(chosen, position));
                    }}
                  />
                  <Link href={skillAddress(skill.id)}>{skill.label}</Link>
                </label>
              </th>
              <td class="number">{words.asked(demandShare)}</td>
              <td class="number">{words.taughtBy(taughtBy)}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
