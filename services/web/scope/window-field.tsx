/** From when on postings count. Counted back from the newest posting, not from today: a data set may have ended. */
import { useAddress } from '../address/use-address.ts';
import { day } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import { useOverview } from './use-overview.ts';

const MONTHS = [
  [3, texts.region.windows.quarter],
  [6, texts.region.windows.half],
  [12, texts.region.windows.year],
] as const;

export function WindowField() {
  const { get, change } = useAddress();
  const newest = useOverview().reply?.window.until ?? null;
  const since = get('since');
  const options =
    newest === null ? [] : MONTHS.map(([months, name]) => ({ value: monthsBefore(newest, months), name }));
  const isOther = since !== undefined && !options.some(({ value }) => value === since);
  return (
    <div class="field">
      <label for="since">{texts.region.fields.window}</label>
      <select
        id="since"
        value={since ?? ''}
        onChange={(event) => {
          change({ since: event.currentTarget.value, until: null });
        }}
      >
        <option value="">{texts.region.windows.all}</option>
        {options.map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
        {isOther && <option value={since}>{texts.region.windows.from(day(since))}</option>}
      </select>
    </div>
  );
}

/** The day so many months earlier; the last of the month where that month is shorter. */
export function monthsBefore(iso: string, months: number): string {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
}
