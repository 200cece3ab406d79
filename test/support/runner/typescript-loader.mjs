/**
 * Runs the project's TypeScript in plain Node, without a build: `node --import ./test/support/runner/typescript-loader.mjs x.ts`.
 * For what must be a process of its own (a server to be killed) and for what Jest does not compile (its global setup).
 * Threads inherit no hooks, but in NODE_OPTIONS the `--import` counts for each of them too.
 */
import { register } from 'node:module';

if (!globalThis.toSoTypescript) {
  globalThis.toSoTypescript = true;
  register('./typescript-hooks.mjs', import.meta.url);
}
