/** What is kept of a release (`npm run -s release:record`): a small installation of it, and what its clients were answered. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Shape } from './shape.ts';

export const RELEASES = join(import.meta.dirname, '.');

export interface Recorded {
  /** As the contract called it then: told when something is wrong, asked for by nobody. */
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With its ids. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Whose session asks; without it nobody's. */
  by?: string;
  status: number;
  /** The media type of what is no JSON. */
  shape: Shape;
}

export interface Release {
  version: string;
  folder: string;
  /** The moment after the backup: from it on its clients go on. */
  clock: string;
  /** By the name in `by`; they open the recorded installation and nothing else. */
  tokens: Record<string, string>;
  requests: Recorded[];
  /** What its server asked PostgreSQL for these: a process of it still serves while the next release upgrades. */
  statements: string[];
}

const partsOf = (version: string): number[] => version.split('.').map(Number);

function byVersion(one: string, other: string): number {
  const [left, right] = [partsOf(one), partsOf(other)];
  return left.map((part, i) => part - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** The oldest first. */
export const releases = (): string[] =>
  readdirSync(RELEASES, { withFileTypes: true })
    .filter((one) => one.isDirectory())
    .map(({ name }) => name)
    .sort(byVersion);

export function readRelease(version: string): Release {
  const folder = join(RELEASES, version);
  const rest = JSON.parse(gunzipSync(readFileSync(join(folder, 'clients.json.gz'))).toString()) as Omit<
    Release,
    'version' | 'folder'
  >;
  return { version, folder, ...rest };
}

/** The migrations that a release had been through, by the names of their classes. */
export function migrationsOf(version: string): string[] {
  const manifest = JSON.parse(readFileSync(join(RELEASES, version, 'backup/manifest.json'), 'utf8')) as {
    migrations: string[];
  };
  return manifest.migrations;
}
