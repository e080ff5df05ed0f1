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
      <div class="field">
        <label for="weekly">{words.weekly}</label>
        <input
          id="weekly"
          type="number"
          min="1"
          max="80"
          value={get('weekly') ?? DEFAULT_WEEKLY_HOURS}
          onChange={set('weekly')}
        />
      </div>
      <div class="field">
        <label for="deadline">{words.deadline}</label>
        <input id="deadline" type="date" value={get('deadline') ?? ''} onChange={set('deadline')} />
      </div>
      <div class="field">
        <label for="courses">{words.courses}</label>
        <input
          id="courses"
          type="number"
          min="1"
          max="50"
          inputMode="numeric"
          value={get('courses') ?? DEFAULT_COURSES}
          onChange={set('courses')}
        />
      </div>
      <LanguageField />
    </>
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
