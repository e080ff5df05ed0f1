/** Which credentials have to be held before which, for the few of a plan. */
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../ask/ask.ts';

const kept = new Map<string, readonly string[]>();

/** By credential id; a credential that could not be asked about has none. */
export function usePrerequisites(ids: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const [, setCount] = useState(0);
  const key = ids.join(' ');
  useEffect(() => {
    const stop = new AbortController();
    for (const id of ids.filter((one) => !kept.has(one))) {
      ask('get /v1/credentials/{id}', { id }, stop.signal).then(
        ({ details }) => {
          kept.set(id, details.prerequisiteIds);
          setCount((count) => count + 1);
        },
        () => undefined,
      );
    }
    return () => {
      stop.abort();
    };
  }, [key]);
  return kept;
}
