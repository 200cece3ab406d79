/** Counts for Prometheus, in a process that serves metrics; prom-client is loaded there only. */
import type { Counter, Gauge, Histogram, Registry } from 'prom-client';
import { meterBy, type MetricId, metrics } from '#platform/telemetry';

export interface Counting {
  registry: Registry;
  gauges: Partial<Record<MetricId, Gauge>>;
}

let counting: Counting | undefined;

/** Undefined where nothing is counted. */
export const countingNow = (): Counting | undefined => counting;

/** From now on what the code tells is counted. */
export async function startCounting(): Promise<Counting> {
  const prom = await import('prom-client');
  const registry = new prom.Registry();
  const counters = new Map<MetricId, Counter>();
  const histograms = new Map<MetricId, Histogram>();
  const gauges: Counting['gauges'] = {};
  for (const [id, metric] of Object.entries(metrics) as [MetricId, (typeof metrics)[MetricId]][]) {
    const { name, help, kind } = metric;
    const settings = { name, help, labelNames: [...metric.labels], registers: [registry] };
    if (kind === 'counter') counters.set(id, new prom.Counter(settings));
    else if (kind === 'gauge') gauges[id] = new prom.Gauge(settings);
    else histograms.set(id, new prom.Histogram({ ...settings, buckets: [...metric.buckets] }));
  }
  // The process's own: memory, handles, garbage collection, time of the processor.
  prom.collectDefaultMetrics({ register: registry });
  meterBy({
    count: (metric, labels, n) => counters.get(metric)?.inc(labels, n),
    time: (metric, labels, seconds) => histograms.get(metric)?.observe(labels, seconds),
  });
  counting = { registry, gauges };
  return counting;
}

export function stopCounting(): void {
  meterBy(undefined);
  counting?.registry.clear();
  counting = undefined;
}
