/** The skills read from a text, each with its sentence, to be accepted or rejected, and the proficiency that is needed. */
import { Link } from 'wouter-preact';
import type { Competency } from '../../domain/brief.ts';
import { skillAddress } from '../address/use-address.ts';
import { Quote } from '../parts/quote.tsx';
import { texts } from '../texts/texts.ts';
import type { Staff } from './staff-field.tsx';

const words = texts.employer.competencies;

export interface Verdicts {
  /** Skill ids. */
  rejected: ReadonlySet<string>;
  /** 1 to 4 by skill id. */
  proficiencies: ReadonlyMap<string, number>;
}

interface CompetenciesProps {
  competencies: readonly Competency[];
  postingCount: number;
  verdicts: Verdicts;
  staff: Staff | null;
  onVerdicts: (verdicts: Verdicts) => void;
}

export function Competencies({ competencies, postingCount, verdicts, staff, onVerdicts }: CompetenciesProps) {
  const { rejected, proficiencies } = verdicts;
  return (
    <div class="stack tight">
      <p class="quiet no-print">{words.intro}</p>
      <ol class="plain-list">
        {competencies.map((competency) => (
          <CompetencyRow
            key={competency.skill.id}
            competency={competency}
            postingCount={postingCount}
            isRejected={rejected.has(competency.skill.id)}
            proficiency={proficiencies.get(competency.skill.id) ?? 0}
            staff={staff}
            onVerdict={(isRejected) => {
              const next = new Set(rejected);
              if (isRejected) next.add(competency.skill.id);
              else next.delete(competency.skill.id);
              onVerdicts({ ...verdicts, rejected: next });
            }}
            onProficiency={(proficiency) => {
              onVerdicts({ ...verdicts, proficiencies: new Map(proficiencies).set(competency.skill.id, proficiency) });
            }}
          />
        ))}
      </ol>
    </div>
  );
}

interface CompetencyRowProps {
  competency: Competency;
  postingCount: number;
  isRejected: boolean;
  proficiency: number;
  staff: Staff | null;
  onVerdict: (isRejected: boolean) => void;
  onProficiency: (proficiency: number) => void;
}

function CompetencyRow(props: CompetencyRowProps) {
  const { competency, postingCount, isRejected, proficiency, staff, onVerdict, onProficiency } = props;
  const { skill, need, demandShare, taught, evidence } = competency;
  const held = staff?.bySkill.get(skill.label.toLowerCase());
  const [first, ...more] = evidence;
  return (
    <li class={isRejected ? 'competency is-rejected' : 'competency'}>
      <div class="stack tight">
        <p>
          <Link href={skillAddress(skill.id)} class="competency-name">
            {skill.label}
          </Link>{' '}
          <span class={need === 'must' ? 'tag warn' : 'tag'}>{words.need[need]}</span>{' '}
          <span class="small quiet">
            {postingCount > 1 && `${words.share(demandShare)}, `}
            {words.taught(taught)}
          </span>
        </p>
        {first !== undefined && (
          <blockquote class="small">
            <Quote quote={first.quote} start={first.start} end={first.end} />
          </blockquote>
        )}
        {more.length > 0 && (
          <details class="small">
            <summary>{words.more(more.length)}</summary>
            {more.map(({ postingId, quote, start, end }) => (
              <blockquote key={`${postingId}-${start}-${quote}`}>
                <Quote quote={quote} start={start} end={end} />
              </blockquote>
            ))}
          </details>
        )}
        {staff !== null && (
          <p class="small">
            {words.columns.staff}:{' '}
            {held === undefined ? texts.employer.staff.notHeld : texts.employer.staff.held(held.headcount, staff.total)}
          </p>
        )}
      </div>
      <div class="competency-verdict no-print">
        <button
          type="button"
          class="button small-one"
          aria-pressed={!isRejected}
          aria-label={words.acceptLabel(skill.label)}
          onClick={() => {
            onVerdict(false);
          }}
        >
          {words.accept}
        </button>
        <button
          type="button"
          class="button small-one"
          aria-pressed={isRejected}
          aria-label={words.rejectLabel(skill.label)}
          onClick={() => {
            onVerdict(true);
          }}
        >
          {words.reject}
        </button>
        <select
          class="entry"
          aria-label={words.proficiencyLabel(skill.label)}
          disabled={isRejected}
          value={proficiency}
          onChange={(event) => {
            onProficiency(Number(event.currentTarget.value));
          }}
        >
          {words.proficiency.map((name, value) => (
            <option key={name} value={value}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}
