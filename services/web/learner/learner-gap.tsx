/** What is missing, what the learner says, what others confirm: three lists that are never mixed up. */
import type { LearnerBrief } from '../../domain/brief.ts';
import type { GapReply } from '../../domain/reply.ts';
import { useAddress } from '../address/use-address.ts';
import { ExportMenu } from '../export/export-menu.tsx';
import { gapExport } from '../export/gap-table-export.ts';
import { GapTable } from '../parts/gap-table.tsx';
import { ReplyNotes } from '../parts/reply-notes.tsx';
import { texts } from '../texts/texts.ts';

const words = texts.learner.gap;

export function LearnerGap({ brief }: { brief: LearnerBrief }) {
  const { change } = useAddress();
  const onWhy = (why: string) => {
    change({ why });
  };
  return (
    <>
      <section class="stack" aria-labelledby="missing">
        <div class="between">
          <h2 id="missing">{words.title}</h2>
          <ExportMenu title={words.title} whole={brief} table={() => gapExport(brief.missing)} />
        </div>
        <ReplyNotes reply={brief} />
        {brief.missing.length === 0 ? (
          <p>{words.nothing}</p>
        ) : (
          <GapTable reply={{ gaps: brief.missing }} caption={words.caption} onWhy={onWhy} />
        )}
      </section>
      <div class="two-columns">
        <HeldSkills title={words.claimed} note={words.claimedNote} gaps={brief.claimed} onWhy={onWhy} />
        <HeldSkills title={words.proven} gaps={brief.proven} onWhy={onWhy} />
      </div>
    </>
  );
}

interface HeldSkillsProps {
  title: string;
  note?: string;
  gaps: readonly GapReply[];
  onWhy: (skillId: string) => void;
}

function HeldSkills({ title, note, gaps, onWhy }: HeldSkillsProps) {
  return (
    <section class="stack tight">
      <h2>{title}</h2>
      {note !== undefined && gaps.length > 0 && <p class="quiet">{note}</p>}
      {gaps.length === 0 ? (
        <p class="quiet">{words.nothing}</p>
      ) : (
        <ul class="plain-list held">
          {gaps.map(({ skill, demandShare, demandInterval }) => (
            <li key={skill.id}>
              <button
                type="button"
                class="link-button"
                onClick={() => {
                  onWhy(skill.id);
                }}
              >
                {skill.label}
              </button>{' '}
              <span class="quiet small number">{texts.region.share(demandShare, demandInterval)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
