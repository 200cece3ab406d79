/**
 * Runs the project's TypeScript in plain Node, without a build: `node --import ./test/support/typescript-loader.mjs x.ts`.
 * For what must be a process of its own (a server to be killed) and for what Jest does not compile (its global setup).
 */
import { readFile } from 'node:fs/promises';
import { register } from 'node:module';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { swcOptions } from '../../.config/swc.mjs';

if (isMainThread && !globalThis.toSoTypescript) {
  globalThis.toSoTypescript = true;
  register(import.meta.url);
}

const options = { ...swcOptions, sourceMaps: 'inline', swcrc: false };

/** package.json's `imports` offer the sources under the condition `source`. */
export function resolve(specifier, context, next) {
  return next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !/\.ts$/.test(new URL(url).pathname)) return next(url, context);
  const { transform } = await import('@swc/core');
  const filename = fileURLToPath(url);
  const { code } = await transform(await readFile(filename, 'utf8'), { ...options, filename });
  return { format: 'module', source: code, shortCircuit: true };
}
