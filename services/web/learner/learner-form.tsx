/** What the learner says: what they can do, the job they want, their limits. The text stays out of the address. */
import { useState } from 'preact/hooks';
import { useAddress } from '../address/use-address.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { TextFileField } from '../parts/text-file-field.tsx';
import { findOccupations } from '../scope/find-scopes.ts';
import { texts } from '../texts/texts.ts';
import { LimitFields } from './limit-fields.tsx';

const words = texts.learner;

interface LearnerFormProps {
  profile: string;
  targetName: string | null;
  onProfile: (profile: string) => void;
}

export function LearnerForm({ profile, targetName, onProfile }: LearnerFormProps) {
  const { get, change } = useAddress();
  const [draft, setDraft] = useState(profile);
  const [problem, setProblem] = useState('');
  const target = get('occupation');
  const posting = get('posting');
  const choose = (value: string | null) => {
    change({ occupation: value, posting: null, pick: null });
  };
  return (
    <form
      class="stack panel form-panel no-print"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft.trim() === '') setProblem(words.needsProfile);
        else if (target === undefined && posting === undefined) setProblem(words.needsTarget);
        else {
          setProblem('');
          change({ example: null }, { isStep: false });
          onProfile(draft);
        }
      }}
    >
      <div class="field">
        <label for="profile">{words.profile}</label>
        <textarea
          id="profile"
          rows={6}
          aria-describedby="profile-hint"
          placeholder={words.profilePlaceholder}
          value={draft}
          maxLength={200_000}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
          }}
        />
        <span id="profile-hint" class="small quiet">
          {words.profileHint}
        </span>
      </div>
      <div class="line">
        <TextFileField label={words.file} accept=".json,.txt,.md,application/json,text/plain" onText={setDraft} />
        <button
          type="button"
          class="link-button"
          onClick={() => {
            setDraft(words.exampleProfile);
          }}
        >
          {words.example}
        </button>
      </div>
      <div class="learner-limits">
        <ChoiceField
          label={words.target}
          placeholder={words.targetPlaceholder}
          chosen={
            target === undefined && posting === undefined
              ? null
              : { value: target ?? posting ?? '', label: targetName ?? target ?? '…' }
          }
          find={findOccupations}
          nothing={texts.region.fields.noneFound}
          clearLabel={texts.region.fields.clear(words.target)}
          onChoose={(choice) => {
            choose(choice?.value ?? null);
          }}
          onText={choose}
        />
        <LimitFields />
      </div>
      <p class="line">
        <button type="submit" class="button main-one">
          {profile === '' ? words.submit : words.again}
        </button>
        <span role="alert">{problem}</span>
      </p>
    </form>
  );
}
