/** The skills chosen on the map, and the design brief that has most of them. */
import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import type { DesignBrief } from '../../domain/brief.ts';
import type { MapReply } from '../../domain/map-reply.ts';
import { addressWith, scopeParts, skillAddress, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { Answered } from '../parts/answered.tsx';
import { texts } from '../texts/texts.ts';

const words = texts.map.chosen;
const MOST_BRIEFS = 30;

interface ChosenSkillsProps {
  map: MapReply;
  chosen: ReadonlySet<number>;
  onClear: () => void;
}

export function ChosenSkills({ map, chosen, onClear }: ChosenSkillsProps) {
  const { get } = useAddress();
  const [isAsked, setAsked] = useState(false);
  const parts = scopeParts(get);
  const answer = useAnswer(
    'post /v1/briefs/design',
    isAsked && chosen.size > 0 ? { ...parts, top: MOST_BRIEFS } : null,
  );
  const skills = [...chosen].flatMap((position) => map.skills[position] ?? []);
  if (skills.length === 0) return <p class="note no-print">{words.none}</p>;
  return (
    <section class="panel stack tight" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p role="status">{words.sum(skills.length, skills.filter(({ taughtBy }) => taughtBy === 0).length)}</p>
      <p class="line">
        {skills.map(({ skill }) => (
          <Link key={skill.id} class="tag" href={skillAddress(skill.id)}>
            {skill.label}
          </Link>
        ))}
      </p>
      <p class="line no-print">
        <button
          type="button"
          class="button small-one main-one"
          onClick={() => {
            setAsked(true);
          }}
        >
          {words.brief}
        </button>
        <button type="button" class="button small-one" onClick={onClear}>
          {words.clear}
        </button>
      </p>
      <Answered answer={answer} rows={1}>
        {({ briefs }) => <NearestBrief briefs={briefs} wanted={new Set(skills.map(({ skill }) => skill.id))} />}
      </Answered>
    </section>
  );
}

function NearestBrief({ briefs, wanted }: { briefs: readonly DesignBrief[]; wanted: ReadonlySet<string> }) {
  const { get } = useAddress();
  const shared = briefs.map(({ outcomes }) => outcomes.filter(({ skill }) => wanted.has(skill.id)).length);
  const most = Math.max(0, ...shared);
  const position = shared.indexOf(most);
  const brief = briefs[position];
  if (brief === undefined || most === 0) return <p>{words.notFound}</p>;
  const { region, occupation, employer, since, until } = scopeParts(get);
  const to = addressWith('/university', new URLSearchParams(), {
    region,
    occupation,
    employer,
    since,
    until,
    tab: 'white',
    brief: position + 1,
  });
  return (
    <p class="line">
      {words.found(brief.title, most, wanted.size)}
      <Link class="button small-one" href={to}>
        {words.open}
      </Link>
    </p>
  );
}
