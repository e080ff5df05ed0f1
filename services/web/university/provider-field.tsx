/** Whose catalogue is looked at; those with most credentials first. */
import { useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import { texts } from '../texts/texts.ts';

const words = texts.university;

export function ProviderField() {
  const { get, change } = useAddress();
  const { reply } = useAnswer('get /v1/credentials', { limit: 1 });
  const provider = get('provider');
  const providers = reply?.providers ?? [];
  const isKnown = provider === undefined || providers.some((one) => one.provider === provider);
  return (
    <div class="field provider-field">
      <label for="provider">{words.provider}</label>
      <select
        id="provider"
        value={provider ?? ''}
        onChange={(event) => {
          change({ provider: event.currentTarget.value, brief: null });
        }}
      >
        <option value="">{words.allProviders}</option>
        {!isKnown && <option value={provider}>{provider}</option>}
        {providers.map(({ provider: name, count }) => (
          <option key={name} value={name}>
            {name} ({count})
          </option>
        ))}
      </select>
    </div>
  );
}
