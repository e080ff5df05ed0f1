/** What an employer hands in: a text, a file of postings, or the name of a company whose postings are here. */
import { useState } from 'preact/hooks';
import { useAddress } from '../address/use-address.ts';
import { ChoiceField } from '../parts/choice-field.tsx';
import { TextFileField } from '../parts/text-file-field.tsx';
import { findEmployers } from '../scope/find-scopes.ts';
import { texts } from '../texts/texts.ts';
import { MOST_POSTINGS, readPostings, type HandedIn } from './read-postings.ts';

const words = texts.employer;

interface EmployerFormProps {
  employerName: string | null;
  onHandedIn: (handedIn: HandedIn) => void;
}

export function EmployerForm({ employerName, onHandedIn }: EmployerFormProps) {
  const { get, change } = useAddress();
  const [draft, setDraft] = useState('');
  const [said, setSaid] = useState('');
  const employer = get('employer');
  const handIn = (handedIn: HandedIn) => {
    change({ employer: null }, { isStep: false });
    onHandedIn(handedIn);
  };
  const readFile = async (content: string, name: string) => {
    const read = await readPostings(content, name);
    if (read === null) setSaid(words.fileEmpty);
    else if ('text' in read) setDraft(read.text);
    else {
      const { length } = read.postings;
      setSaid([words.fileRows(length, name), length === MOST_POSTINGS ? words.fileMost(MOST_POSTINGS) : ''].join(' '));
      handIn(read);
    }
  };
  return (
    <form
      class="stack panel form-panel no-print"
      onSubmit={(event) => {
        event.preventDefault();
        setSaid(draft.trim() === '' ? words.needsText : '');
        if (draft.trim() !== '') handIn({ text: draft });
      }}
    >
      <div class="field">
        <label for="job-text">{words.text}</label>
        <textarea
          id="job-text"
          rows={6}
          maxLength={200_000}
          placeholder={words.textPlaceholder}
          value={draft}
          onInput={(event) => {
            setDraft(event.currentTarget.value);
          }}
        />
      </div>
      <TextFileField
        label={words.file}
        accept=".txt,.md,.json,.jsonl,.csv,text/plain,text/csv,application/json"
        onText={(content, name) => void readFile(content, name)}
      />
      <div class="employer-fields">
        <ChoiceField
          label={words.stored}
          placeholder={words.storedPlaceholder}
          chosen={employer === undefined ? null : { value: employer, label: employerName ?? employer }}
          find={findEmployers}
          nothing={texts.region.fields.noneFound}
          clearLabel={texts.region.fields.clear(words.stored)}
          onChoose={(choice) => {
            change({ employer: choice?.value ?? null });
          }}
          onText={(text) => {
            change({ employer: text });
          }}
        />
        <div class="field">
          <label for="purpose">{words.purpose}</label>
          <select
            id="purpose"
            value={get('purpose') ?? ''}
            onChange={(event) => {
              change({ purpose: event.currentTarget.value }, { isStep: false });
            }}
          >
            <option value="">{words.purposes.none}</option>
            <option value="recruitment">{words.purposes.recruitment}</option>
            <option value="promotion">{words.purposes.promotion}</option>
            <option value="CPD">{words.purposes.CPD}</option>
          </select>
        </div>
      </div>
      <p class="line">
        <button type="submit" class="button main-one">
          {words.submit}
        </button>
        <span role="alert">{said}</span>
      </p>
    </form>
  );
}
