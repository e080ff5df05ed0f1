/** Drawn requests in, what came back by status and what was a fault out. */
import type { DrawnRequest } from './arbitrary-requests.ts';

export interface Fault {
  request: DrawnRequest;
  status: number;
  body: string;
}

export interface FuzzReport {
  byStatus: Record<string, number>;
  /** A status of 500 and more, a reply that is no JSON and no document of its own, or none at all. */
  faults: Fault[];
}

const AT_ONCE = 4;

export async function fuzz(
  url: string,
  requests: readonly DrawnRequest[],
  onDone: (done: number) => void = () => undefined,
): Promise<FuzzReport> {
  const report: FuzzReport = { byStatus: {}, faults: [] };
  let next = 0;
  let done = 0;
  const runner = async () => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const answer = await send(url, request);
      report.byStatus[answer.status] = (report.byStatus[answer.status] ?? 0) + 1;
      if (answer.status === 0 || answer.status >= 500 || !isWellFormed(answer)) {
        report.faults.push({ request, status: answer.status, body: answer.body.slice(0, 500) });
      }
      onDone(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, runner));
  return report;
}

interface Received {
  status: number;
  type: string;
  body: string;
}

async function send(url: string, { method, address, headers, body }: DrawnRequest): Promise<Received> {
  try {
    const reply = await fetch(`${url}${address}`, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: reply.status, type: reply.headers.get('content-type') ?? '', body: await reply.text() };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    return { status: 0, type: '', body: `${String(error)}${cause}` };
  }
}

/** Errors are problems that say their status; JSON can be read. */
function isWellFormed({ status, type, body }: Received): boolean {
  if (body === '' || !type.includes('json')) return status < 400 || body === '';
  try {
    const read = JSON.parse(body) as { status?: unknown };
    return status < 400 || (type.startsWith('application/problem+json') && read.status === status);
  } catch {
    return false;
  }
}
