/**
 * Where the code says what happened, for who counts. Nobody counts unless the process serves metrics: then each call is one
 * comparison. A table for the whole process, as prom-client's registry is.
 */
import type { MetricId } from './metrics.ts';

type Labels = Readonly<Record<string, string>>;

export interface Meter {
  /** One more of a counter, or so many. */
  count(metric: MetricId, labels: Labels, n: number): void;
  /** Into a histogram. */
  time(metric: MetricId, labels: Labels, seconds: number): void;
}

let meter: Meter | undefined;

/** Undefined: nobody counts any more. */
export function meterBy(next: Meter | undefined): void {
  meter = next;
}

export const isMetering = (): boolean => meter !== undefined;

export function count(metric: MetricId, labels: Labels, n = 1): void {
  meter?.count(metric, labels, n);
}

export function time(metric: MetricId, labels: Labels, seconds: number): void {
  meter?.time(metric, labels, seconds);
}
