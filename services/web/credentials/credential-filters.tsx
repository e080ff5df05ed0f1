/** Which credentials are left out: longer ones, other forms, other languages. */
import { useAddress } from '../address/use-address.ts';
import { LANGUAGES, languageName } from '../learner/limits.ts';
import { texts } from '../texts/texts.ts';

const words = texts.credentials;
const MODES = ['online', 'self-paced online', 'blended', 'onsite'];

export function CredentialFilters() {
  const { get, change } = useAddress();
  const set = (name: string) => (event: { currentTarget: { value: string } }) => {
    change({ [name]: event.currentTarget.value });
  };
  return (
    <div class="scope-fields no-print">
      <div class="field">
        <label for="max-hours">{words.filters.maxHours}</label>
        <input
          id="max-hours"
          type="number"
          min="1"
          placeholder={words.filters.any}
          value={get('maxHours') ?? ''}
          onChange={set('maxHours')}
        />
      </div>
      <div class="field">
        <label for="mode">{words.filters.mode}</label>
        <select id="mode" value={get('mode') ?? ''} onChange={set('mode')}>
          <option value="">{words.filters.any}</option>
          {MODES.map((mode) => (
            <option key={mode} value={mode}>
              {words.modes[mode] ?? mode}
            </option>
          ))}
        </select>
      </div>
      <div class="field">
        <label for="language">{words.filters.language}</label>
        <select id="language" value={get('language') ?? ''} onChange={set('language')}>
          <option value="">{words.filters.any}</option>
          {LANGUAGES.map((code) => (
            <option key={code} value={code}>
              {languageName(code)}
            </option>
          ))}
        </select>
      </div>
      <label class="line">
        <input
          type="checkbox"
          checked={get('assessed') === 'true'}
          onChange={(event) => {
            change({ assessed: event.currentTarget.checked ? 'true' : null });
          }}
        />
        {words.filters.assessed}
      </label>
    </div>
  );
}
