/**
 * What BullMQ writes into the event stream of a queue, read: entries as Redis returns them in, events out. No vendor.
 *
 * An event `failed` is always for good: a run that will be tried again is a `delayed` or `waiting` event. Events are
 * read instead of the list of failed jobs because their ids come from the clock of Redis, not of a worker.
 */
import type { JobName } from './jobs.ts';

export interface QueueEvent {
  queue: JobName;
  /** `milliseconds-sequence` by the clock of Redis. */
  id: string;
  kind: string;
  jobId: string;
  /** Of a failed job: the error as text. */
  failedReason: string;
}

/** Before every event there is. */
export const FIRST_EVENT_ID = '0-0';

/** @param entries of XRANGE: `[id, [field, value, field, value, ...]]` each */
export function readEvents(queue: JobName, entries: readonly [string, string[]][]): QueueEvent[] {
  return entries.map(([id, fields]) => {
    const valueOf = (name: string): string => {
      const position = fields.findIndex((field, index) => index % 2 === 0 && field === name);
      return position === -1 ? '' : (fields[position + 1] ?? '');
    };
    return { queue, id, kind: valueOf('event'), jobId: valueOf('jobId'), failedReason: valueOf('failedReason') };
  });
}

/** For sorting the events of several queues into the order in which they happened. */
export function byTime({ id: a }: QueueEvent, { id: b }: QueueEvent): number {
  const [aMs = 0, aSequence = 0] = a.split('-').map(Number);
  const [bMs = 0, bSequence = 0] = b.split('-').map(Number);
  return aMs - bMs || aSequence - bSequence;
}
