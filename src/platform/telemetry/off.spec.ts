/** Where nobody counts and traces, nothing of it is loaded, and nothing of it is done. */
import { sourcesIn } from '../../../test/support/schema/sources.ts';
import { count, time } from './meter.ts';
import { beginTrace, continueTrace, isTracing, traced, traceParent } from './trace.ts';

const sources = sourcesIn('src');
const LOADED = /^(?:import (?!type )[^;]*?|export [^;]*?) from '(@opentelemetry\/(?!api')[\w-]+|prom-client)'/gm;

it('loads the SDK and prom-client only when it is asked for them', () => {
  expect(sources.length).toBeGreaterThan(500);
  const loading = sources.filter(({ text }) => [...text.matchAll(LOADED)].length > 0).map(({ file }) => file);
  expect(loading).toEqual([]);
});

it('only does the work', async () => {
  expect(isTracing()).toBe(false);
  expect(traceParent()).toBeNull();
  expect(beginTrace({ name: 'a' }, 0)).toBeUndefined();
  const parent = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;
  expect(await continueTrace(parent, { name: 'a' }, () => Promise.resolve(1))).toBe(1);
  const error = new Error('refused');
  await expect(traced({ name: 'a' }, () => Promise.reject(error))).rejects.toBe(error);
  expect(() => count('deliveries', {})).not.toThrow();
  expect(() => time('jobTime', {}, 1)).not.toThrow();
});
