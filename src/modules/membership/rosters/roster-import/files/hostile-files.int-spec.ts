/** Files that are made to do harm, sent to the running application: it goes on, stays small, and says what is wrong. */
import { readdirSync, readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../../test/support/app.ts';
import {
  duplicateNames,
  entityBomb,
  lyingSizes,
  manyStrings,
  nestedArchive,
  overlappingEntries,
  quadraticCells,
  sharedStringBomb,
  zip64Bomb,
} from '../../../../../../test/support/files/hostile-files.ts';
import { type Commune, Officers, tidyFile } from '../../../../../../test/support/files/roster-imports.ts';
import { header } from '../../../../../../test/support/files/rosters.ts';

const MB = 1024 * 1024;
/** A stall that is the machine's own does not come three times. */
const TRIES = 3;

let app: TestApp;
let officers: Officers;
let commune: Commune;
beforeAll(async () => {
  app = await startApp();
  officers = new Officers(app);
  commune = await officers.commune(1);
});
afterAll(stopApps);

const strangers = new Set<string>();

/** The process that reads files; every other one is looked at once. */
function reader(): string | undefined {
  return readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid) || strangers.has(pid)) return false;
    const isReader =
      lines(pid, 'cmdline').includes('reader-child') &&
      lines(pid, 'stat').match(new RegExp(`\\) \\w ${process.pid} `)) !== null;
    if (!isReader && !lines(pid, 'stat').includes(` ${process.pid} `)) strangers.add(pid);
    return isReader;
  });
}

function lines(pid: string, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

/** Most memory that it has had, in bytes. */
function peakOf(pid: string): number {
  return Number(/^VmHWM:\s*(\d+)/m.exec(lines(pid, 'status'))?.[1] ?? 0) * 1024;
}

async function watched<T>(work: () => Promise<T>) {
  const loop = monitorEventLoopDelay({ resolution: 10 });
  let peak = 0;
  let pid: string | undefined;
  const looking = setInterval(() => {
    pid = pid && lines(pid, 'cmdline') ? pid : reader();
    if (pid) peak = Math.max(peak, peakOf(pid));
  }, 100);
  loop.enable();
  const answer = await work();
  loop.disable();
  clearInterval(looking);
  return { answer, stallMs: loop.max / 1e6, peak };
}

describe('a file that is made to do harm', () => {
  it.each([
    ['64-bit sizes that hide what it unpacks to', zip64Bomb, 'file.zip64'],
    ['sizes that lie', lyingSizes, 'file.unsafeArchive'],
    ['entries that lie over each other', overlappingEntries, 'file.unsafeArchive'],
    ['one name twice', duplicateNames, 'file.unsafeArchive'],
    ['an archive within an archive', nestedArchive, 'file.archive'],
    ['entities that multiply', entityBomb, 'file.unsafeXml'],
    ['one string of 20 MB in 60,000 cells', sharedStringBomb, 'file.tooMuchText'],
    ['300,000 strings', manyStrings, 'file.tooManyStrings'],
    ['cells on which patterns never end', () => quadraticCells(header), undefined],
  ])('%s', async (_what, build, code) => {
    const file = build();
    const stalls: number[] = [];
    for (let i = 0; i < TRIES && Math.min(...stalls) > 250; i++) {
      const { answer, stallMs, peak } = await watched(() => officers.upload(commune, file));
      stalls.push(stallMs);
      if (code) expect([answer.status, answer.body.code]).toEqual([422, code]);
      else expect([201, 422]).toContain(answer.status);
      if (answer.status === 201) {
        const cut = answer.body.findings.filter((one: { code: string }) => one.code === 'cell.tooLong');
        expect(cut.length).toBeGreaterThan(0);
        expect(answer.body.canConfirm).toBe(false);
      }
      expect(peak).toBeLessThan(450 * MB);
    }
    expect(Math.min(...stalls)).toBeLessThan(250);
  });

  it('does not spoil the next file of another commune', async () => {
    const other = await officers.commune(1);
    const [bad, good] = await Promise.all([
      officers.upload(commune, sharedStringBomb()),
      officers.upload(other, await tidyFile()),
    ]);
    expect([bad.status, good.status]).toEqual([422, 201]);
  });
});

describe('more files at once than are read', () => {
  it('are told when to come again, and nothing is kept of them', async () => {
    const file = await tidyFile();
    const communes = await Promise.all(Array.from({ length: 10 }, () => officers.commune(1)));
    const answers = await Promise.all(communes.map((one) => officers.upload(one, file)));
    const busy = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(5);
    expect(busy.length).toBeGreaterThan(0);
    expect(busy[0]?.body).toMatchObject({ code: 'file.busy', details: [{ path: 'file', params: { seconds: 10 } }] });
    expect(busy[0]?.headers['retry-after']).toBe('10');
  });
});

describe('a staged list', () => {
  it('is looked at without being read again', async () => {
    const own = await officers.commune(1);
    const { id } = (await officers.upload(own, await tidyFile())).body;
    // What was read is what is shown: a mark in the stored reading appears, and the workbook is not asked.
    await app.database.rows(
      sql`update roster_imports set reading = jsonb_set(reading, '{teams,0,members,0,fullName}', '"Lê Văn Đã Lưu"') where id = ${id}`,
    );
    expect((await officers.look(own, id)).body.teams[0].members[0].fullName).toBe('Lê Văn Đã Lưu');
    // Another choice is another reading.
    await officers.choose(own, id, [{ cell: 'D2', code: 'name.allCaps', choice: 'keep' }]);
    expect((await officers.look(own, id)).body.teams[0].members[0].fullName).toBe('Lê Văn Thịnh');
  });
});
