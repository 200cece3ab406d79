import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEnv, mistyped } from '#platform/config';

const folder = mkdtempSync(join(tmpdir(), 'to-so-env-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe('a secret in a file', () => {
  it('is what the variable would be, without the end of its line', () => {
    expect(loadEnv({ SECRET_KEY_FILE: file('key', `${'k'.repeat(40)}\n`) }).SECRET_KEY).toBe('k'.repeat(40));
  });

  it('is put into the address to which it belongs, whatever is in it', () => {
    const env = loadEnv({
      DATABASE_URL: 'postgres://to_so@postgres:5432/to_so',
      DATABASE_PASSWORD_FILE: file('database', 'p@ss/w%41:rd?\n'),
      REDIS_URL: 'redis://redis:6379/0',
      REDIS_PASSWORD: 'q#2',
    });
    expect(decodeURIComponent(new URL(env.DATABASE_URL as string).password)).toBe('p@ss/w%41:rd?');
    expect(env.DATABASE_URL).toMatch(/^postgres:\/\/to_so:.+@postgres:5432\/to_so$/);
    expect(env.REDIS_URL).toBe('redis://:q%232@redis:6379/0');
  });

  it('leaves an address without a password as it is', () => {
    expect(loadEnv({ DATABASE_URL: 'postgres://a:b@c/d' }).DATABASE_URL).toBe('postgres://a:b@c/d');
  });

  it.each([
    ['given twice', { SECRET_KEY: 'k'.repeat(32), SECRET_KEY_FILE: '/dev/null' }, 'SECRET_KEY and SECRET_KEY_FILE'],
    ['not there', { SECRET_KEY_FILE: join(folder, 'gone') }, 'SECRET_KEY_FILE: ENOENT'],
    ['too short', { SECRET_KEY_FILE: file('short', 'x') }, 'SECRET_KEY: '],
  ])('is refused by the name of its variable when it is %s', (_, source, words) => {
    expect(() => loadEnv(source)).toThrow(words);
  });
});

describe('a variable that is none of ours', () => {
  it('is named with what was meant when it is nearly one of ours', () => {
    expect(
      mistyped({ BACKUP_RECIPIENT: 'age1x', TELEGRAM_BOTTOKEN: 'x', SECRETKEY_FILE: '/x', PUBLIC_URL: 'x' }),
    ).toEqual([
      { name: 'BACKUP_RECIPIENT', meant: 'BACKUP_RECIPIENTS' },
      { name: 'TELEGRAM_BOTTOKEN', meant: 'TELEGRAM_BOT_TOKEN' },
      { name: 'SECRETKEY_FILE', meant: 'SECRET_KEY' },
    ]);
  });

  it("is left alone when it is somebody else's", () => {
    const others =
      'HOME PATH LANG USER SHELL TERM PWD HOSTNAME NODE_ENV NODE_OPTIONS CREDENTIALS_DIRECTORY INVOCATION_ID MALLOC_ARENA_MAX';
    expect(mistyped(Object.fromEntries(others.split(' ').map((name) => [name, 'x'])))).toEqual([]);
  });
});
