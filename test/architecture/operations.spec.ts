/** What docs/operations promises: the service and both proxies, read from their texts. */
import { readFileSync } from 'node:fs';
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
