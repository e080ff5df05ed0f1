/** GET /v1/jobs/{id}/events: every change of a job as a server-sent event, until it has ended. */
import type { RequestHandler } from 'express';
import { callerOf } from './guards.ts';
import type { Jobs } from './jobs.ts';

/** Proxies close what is silent for longer. */
const ALIVE_EVERY_MS = 15_000;

export function followJob(jobs: Jobs): RequestHandler<{ id: string }> {
  return (request, reply) => {
    const { id } = request.params;
    const caller = callerOf(reply.locals);
    jobs.find(id, caller); // While an unknown job can still be answered with a problem.
    reply.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' });
    reply.flushHeaders();
    const alive = setInterval(() => reply.write(': alive\n\n'), ALIVE_EVERY_MS);
    let stop = (): void => undefined;
    reply.on('close', () => {
      clearInterval(alive);
      stop();
    });
    stop = jobs.follow(id, caller, (job) => {
      reply.write(`event: job\ndata: ${JSON.stringify(job)}\n\n`);
      if (job.endedAt !== null) reply.end();
    });
  };
}
