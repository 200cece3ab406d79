/** What docker-compose.yml promises about scaling out, read from its text: two-space blocks, no anchors inside facts. */
import { readFileSync } from 'node:fs';
import { SETTINGS } from '../../libs/embedded-postgres/server.ts';
import { INSTALLED } from '../bench/support/installed.ts';

const text = readFileSync('docker-compose.yml', 'utf8');
const env = readFileSync('src/platform/config/env.ts', 'utf8');

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

it('gives PostgreSQL the settings of the embedded one: what a log may hold, and what was measured', () => {
  const given = [...service('postgres').matchAll(/^ {6}- -c(\w+)=(?:\$\{\w+:-)?([^}\n]+)\}?$/gm)].map(
    ([, name, value]) => [name, value],
  );
  const { listen_addresses: _, unix_socket_directories: __, ...same } = SETTINGS;
  expect(Object.fromEntries(given)).toEqual(same);
});

it.each(['api', 'worker'] as const)('starts %s with the memory settings of the benches', (name) => {
  const own = block(service(name), 'environment', 4);
  expect(own).toContain('<<: *env\n');
  const given = [...`${block(text, 'x-env', 0)}\n${own}`.matchAll(/^ +(NODE_OPTIONS|MALLOC_\w+): '?([^'\n]+)'?$/gm)];
  expect(Object.fromEntries(given.map(([, variable, value]) => [variable, value]))).toEqual(INSTALLED[name]);
});

it('starts the service, one for every role, with those of a process that works', () => {
  const unit = readFileSync('docs/operations/to-so@.service', 'utf8');
  const given = unit.matchAll(/(NODE_OPTIONS|MALLOC_\w+)=([^"\n]+?)(?="|\n| MALLOC)/g);
  expect(Object.fromEntries([...given].map(([, variable, value]) => [variable, value]))).toEqual(INSTALLED.worker);
});

it('checks the health of all that answer, and keeps photos and data on volumes that the processes share', () => {
  for (const name of ['postgres', 'redis', 'api'])
    expect(block(service(name), 'healthcheck', 4)).toContain('interval:');
  expect(service('api')).toContain('/health/ready');
  expect(block(text, 'x-app', 0)).toContain('- files:/data');
  expect(service('postgres')).toContain('- database:/var/lib/postgresql\n');
  for (const volume of ['database', 'files']) expect(block(text, 'volumes', 0)).toContain(`  ${volume}:`);
});

it('hands every variable of a channel on to all processes', () => {
  const names = [...env.matchAll(/^ {2}((?:TELEGRAM|ZALO|VAPID|PUSH|PAID|DIGEST|BACKUP|SMTP|MAIL_FROM)\w*):/gm)].map(
    ([, name]) => name ?? '',
  );
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !block(text, 'x-env', 0).includes(`  ${name}: \${${name}:-}`))).toEqual([]);
});

it('has a page that names every variable', () => {
  const page = readFileSync('docs/configuration.md', 'utf8');
  const names = [...env.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name ?? '');
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
});

it('runs the image as an ordinary user, with a health check and only what production needs', () => {
  const image = readFileSync('Dockerfile', 'utf8');
  const last = image.slice(image.lastIndexOf('\nFROM '));
  expect(last).toMatch(/^USER node$/m);
  expect(last).toContain('HEALTHCHECK');
  expect(image).toContain('npm prune --omit=dev');
  expect(image).toContain('rm -rf dist/apps/demo dist/apps/dev dist/test');
  expect(last).not.toMatch(/^COPY (?!--from=build|LICENSE)/m);
});

const all = ['proxy', 'postgres', 'redis', 'migrate', 'api', 'worker'];

it('publishes nothing but the proxy, and lets nobody out of the network of database and queue', () => {
  expect(all.filter((name) => /^ {4}ports:/m.test(service(name)))).toEqual(['proxy']);
  expect(
    [...text.matchAll(/^ {2}(\w+):$/gm)].map(([, name]) => name).filter((name) => all.includes(name ?? '')),
  ).toEqual(all);
  expect(block(block(text, 'networks', 0), 'back', 2)).toContain('internal: true');
  for (const name of ['postgres', 'redis']) expect(service(name)).toMatch(/^ {4}networks: \[back\]$/m);
  expect(service('proxy')).toMatch(/^ {4}networks: \[front\]$/m);
  const subnet = /subnet: (\S+)/.exec(block(text, 'networks', 0))?.[1];
  expect(block(text, 'x-env', 0)).toContain(`TRUST_PROXY: ${subnet}\n`);
});

it('runs every service read-only, without privileges and as an ordinary user', () => {
  const hardened = block(text, 'x-hardened', 0);
  for (const line of ['read_only: true', 'cap_drop: [ALL]', "security_opt: ['no-new-privileges:true']"])
    expect(hardened).toContain(line);
  expect(block(text, 'x-app', 0)).toContain('<<: *hardened');
  const own = all.filter((name) => !service(name).includes('<<: *app'));
  expect(own.filter((name) => !service(name).includes('<<: *hardened'))).toEqual([]);
  const ordinary = /^ {4}user: (?:postgres|redis)$|^ {8}USER 1000:1000$/m;
  expect(own.filter((name) => !ordinary.test(service(name)))).toEqual([]);
  expect(block(text, 'x-app', 0)).toContain('  user: node\n');
  expect(text).not.toMatch(/privileged|cap_add|docker\.sock|network_mode|pid: host/);
});

it('knows no password: each secret is a file that the operator makes, kept out of the repository and the image', () => {
  const secrets = block(text, 'secrets', 0);
  for (const name of ['database_password', 'redis_password', 'secret_key'])
    expect(secrets).toMatch(new RegExp(`^ {2}${name}:\\n {4}file: \\./secrets/${name}$`, 'm'));
  const given = [...text.matchAll(/^ +(\w*(?:PASSWORD|SECRET_KEY)\w*): (.+)$/gm)].map(
    ([, name, value]) => `${name} ${value}`,
  );
  expect(given.filter((line) => !/_FILE \/run\/secrets\/\w+$/.test(line) && !/ \$\{\w+:-\}$/.test(line))).toEqual([]);
  expect(text).not.toMatch(/:\/\/[^\s/@]+:[^\s/@]+@/);
  expect(readFileSync('.gitignore', 'utf8')).toMatch(/^\/secrets\/$/m);
  expect(readFileSync('.dockerignore', 'utf8')).toMatch(/^secrets$/m);
});

it('waits for answers and chunks before it ends a process', () => {
  const seconds = Number(/stop_grace_period: (\d+)s/.exec(block(text, 'x-app', 0))?.[1]);
  expect(seconds).toBeGreaterThanOrEqual(10 + 25 + 5);
});
