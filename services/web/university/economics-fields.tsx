/** What a new course would cost and earn, from what the planner fills in. Kept in the address like every other input. */
import type { EconomicsReply } from '../../domain/brief.ts';
import { useAddress, type Address } from '../address/use-address.ts';
import type { Asked } from '../ask/ask.ts';
import { CURRENCIES, DEFAULT_CURRENCY } from '../learner/limits.ts';
import { money, wholeNumber } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';

const words = texts.university.brief;

const FIELDS = [
  ['price', words.price],
  ['learnersPerYear', words.learners],
  ['fixedCost', words.fixed],
  ['variableCostPerLearner', words.variable],
  ['years', words.years],
] as const;

type Economics = NonNullable<Asked<'post /v1/briefs/design'>['economics']>;

/** Undefined while nothing is filled in. */
export function economicsOf(get: Address['get']): Economics | undefined {
  const given = FIELDS.flatMap(([name]) => {
    const amount = Number(get(name));
    return get(name) !== undefined && Number.isFinite(amount) && amount >= 0 ? [[name, amount] as const] : [];
  });
  if (given.length === 0) return undefined;
  return { ...Object.fromEntries(given), currency: get('currency') ?? DEFAULT_CURRENCY };
}

export function EconomicsFields({ economics }: { economics: EconomicsReply }) {
  const { get, change } = useAddress();
  const set = (name: string) => (event: { currentTarget: { value: string } }) => {
    change({ [name]: event.currentTarget.value }, { isStep: false });
  };
  const isAsked = FIELDS.some(([name]) => get(name) !== undefined);
  return (
    <section class={isAsked ? 'stack' : 'stack no-print'}>
      <h3>{words.economics}</h3>
      <p class="quiet">{words.economicsIntro}</p>
      <div class="economics">
        {FIELDS.map(([name, label]) => (
          <div key={name} class="field">
            <label for={`economics-${name}`}>{label}</label>
            <input
              id={`economics-${name}`}
              type="number"
              min={name === 'years' ? 1 : 0}
              value={get(name) ?? ''}
              onChange={set(name)}
            />
          </div>
        ))}
        <div class="field">
          <label for="economics-currency">{words.currency}</label>
          <select id="economics-currency" value={get('currency') ?? DEFAULT_CURRENCY} onChange={set('currency')}>
            {CURRENCIES.map((currency) => (
              <option key={currency}>{currency}</option>
            ))}
          </select>
        </div>
      </div>
      {isAsked && <Result economics={economics} />}
    </section>
  );
}

function Result({ economics }: { economics: EconomicsReply }) {
  const { currency, yearlyResult, breakEvenLearners, presentValue, missing } = economics;
  const amount = (value: number | null) =>
    value === null || currency === null
      ? words.unknown
      : `${value < 0 ? '−' : ''}${value === 0 ? '0' : money({ amount: Math.abs(Math.round(value)), currency })}`;
  return (
    <div role="status" class="stack tight">
      <dl class="brief-facts">
        <div>
          <dt>{words.yearly}</dt>
          <dd>{amount(yearlyResult)}</dd>
        </div>
        <div>
          <dt>{words.breakEven}</dt>
          <dd>{breakEvenLearners === null ? words.unknown : wholeNumber(breakEvenLearners)}</dd>
        </div>
        <div>
          <dt>{words.presentValue}</dt>
          <dd>{amount(presentValue)}</dd>
        </div>
      </dl>
      {missing.length > 0 && <p class="quiet">{words.missing(missing.join(', '))}</p>}
    </div>
  );
}
