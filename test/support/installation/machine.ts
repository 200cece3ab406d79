/**
 * A machine to install on: a folder in which the pages' absolute paths lie, an account that exists everywhere in place of
 * `to-so`, and commands of the system that would change the real machine in small copies. As an ordinary user the account is
 * oneself.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Services } from './services.ts';

const PLACES = ['/opt/to-so', '/etc/to-so', '/etc/systemd/system', '/var/lib/to-so', '/usr/local/sbin', '/backups'];
const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

/** Written by hand for `sh`: what it is called with stands in "$@". */
const stand: Record<string, string> = {
  useradd: 'exit 0',
  runuser: isRoot ? 'shift 2; exec /usr/sbin/runuser -u nobody "$@"' : 'shift 3; exec "$@"',
  install: isRoot
    ? 'exec /usr/bin/install $(for one in "$@"; do [ "$one" = to-so ] && echo 65534 || echo "$one"; done)'
    : 'exec /usr/bin/install $(for one in "$@"; do case "$one" in -o|-g|to-so) ;; *) echo "$one" ;; esac; done)',
};

export interface Ran {
  code: number;
  output: string;
}

export class Machine {
  /** Where others may enter: the run's own folder is for one account. */
  readonly folder = mkdtempSync(join(tmpdir(), 'to-so-machine-'));
  readonly services: Services;
  private readonly bin = join(this.folder, 'bin');

  constructor() {
    chmodSync(this.folder, 0o755);
    for (const place of PLACES)
      if (!place.endsWith('to-so') && place !== '/backups') mkdirSync(this.at(place), { recursive: true });
    for (const parent of ['/opt', '/etc', '/var/lib']) mkdirSync(this.at(parent), { recursive: true });
    for (const own of [this.bin, join(this.folder, 'run')]) mkdirSync(own, { mode: 0o755 });
    this.services = new Services(this.at('/etc/systemd/system'), join(this.folder, 'run'), isRoot ? NOBODY : undefined);
  }

  async start(): Promise<void> {
    const systemd = await this.services.listen();
    const placing = PLACES.map((place) => `-e 's#\\(^\\|[^A-Za-z0-9_./]\\)${place}#\\1${this.at(place)}#g'`).join(' ');
    // The files of a release that name places, once it is unpacked.
    const tar = `/usr/bin/tar "$@"; case "$1" in -x*) sed -i ${placing} -e 's#/usr/bin/node#${process.execPath}#' ${this.at('/opt/to-so')}/*/docs/operations/to-so* ;; esac`;
    const ask = `fetch(process.argv[1] + '/' + process.argv[2] + '?' + process.argv.at(-1)).then((a) => process.exit(a.ok ? 0 : 1))`;
    for (const [name, body] of Object.entries({ ...stand, tar, systemctl: `exec node -e "${ask}" ${systemd} "$@"` })) {
      writeFileSync(join(this.bin, name), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    }
  }

  async close(): Promise<void> {
    await this.services.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** Where a path of the pages lies. */
  at = (path: string): string => join(this.folder, path);

  /** A page's words or file, with the places of this machine. */
  placed(text: string): string {
    return PLACES.reduce(
      (all, place) => all.replaceAll(new RegExp(`(?<![\\w/])${place}(?![\\w-])`, 'g'), this.at(place)),
      text,
    );
  }

  /** Runs commands of a page as root, one shell for all; the first that fails ends it. */
  async run(commands: string, cwd = this.folder): Promise<Ran> {
    const { NODE_OPTIONS: _, ...inherited } = process.env;
    const child = spawn('/bin/sh', ['-eu', '-c', this.placed(commands)], {
      cwd,
      env: {
        ...inherited,
        PATH: `${this.bin}:${this.at('/usr/local/sbin')}:${process.env['PATH']}`,
        npm_config_prefer_offline: 'true',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    const code = await new Promise<number>((done) => child.once('close', (exit) => done(exit ?? 1)));
    return { code, output };
  }
}
