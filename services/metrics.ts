/** Numbers about a running server for Prometheus. No label holds anything that somebody typed. */
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

export interface Metrics {
  /** @param route as in the documentation, `/v1/skills/{id}`; never the address that was asked for */
  requested: (route: string, method: string, status: number, seconds: number) => void;
  /** A reply that was kept from before, or was not. */
  kept: (isHit: boolean) => void;
  contentType: string;
  text: () => Promise<string>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: 'skillgap_request_seconds',
    help: 'Time from a request to the end of its reply',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const kept = new Counter({
    name: 'skillgap_kept_replies_total',
    help: 'Replies by whether they were kept from the same question before',
    labelNames: ['found'],
    registers: [registry],
  });
  return {
    requested: (route, method, status, seconds) => {
      requests.observe({ route, method, status }, seconds);
    },
    kept: (isHit) => {
      kept.inc({ found: isHit ? 'yes' : 'no' });
    },
    contentType: registry.contentType,
    text: () => registry.metrics(),
  };
}
