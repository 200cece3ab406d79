/** What docker-compose.yml promises about scaling out, read from its text: two-space blocks, no anchors inside facts. */
import { readFileSync } from 'node:fs';

const text = readFileSync('docker-compose.yml', 'utf8');

/** The lines below a key at the given depth, up to the next key of that depth. */
function block(source: string, key: string, depth: number): string {
  const indent = ' '.repeat(depth);
  const lines = source.split('\n');
  const start = lines.findIndex((line) => line.startsWith(`${indent}${key}:`));
  if (start < 0) throw new Error(`no ${key} in docker-compose.yml`);
  const length = lines.slice(start + 1).findIndex((line) => line.trim() !== '' && !line.startsWith(`${indent} `));
  return lines.slice(start, length < 0 ? undefined : start + 1 + length).join('\n');
}

const service = (name: string): string => block(block(text, 'services', 0), name, 2);

it.each(['api', 'worker'])('runs two of %s, of one image, and lets neither migrate', (name) => {
  expect(service(name)).toMatch(/deploy:\n\s+replicas: 2\n/);
  expect(service(name)).toContain('<<: *app');
  expect(service(name)).toContain(`ROLE: ${name}`);
  expect(service(name)).toContain("MIGRATE: 'off'");
});

it('starts them after one migration on a healthy database and queue', () => {
  expect(service('migrate')).toContain('MIGRATE: only');
  expect(block(service('migrate'), 'depends_on', 4)).toMatch(/postgres:\n\s+condition: service_healthy/);
  const waits = block(service('api'), 'depends_on', 4);
  expect(waits).toMatch(/migrate:\n\s+condition: service_completed_successfully/);
  expect(waits).toMatch(/postgres:\n\s+condition: service_healthy/);
  expect(waits).toMatch(/redis:\n\s+condition: service_healthy/);
  expect(service('worker')).toContain('depends_on: *started');
});

it('pins PostgreSQL 18 in the locale of the embedded one, and Redis', () => {
  expect(service('postgres')).toContain('image: postgres:18\n');
  expect(service('postgres')).toContain('--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8');
  expect(service('redis')).toMatch(/image: redis:\d+\n/);
});

it('checks the health of all that answer, and keeps photos and data on volumes that the processes share', () => {
  for (const name of ['postgres', 'redis', 'api'])
    expect(block(service(name), 'healthcheck', 4)).toContain('interval:');
  expect(service('api')).toContain('/health/ready');
  expect(block(text, 'x-app', 0)).toContain('- files:/data');
  expect(service('postgres')).toContain('- database:/var/lib/postgresql\n');
  for (const volume of ['database', 'files']) expect(block(text, 'volumes', 0)).toContain(`  ${volume}:`);
});

it('hands every variable of a channel on to all processes, and the README names each', () => {
  const env = readFileSync('src/platform/config/env.ts', 'utf8');
  const readme = readFileSync('README.md', 'utf8');
  const names = [...env.matchAll(/^ {2}((?:TELEGRAM|ZALO|VAPID|PUSH|PAID|DIGEST|BACKUP|SMTP|MAIL_FROM)\w*):/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !block(text, 'x-env', 0).includes(`  ${name}: \${${name}:-}`))).toEqual([]);
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});

it('runs the image as an ordinary user, with a health check and only what production needs', () => {
  const image = readFileSync('Dockerfile', 'utf8');
  const last = image.slice(image.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER node$/m);
  expect(last).toContain('HEALTHCHECK');
  expect(image).toContain('npm prune --omit=dev');
});
