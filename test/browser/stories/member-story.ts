/**
 * A member's story on a phone: invited, accepts, works without a network, sends exactly once, is thanked. The same in
 * each place where the mini-app runs.
 */
import { clickTwiceInOneTick, touchTwice } from '../touches.ts';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { type Visit, leftQuickReport, toldSent } from '../../support/browser.ts';
import { type Village, act, buildVillage, issueOrder } from '../../support/orders.ts';
import type { TestPerson } from '../../support/people.ts';
import type { Shell } from '../../support/platforms/shells.ts';
import { seenWhole } from '../../support/whole-screen.ts';

/** Accounts of the platform; a browser has none. */
export const LEADER = 201;
const OTHER = 202;
/** The first working day of the story, in the morning. */
export const MORNING = { CLOCK: '2022-06-21T00:42:00.000Z' };

export interface Story {
  shell: Shell;
  village: Village;
  taskId: string;
}

/** @param open starts the place; the story ends it */
export function memberStory(open: () => Promise<Shell>): Story {
  const story = {} as Story;
  let shell: Shell;
  let app: TestApp;
  let village: Village;
  let visit: Visit;
  let page: Page;
  let taskId: string;

  beforeAll(async () => {
    shell = await open();
    ({ app } = shell);
    village = await buildVillage(app, { hamlets: 3 });
    taskId = (await issueOrder(app, village)).taskIds[0] ?? '';
    await app.drain();
    Object.assign(story, { shell, village, taskId });
    visit = await shell.visit(LEADER);
    ({ page } = visit);
  }, 120_000);
  afterAll(() => shell?.stop());

  const go = async (route: string) => {
    await page.evaluate((hash) => void (location.hash = hash), `#/${route}`);
  };
  const entries = () =>
    app.database.rows<{ value: number; note: string | null }>(
      sql`select l.value::int as value, e.note from progress_entries e join progress_lines l on l.entry_id = e.id
        where e.task_id = ${taskId} order by e.recorded_at, e.id`,
    );
  const heading = (name: string | RegExp) => page.getByRole('heading', { name });

  /** On a narrow, a common and a wide phone, as tall as the screen is long: nothing lies under the bars that stay. */
  async function expectClean(): Promise<void> {
    for (const width of [320, 412, 360])
      expect({ width, ...(await seenWhole(page, width)) }).toEqual({ width, findings: [], sideways: [] });
  }

  it('signs in from an invite link only after "Đúng, là tôi"', async () => {
    const leader = village.teams[0]?.leader;
    const { body: invite } = await app.call(routes.createInvite, {
      token: village.officer.token,
      params: { personId: leader?.id ?? '' },
    });
    await page.goto(shell.link(['moi', invite.code], LEADER));
    await heading('Có đúng tên mình không?').waitFor();
    await page
      .getByText(leader?.fullName ?? '')
      .first()
      .waitFor();
    await expectClean();
    await page.reload();
    await page.getByRole('button', { name: 'Đúng, là tôi' }).click();
    await heading('Việc của tôi').waitFor();
    await page.getByRole('link', { name: 'Xem và trả lời' }).waitFor();
    await expectClean();
  });

  it('tells a used invite from a good one', async () => {
    const second = await shell.visit(OTHER);
    const { body: invite } = await app.call(routes.createInvite, {
      token: village.officer.token,
      params: { personId: village.teams[1]?.leader.id ?? '' },
    });
    await app.call(routes.acceptInvite, { params: { code: invite.code }, body: {} });
    await second.page.goto(shell.link(['moi', invite.code], OTHER));
    await second.page.getByText('Mã mời này đã dùng rồi').waitFor();
    await second.page.getByLabel('Đường dẫn hoặc mã mời').waitFor();
    await second.context.close();
  });

  it('shows the order in the list, in the inbox and whole, and accepts it', async () => {
    await page.getByRole('link', { name: /Hộp thư/ }).click();
    await page
      .getByText(/Giúp\sbà\scon\snộp\shồ\ssơ\strực\stuyến/)
      .first()
      .waitFor();
    await expectClean();
    await page.getByRole('link', { name: /^Việc/ }).click();
    await page
      .getByRole('link', { name: /Giúp bà con nộp hồ sơ trực tuyến/ })
      .first()
      .click();
    await page.getByText('Chậm nhất hết ngày 9/7').waitFor();
    await page.getByText('Kế hoạch 31/KH-UBND').waitFor();
    await expectClean();
    await page.getByRole('button', { name: 'Nhận việc' }).click();
    await toldSent(page, 'Tổ đã nhận việc');
    await page.getByRole('link', { name: 'Ghi kết quả' }).waitFor();
    await expect(onServer('state', 'accepted')).resolves.toBe('accepted');
  });

  it('lets the leader pass the task to a member, who then finds it named', async () => {
    const member = village.teams[0]?.member as TestPerson;
    await page.getByRole('button', { name: 'Giao cho người trong Tổ' }).click();
    await page.getByRole('radio', { name: new RegExp(member.fullName) }).check();
    await expectClean();
    await page.getByRole('button', { name: 'Giao việc' }).click();
    await toldSent(page, `Đã giao cho ${member.fullName}`);
    await page.getByText(`${member.fullName} làm`).waitFor();
    await expect(onServer('doerId', member.id)).resolves.toBe(member.id);
  });

  it('adds parts with a note and a photo while there is no network, and shows them waiting', async () => {
    await page.getByRole('link', { name: 'Ghi kết quả' }).click();
    await page.getByLabel('Thêm 1').waitFor();
    // What starts the page again without a network is put in place once the phone has nothing else to do.
    if (shell.name !== 'zalo') await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await visit.context.setOffline(true);
    await page.getByText('Đang mất mạng').waitFor();
    for (let i = 0; i < 4; i++) await page.getByRole('button', { name: 'Thêm 1' }).click();
    await page.getByRole('button', { name: 'Thêm ghi chú' }).click();
    await page.getByLabel(/Ghi chú/).fill('Tại nhà văn hóa thôn');
    await addPhoto();
    await page.getByText(/Đã\sthu\snhỏ\scòn\s\d+\sKB/).waitFor();
    await page.getByText(/Đã\slưu\strên\smáy\slúc\s7:4\d,\schưa\sgửi/).waitFor();
    await expectClean();
    await touchTwice(page, 'Gửi 4 hồ sơ');
    await page.getByText(/Đã\slưu\s4\shồ\ssơ\strên\smáy/).waitFor();
    // Inside Zalo nothing of ours starts the page again without a network; the receipt takes no touch for a moment.
    if (shell.name === 'zalo') await page.waitForTimeout(1_000);
    else {
      await page.reload();
      await page.getByText(/Đã\slưu\s4\shồ\ssơ\strên\smáy/).waitFor();
    }
    await expectClean();
    await page.getByRole('link', { name: 'Ghi thêm lần nữa' }).click();
    await page.getByRole('textbox', { name: /bao nhiêu/ }).fill('3');
    await clickTwiceInOneTick(page, 'Gửi 3 hồ sơ');
    await page.getByText(/Đã\slưu\s3\shồ\ssơ\strên\smáy/).waitFor();
    await page.goBack();
    await heading('Việc của tôi').waitFor();
    await page.getByText('2 mục chờ gửi').waitFor();
    await page.getByText('Gồm 7 chờ gửi').waitFor();
    await expectClean();
    await page.getByRole('link', { name: /2 mục chờ gửi/ }).click();
    await heading('Đang chờ').waitFor();
    await page.getByText(/Ảnh\s1,\s\d+\sKB/).waitFor();
    await page.getByText('Gửi riêng, sau khi số đã đến xã').waitFor();
    await page.getByText('Chờ mục ở trên đến xã trước').waitFor();
    await expectClean();
    expect(await entries()).toEqual([]);
  });

  it('sends each part exactly once when the network is back, the photo too', async () => {
    await visit.context.setOffline(false);
    await heading('Xong hôm nay').waitFor();
    await page
      .getByText(/Biên\snhận\sMS-/)
      .nth(1)
      .waitFor();
    await page
      .getByText(/Xã\snhận\slúc/)
      .nth(1)
      .waitFor();
    await page.reload();
    await heading('Xong hôm nay').waitFor();
    expect(await entries()).toEqual([
      { value: 4, note: 'Tại nhà văn hóa thôn' },
      { value: 3, note: null },
    ]);
    const [photo] = await app.database.rows<{ bytes: number }>(
      sql`select p.bytes from photos p join progress_entries e on e.id = p.entry_id where e.task_id = ${taskId}
        and p.content_hash is not null`,
    );
    expect(photo?.bytes).toBeLessThanOrEqual(360_000);
  });

  it('starts cold without a network, with the saved list and every screen', async () => {
    // Zalo keeps the bundle itself; there is nothing of ours to start without it.
    if (shell.name === 'zalo') return;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await visit.context.setOffline(true);
    const cold = await visit.context.newPage();
    await cold.goto(shell.link([], LEADER));
    await cold.getByText(/Việc\slưu\slúc/).waitFor();
    await cold.getByText('7 / 20').first().waitFor();
    await cold.getByRole('link', { name: /Tổ$/ }).click();
    await cold.getByRole('heading', { name: 'Tổ của tôi' }).waitFor();
    await cold.close();
    await visit.context.setOffline(false);
  });

  it('reports as done, and shows what the commune returns', async () => {
    await go(`viec/${taskId}/ghi`);
    await page.getByRole('textbox', { name: /bao nhiêu/ }).fill('13');
    await page.getByText('Đủ mục tiêu, báo hoàn thành').waitFor();
    await page.getByRole('button', { name: 'Gửi 13 hồ sơ' }).click();
    await page.getByText(/Xã\sđã\snhận\s13\shồ\ssơ/).waitFor();
    await expectClean();
    expect(await onServer('state', 'submitted')).toBe('submitted');
    await act(app, village.officer, 'returnTask', taskId, {
      reasons: ['other'],
      comment: 'thiếu mã hồ sơ của một nhà',
    });
    await go(`viec/${taskId}`);
    await page.reload();
    await page.getByText('thiếu mã hồ sơ của một nhà').first().waitFor();
    await expectClean();
  });

  it('keeps what the server refuses, with the reason and a way out', async () => {
    await page.getByRole('link', { name: 'Sửa và gửi lại' }).click();
    // Several entries can be mended: the list asks which.
    await page.getByText('Bấm vào lần ghi cần sửa').waitFor();
    await expectClean();
    await page.getByRole('link', { name: 'Ghi thêm' }).click();
    await page.getByRole('textbox', { name: /bao nhiêu/ }).fill('2');
    await page.getByRole('switch').uncheck();
    await visit.context.setOffline(true);
    await page.getByRole('button', { name: 'Gửi 2 hồ sơ' }).click();
    await page.getByText(/Đã\slưu\s2\shồ\ssơ\strên\smáy/).waitFor();
    const deputy = village.teams[0]?.deputy as TestPerson;
    expect((await act(app, deputy, 'completeTask', taskId, {})).status).toBe(200);
    expect((await act(app, village.officer, 'confirmTask', taskId)).status).toBe(200);
    await visit.context.setOffline(false);
    await go('cho-gui');
    await heading('Cần xem lại').waitFor();
    await page.getByText('Bị từ chối').waitFor();
    await page.getByText(/Xã\sđã\sxác\snhận\sviệc\snày/).waitFor();
    await expectClean();
    await page.getByRole('button', { name: 'Gửi thành báo cáo nhanh' }).click();
    await heading('Cần xem lại').waitFor({ state: 'detached' });
    await page
      .getByText(/Biên\snhận\sMS-/)
      .nth(3)
      .waitFor();
    expect((await entries()).map((entry) => entry.value)).toEqual([4, 3, 13]);
  });

  it('thanks the team with the ring of the commune when the commune has confirmed', async () => {
    await go('');
    await page.reload();
    await page.getByText('Cảm ơn Tổ').click();
    await heading('Xã đã xác nhận, cảm ơn Tổ').waitFor();
    await page.getByRole('img', { name: /Tổ\sThôn\s1 góp 20/ }).waitFor();
    await expectClean();
  });

  it('reports quickly in three taps and names the team, in English, large and dark', async () => {
    await go('to');
    await page.getByText('Tổ của tôi').waitFor();
    await expectClean();
    await page.getByRole('link', { name: 'Báo cáo nhanh' }).click();
    await page.getByRole('button', { name: 'Tuyên truyền' }).click();
    await page.getByRole('button', { name: '5', exact: true }).click();
    await expectClean();
    await page.getByRole('button', { name: 'Gửi: Tuyên truyền, 5 lượt' }).click();
    await toldSent(page, /Đã\sgửi,\sbiên\snhận\sMS/);
    await leftQuickReport(page);
    await go('cai-dat');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await page.getByRole('button', { name: 'Largest' }).click();
    await heading('Settings').waitFor();
    await page.setViewportSize({ width: 320, height: 640 });
    await expectClean();
    await page.getByRole('link', { name: /^What is held about me/ }).click();
    await page.getByText('Who looked at my number').waitFor();
    await expectClean();
    await go('');
    await heading('My tasks').waitFor();
    await expectClean();
    expect(visit.troubles).toEqual([]);
  });

  /** A noisy picture of a phone's size, so that making it smaller has something to do. */
  async function addPhoto(): Promise<void> {
    const noise = Buffer.alloc(1200 * 900 * 3).map((_, i) => (i * 2654435761) >>> 24);
    const jpeg = await sharp(noise, { raw: { width: 1200, height: 900, channels: 3 } })
      .resize(3000, 2250)
      .jpeg({ quality: 80 })
      .toBuffer();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: 'Thêm ảnh' }).click(),
    ]);
    await chooser.setFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: jpeg });
    // What finds faces does not come without a network: it is done by hand.
    await heading('Có mặt người thì lấy tay tô che').waitFor();
    await expectClean();
    await page.getByRole('img', { name: /Ảnh vừa chọn/ }).click();
    await page.getByRole('button', { name: 'Dùng ảnh đã tô che' }).click();
  }

  /** The task's field, once it is as wanted, else as it stays. */
  async function onServer(field: 'state' | 'doerId', wanted: string): Promise<string | undefined> {
    const read = async () =>
      (
        await app.database.one<Record<'state' | 'doerId', string>>(
          sql`select state, doer_id as "doerId" from tasks where id = ${taskId}`,
        )
      )?.[field];
    for (let tries = 0; tries < 200 && (await read()) !== wanted; tries++)
      await page.evaluate(() => new Promise(requestAnimationFrame));
    return read();
  }
  return story;
}
