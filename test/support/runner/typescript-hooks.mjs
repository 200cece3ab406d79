/**
 * How Node's loader reads the project's TypeScript; typescript-loader.mjs registers these. What was compiled once is kept in
 * .cache by its content: every thread and process of a test run reads the same thousand files.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { swcOptions } from '../../../.config/swc.mjs';

const options = { ...swcOptions, sourceMaps: 'inline', swcrc: false };
const KEPT = fileURLToPath(new URL('../../../.cache/typescript', import.meta.url));
const { version } = createRequire(import.meta.url)('@swc/core/package.json');
const compiler = JSON.stringify([version, options]);

/** package.json's `imports` offer the sources under the condition `source`. */
export function resolve(specifier, context, next) {
  return next(specifier, { ...context, conditions: [...context.conditions, 'source'] });
}

async function compile(filename, source, kept) {
  const { transform } = await import('@swc/core');
  const { code } = await transform(source, { ...options, filename });
  // Renamed when whole: others read it meanwhile.
  const draft = `${kept}.${process.pid}-${threadId}`;
  mkdirSync(KEPT, { recursive: true });
  writeFileSync(draft, code);
  renameSync(draft, kept);
  return code;
}

function ifKept(kept) {
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    return undefined;
  }
}

export async function load(url, context, next) {
  if (!url.startsWith('file:') || !/\.ts$/.test(new URL(url).pathname)) return next(url, context);
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, 'utf8');
  const key = createHash('sha1').update(compiler).update(filename).update(source).digest('hex');
  const kept = join(KEPT, `${key}.js`);
  return { format: 'module', source: ifKept(kept) ?? (await compile(filename, source, kept)), shortCircuit: true };
}
