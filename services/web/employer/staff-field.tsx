/** A staff list beside the skills that are asked for. It stays in the browser. */
import { useState } from 'preact/hooks';
import { TextFileField } from '../parts/text-file-field.tsx';
import { texts } from '../texts/texts.ts';
import { readStaff, type StaffSkill } from './read-staff.ts';

const words = texts.employer.staff;

export interface Staff {
  bySkill: ReadonlyMap<string, StaffSkill>;
  /** People in the team; null where not said. */
  total: number | null;
}

interface StaffFieldProps {
  /** Of the skills on screen. */
  labels: readonly string[];
  staff: Staff | null;
  onStaff: (staff: Staff) => void;
}

export function StaffField({ labels, staff, onStaff }: StaffFieldProps) {
  const [said, setSaid] = useState('');
  const read = async (content: string) => {
    const bySkill = await readStaff(content);
    if (bySkill === null) {
      setSaid(words.wrong);
      return;
    }
    setSaid(words.read(labels.filter((label) => bySkill.has(label.toLowerCase())).length, bySkill.size));
    onStaff({ bySkill, total: staff?.total ?? null });
  };
  return (
    <section class="stack tight no-print" aria-labelledby="staff">
      <h2 id="staff">{words.title}</h2>
      <p class="quiet">{words.intro}</p>
      <div class="line">
        <TextFileField label={words.file} accept=".csv,text/csv" onText={(content) => void read(content)} />
        <div class="field">
          <label for="staff-total">{words.total}</label>
          <input
            id="staff-total"
            type="number"
            min="1"
            disabled={staff === null}
            value={staff?.total ?? ''}
            onChange={(event) => {
              const total = Number(event.currentTarget.value);
              if (staff !== null) onStaff({ ...staff, total: total > 0 ? total : null });
            }}
          />
        </div>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
