/** Money, hours, deadline, number of courses, languages: each changes the plan at once. */
import { useAddress } from '../address/use-address.ts';
import { texts } from '../texts/texts.ts';
import {
  CURRENCIES,
  DEFAULT_COURSES,
  DEFAULT_CURRENCY,
  DEFAULT_WEEKLY_HOURS,
  LANGUAGES,
  languageName,
} from './limits.ts';

const words = texts.learner;

export function LimitFields() {
  const { get, change } = useAddress();
  const set = (name: string) => (event: { currentTarget: { value: string } }) => {
    change({ [name]: event.currentTarget.value, pick: null }, { isStep: false });
  };
  return (
    <>
      <div class="field">
        <label for="budget">{words.budget}</label>
        <div class="money">
          <input
            id="budget"
            type="number"
            min="0"
            step="any"
            inputMode="decimal"
            placeholder={words.budgetAny}
            value={get('budget') ?? ''}
            onChange={set('budget')}
          />
          <select aria-label={words.currency} value={get('currency') ?? DEFAULT_CURRENCY} onChange={set('currency')}>
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </div>
      </div>
      <CountField name="weekly" label={words.weekly} max={80} value={get('weekly') ?? DEFAULT_WEEKLY_HOURS} set={set} />
      <div class="field">
        <label for="deadline">{words.deadline}</label>
        <input id="deadline" type="date" value={get('deadline') ?? ''} onChange={set('deadline')} />
      </div>
      <CountField name="courses" label={words.courses} max={50} value={get('courses') ?? DEFAULT_COURSES} set={set} />
      <LanguageField />
    </>
  );
}

interface CountFieldProps {
  /** In the address, and the id of the field. */
  name: string;
  label: string;
  max: number;
  value: string | number;
  set: (name: string) => (event: { currentTarget: { value: string } }) => void;
}

/** A whole number from 1. */
function CountField({ name, label, max, value, set }: CountFieldProps) {
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input id={name} type="number" min="1" max={max} value={value} onChange={set(name)} />
    </div>
  );
}

function LanguageField() {
  const { get, change } = useAddress();
  const chosen = get('language')?.split(',') ?? [];
  return (
    <details class="field language-field">
      <summary>
        <span class="label">{words.languages}</span>{' '}
        {chosen.length === 0 ? words.anyLanguage : chosen.map(languageName).join(', ')}
      </summary>
      <fieldset>
        <legend class="unseen">{words.languages}</legend>
        {LANGUAGES.map((code) => (
          <label key={code} class="line">
            <input
              type="checkbox"
              checked={chosen.includes(code)}
              onChange={(event) => {
                const next = event.currentTarget.checked ? [...chosen, code] : chosen.filter((one) => one !== code);
                change({ language: next.join(','), pick: null }, { isStep: false });
              }}
            />
            {languageName(code)}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
