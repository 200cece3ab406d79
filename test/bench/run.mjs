/**
 * npm run bench -- <name> [--json FILE] [--flag value ...]
 *
 * Runs test/bench/<name>.bench.ts (TypeScript straight from the sources, by test/support/runner/typescript-loader.mjs) or
 * <name>.bench.mjs, prints a table, writes { bench, params, metrics } to FILE in any case, and exits 1 when a bar is
 * missed. To add one, export `bench` as test/bench/support/bench.ts describes it; the product and the apps are
 * built before, where they are old.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { prepare } from '../../apps/demo/prepare.mjs';

const folder = new URL('./', import.meta.url);
const loader = fileURLToPath(new URL('../support/runner/typescript-loader.mjs', import.meta.url));
const [name, ...args] = process.argv.slice(2);

function known() {
  return readdirSync(folder).flatMap((file) => /^(.+)\.bench\.(ts|mjs)$/.exec(file)?.[1] ?? []);
}

function readFlags(defaults) {
  const params = { ...defaults };
  let json;
  for (let i = 0; i < args.length; i += 1) {
    const [flag, inline] = args[i].replace(/^--/, '').split('=');
    const value = inline ?? args[++i];
    if (flag === 'json') json = value;
    else if (flag in params) params[flag] = typeof params[flag] === 'number' ? Number(value) : value;
    else
      throw new Error(
        `${name} knows no --${flag}; it takes ${
          Object.keys(params)
            .map((key) => `--${key}`)
            .join(' ') || 'no flags'
        } and --json.`,
      );
  }
  return { params, json };
}

async function main() {
  const file = ['ts', 'mjs'].map((ending) => new URL(`${name}.bench.${ending}`, folder)).find((url) => existsSync(url));
  if (!file) throw new Error(`Usage: npm run bench -- <name> [--json FILE] [flags]. Benches: ${known().join(', ')}`);
  // Workers and servers in the benches are the product as built.
  await prepare();
  const { bench } = await import(file.href);
  const { params, json } = readFlags(bench.defaults);
  const metrics = {};
  let missed = [];
  try {
    const result = await bench.run(params);
    Object.assign(metrics, result.metrics);
    missed = result.missed;
  } catch (error) {
    missed = [error instanceof Error ? (error.stack ?? error.message) : String(error)];
  } finally {
    if (json) writeFileSync(json, `${JSON.stringify({ bench: bench.name, params, metrics }, null, 2)}\n`);
  }
  console.log(
    `\n${bench.name}  ${Object.entries(params)
      .map(([key, value]) => `${key}=${value}`)
      .join(' ')}`,
  );
  const width = Math.max(0, ...Object.keys(metrics).map((key) => key.length));
  for (const [key, value] of Object.entries(metrics))
    console.log(`  ${key.padEnd(width)}  ${Number.isInteger(value) ? value : value.toFixed(3)}`);
  for (const line of missed) console.log(`  MISSED  ${line}`);
  process.exit(missed.length > 0 ? 1 : 0);
}

// The benches are TypeScript: this process is started once more with the loader, and its children inherit it.
if (!process.execArgv.some((arg) => arg.includes('typescript-loader'))) {
  const again = spawnSync(
    process.execPath,
    ['--no-warnings', '--import', loader, fileURLToPath(import.meta.url), name ?? '', ...args],
    { stdio: 'inherit' },
  );
  process.exit(again.status ?? 1);
}
main().catch((error) => {
  console.error(error.message);
  process.exit(2);
});
