/** What systemd does with our unit file, as far as the unit asks for it: account, folder, environment, credentials, start and stop. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface Account {
  uid: number;
  gid: number;
}

export interface Service {
  process: ChildProcess;
  log(): string;
}

type Unit = { one: (key: string) => string; all: (key: string) => string[] };

const ASSIGNMENT = /"(?<quoted>[^"=]+=[^"]*)"|(?<plain>[^\s"=]+=\S*)/g;

function readUnit(file: string, instance: string, credentials: string): Unit {
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => /^[A-Za-z]+=/.test(line))
    .map((line) => line.replaceAll('%i', instance).replaceAll('%d', credentials));
  const all = (key: string) =>
    lines.filter((line) => line.startsWith(`${key}=`)).map((line) => line.slice(key.length + 1));
  return { all, one: (key) => all(key).at(-1) ?? '' };
}

function assignments(text: string): [string, string][] {
  return [...text.matchAll(ASSIGNMENT)].map(({ groups }) => {
    const pair = groups?.['quoted'] ?? groups?.['plain'] ?? '';
    return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
  });
}

/** A line each, without quotes. A file whose name begins with a dash may be missing. */
function fromFile(named: string): [string, string][] {
  const file = named.replace(/^-/, '');
  if (named.startsWith('-') && !existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('='))
    .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]);
}

export class Services {
  private readonly running = new Map<string, Service>();
  private server: Server | undefined;

  /**
   * @param units folder of the unit files, @param runtime for what systemd keeps in /run
   * @param account whom `User=` stands for; undefined where the test runs as an ordinary user
   */
  constructor(
    private readonly units: string,
    private readonly runtime: string,
    private readonly account: Account | undefined,
  ) {}

  /** Where `systemctl` of the test asks: /start?to-so@all. */
  async listen(): Promise<string> {
    this.server = createServer((request, response) => {
      const [, verb = '', name = ''] = /^\/(\w+)\?(.+)$/.exec(request.url ?? '') ?? [];
      this.act(verb, name).then(
        () => response.end(),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    }).listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  of(name: string): Service {
    const service = this.running.get(name);
    if (!service) throw new Error(`${name} does not run`);
    return service;
  }

  logs(): string {
    return [...this.running].map(([name, { log }]) => `${name}:\n${log()}`).join('\n');
  }

  async act(verb: string, name: string): Promise<void> {
    if (verb === 'stop' || verb === 'restart') await this.stop(name);
    if (verb === 'start' || verb === 'restart' || verb === 'enable') await this.start(name);
  }

  async close(): Promise<void> {
    await Promise.all([...this.running.keys()].map((name) => this.stop(name)));
    this.server?.close();
  }

  private async stop(name: string): Promise<void> {
    const service = this.running.get(name);
    this.running.delete(name);
    if (!service || service.process.exitCode !== null) return;
    service.process.kill('SIGTERM');
    await once(service.process, 'exit');
  }

  private async start(name: string): Promise<void> {
    const [template = '', instance = ''] = name.split('@');
    const credentials = join(this.runtime, name);
    const unit = readUnit(join(this.units, `${template}@.service`), instance, credentials);
    this.handOver(unit, credentials);
    const [program = '', ...args] = unit.one('ExecStart').split(' ');
    const child = spawn('/bin/sh', ['-c', `umask ${unit.one('UMask')}; exec "$@"`, 'sh', program, ...args], {
      cwd: unit.one('WorkingDirectory'),
      env: { PATH: process.env['PATH'], ...this.environment(unit) },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...this.account,
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += String(chunk)));
    this.running.set(name, { process: child, log: () => output });
  }

  private environment(unit: Unit): Record<string, string> {
    return Object.fromEntries([
      ...unit.all('Environment').flatMap(assignments),
      ...unit.all('EnvironmentFile').flatMap(fromFile),
    ]);
  }

  /** Copies of what root alone can read, for this service alone. */
  private handOver(unit: Unit, credentials: string): void {
    mkdirSync(credentials, { recursive: true, mode: 0o700 });
    for (const line of unit.all('LoadCredential')) {
      const [name = '', file = ''] = line.split(':');
      copyFileSync(file, join(credentials, name));
      if (this.account) chownSync(join(credentials, name), this.account.uid, this.account.gid);
    }
    if (this.account) chownSync(credentials, this.account.uid, this.account.gid);
  }
}
