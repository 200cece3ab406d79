/** Check-in in Telegram and in Zalo: their own scanner reads the trainer's code. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { sessionCode } from '#contracts/training/check-in-codes';
import { sideScroll } from '../support/browser.ts';
import { openTelegramShell, openZaloShell, type Shell } from '../support/platforms/shells.ts';
import { buildTrainingVillage, type TrainingVillage } from '../support/training/training-session.ts';
import { go } from './training-phones.ts';

const AFTERNOON = { CLOCK: '2022-06-21T06:40:00.000Z' };
const ACCOUNT = 401;

describe.each([
  ['Telegram', openTelegramShell],
  ['Zalo', openZaloShell],
])('in %s', (_name, open) => {
  let shell: Shell;
  let school: TrainingVillage;
  let sessionId: string;

  beforeAll(async () => {
    shell = await open(AFTERNOON);
    school = await buildTrainingVillage(shell.app, { hamlets: 1 });
    const since = (minutes: number) => new Date(shell.app.clock.now().getTime() + minutes * 60_000).toISOString();
    sessionId = await school.published({ title: 'Nộp hồ sơ trực tuyến', startsAt: since(40), endsAt: since(160) });
  }, 120_000);
  afterAll(() => shell?.stop());

  it("checks in by the host's scanner, and tells another code from the session's", async () => {
    const leader = school.person('leader');
    const invite = await school.must(routes.createInvite, school.officer, { params: { personId: leader.id } });
    const visit = await shell.visit(ACCOUNT);
    const { page } = visit;
    await page.goto(shell.link(['moi', invite.code], ACCOUNT));
    await page.getByRole('button', { name: 'Đúng, là tôi' }).click();
    await page
      .getByRole('link', { name: /Nộp hồ sơ trực tuyến/ })
      .first()
      .waitFor();
    await go(page, `tap-huan/${sessionId}/quet`);
    await shell.showCode?.(visit, 'https://to-so.example/app/#/moi/x');
    await page.getByRole('button', { name: 'Mở máy quét' }).click();
    await page.getByText(/Đây\skhông\sphải\smã\sđiểm\sdanh/).waitFor();
    expect(await sideScroll(page)).toEqual([]);
    const { secret } = await school.must(routes.checkInPack, school.trainer, { params: { sessionId } });
    await shell.showCode?.(visit, await sessionCode(secret, sessionId, shell.app.clock.now()));
    await page.getByRole('button', { name: 'Mở máy quét' }).click();
    await page.getByRole('heading', { name: /Đã điểm danh lúc 13:4\d/ }).waitFor();
    const rows = await shell.app.database.rows<{ person_id: string; method: string }>(
      sql`select person_id, method from check_ins where session_id = ${sessionId}`,
    );
    expect(rows).toEqual([{ person_id: leader.id, method: 'self' }]);
    expect(visit.troubles).toEqual([]);
  });
});
