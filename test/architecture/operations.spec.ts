/** What docs/operations promises: the service and both proxies, read from their texts. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ANSWER_MS } from '../../src/limit-answers.ts';
import { KEEP_ALIVE_MS, UPLOAD_LIMIT } from '../../src/admit-requests.ts';

const read = (name: string): string => readFileSync(`docs/operations/${name}`, 'utf8');
const service = read('to-so@.service');
const proxies = { Caddyfile: read('Caddyfile'), 'nginx.conf': read('nginx.conf') };

describe('the service', () => {
  it.each([
    'User=to-so',
    'NoNewPrivileges=yes',
    'CapabilityBoundingSet=',
    'ProtectSystem=strict',
    'ProtectHome=yes',
    'PrivateTmp=yes',
    'PrivateDevices=yes',
    'PrivateUsers=yes',
    'ProtectKernelTunables=yes',
    'ProtectControlGroups=yes',
    'RestrictNamespaces=yes',
    'RestrictSUIDSGID=yes',
    'LockPersonality=yes',
    'SystemCallFilter=@system-service',
    'UMask=0077',
    'StateDirectory=to-so',
  ])('says %s', (line) => expect(service.split('\n')).toContain(line));

  it('gives no secret by the environment', () => {
    expect(service).toContain('LoadCredential=secret_key:');
    expect(service).not.toMatch(/^Environment=.*(?:PASSWORD|TOKEN|SECRET_KEY)=/m);
  });

  it('is started again when it fails, and ended only after answers and chunks', () => {
    expect(service).toMatch(/^Restart=always$/m);
    expect(Number(/^TimeoutStopSec=(\d+)$/m.exec(service)?.[1])).toBeGreaterThanOrEqual(10 + 25 + 5);
    expect(service).toMatch(/^KillMode=mixed$/m);
  });
});

describe.each(Object.entries(proxies))('%s', (_, text) => {
  it('speaks TLS 1.2 and 1.3 only', () => {
    expect(text.match(/tls1\.\d|TLSv1\.\d/gi)?.map((one) => one.toLowerCase().replace('v', ''))).toEqual([
      'tls1.2',
      'tls1.3',
    ]);
  });

  it('takes what the product takes, and is the first to let go of a connection', () => {
    expect(Number(/(?:client_max_body_size|max_size) (\d+)/.exec(text)?.[1]) * 1_048_576).toBe(UPLOAD_LIMIT);
    expect(Number(/keepalive(?:_timeout)? (\d+)s/.exec(text)?.[1]) * 1_000).toBeLessThan(KEEP_ALIVE_MS);
    expect(ANSWER_MS).toBeGreaterThan(60_000);
  });

  it('believes no caller about the own address, and keeps signed queries out of its log', () => {
    if (text.includes('proxy_set_header')) {
      expect(text).toContain('proxy_set_header X-Forwarded-For $remote_addr;');
      expect(/log_format to_so '([^']*)'/.exec(text)?.[1]).not.toMatch(
        /\$request[ "]|\$args|\$query_string|\$request_uri/,
      );
    } else {
      expect(text).not.toContain('trusted_proxies');
      expect(text).toContain('delete signature');
    }
  });

  it('answers no TRACE', () => expect(text).toContain('TRACE'));
});

/** Judged by the proxies themselves where this machine has them; CI's has. */
const has = (program: string): boolean => spawnSync(program, ['-v']).error === undefined;
const judged = (program: string, args: string[], env = {}) => {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', env: { ...process.env, ...env } });
  return { status, said: status === 0 ? '' : `${stdout}${stderr}` };
};
const fine = { status: 0, said: '' };

if (has('caddy'))
  it('Caddy reads its file, with its own ports and with those of containers', () => {
    const args = ['validate', '--config', 'docs/operations/Caddyfile', '--adapter', 'caddyfile'];
    const folder = mkdtempSync(join(tmpdir(), 'to-so-caddy-'));
    const env = { SITE: 'to-so.example', HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder };
    expect(judged('caddy', args, env)).toEqual(fine);
    expect(judged('caddy', args, { ...env, HTTP_PORT: '8080', HTTPS_PORT: '8443', UPSTREAM: 'api' })).toEqual(fine);
    rmSync(folder, { recursive: true, force: true });
  });

if (has('nginx') && has('openssl'))
  it('nginx reads its file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'to-so-nginx-'));
    const certificate = join(folder, 'live/to-so.tinh.example');
    mkdirSync(certificate, { recursive: true });
    const key = ['-keyout', join(certificate, 'privkey.pem'), '-out', join(certificate, 'fullchain.pem')];
    spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=to-so', '-days', '1', ...key]);
    const site = proxies['nginx.conf'].replaceAll('/etc/letsencrypt', folder).replaceAll('/var/log/nginx', folder);
    writeFileSync(join(folder, 'site.conf'), site);
    writeFileSync(join(folder, 'nginx.conf'), `pid ${folder}/pid; events {} http { include ${folder}/site.conf; }`);
    expect(judged('nginx', ['-t', '-q', '-e', 'stderr', '-c', join(folder, 'nginx.conf')])).toEqual(fine);
    rmSync(folder, { recursive: true, force: true });
  });

it('Caddy leaves 8080 to the product where both run on one machine', () => {
  expect(proxies.Caddyfile).toContain('http_port {$HTTP_PORT:80}');
  expect(proxies.Caddyfile).toContain('dynamic a {$UPSTREAM:127.0.0.1} 8080');
});
