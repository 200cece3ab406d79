/** What only hosts have: their own proof signs in, an unknown account says who it is by phone or by an officer's code. */
import { sql } from '#platform/database';
import { routes } from '#contracts';
import { seriousFindings, sideScroll, type Visit } from '../../support/browser.ts';
import { LEADER, type Story } from './member-story.ts';

const MEMBER = 301;
const STRANGER = 302;
const GUEST = 303;

/** @param name of the host on the screens */
export function hostStory(story: Story, name: string): void {
  const clean = async ({ page }: Visit) => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideScroll(page)).toEqual([]);
  };
  const accountsOf = (personId: string) =>
    story.shell.app.database.rows<{ proof: string }>(
      sql`select proof from linked_accounts where person_id = ${personId} and ended_at is null order by linked_at`,
    );
  const heading = ({ page }: Visit, text: string | RegExp) => page.getByRole('heading', { name: text });

  describe('whose own proof signs in', () => {
    // The member's story has ended in English.
    beforeAll(() =>
      story.shell.app.database.rows(
        sql`with vi as (update people set language = 'vi') select pg_notify('actor_changed', '')`,
      ),
    );

    it('opens the very task of a message, signed in without typing anything', async () => {
      const visit = await story.shell.visit(LEADER);
      await visit.page.goto(story.shell.link(['viec', story.taskId], LEADER));
      await visit.page.getByText('Giúp bà con nộp hồ sơ trực tuyến').first().waitFor();
      expect(await visit.page.evaluate(() => location.hash)).toBe(`#/viec/${story.taskId}`);
      await clean(visit);
      expect(visit.troubles).toEqual([]);
      await visit.context.close();
    });

    it('asks an unknown account who it is, finds the name by the proven phone, and asks before it ties them', async () => {
      const member = story.village.teams[0]?.member;
      const { app } = story.shell;
      await app.database.rows(
        sql`update phones set e164 = ${story.shell.phoneOf?.(MEMBER)} where person_id = ${member?.id}`,
      );
      const visit = await story.shell.visit(MEMBER);
      const { page } = visit;
      await page.goto(story.shell.link(['viec', story.taskId], MEMBER));
      await heading(visit, 'Mình là ai trong Tổ?').waitFor();
      await clean(visit);
      await page.getByRole('button', { name: `Vào bằng số điện thoại ${name}` }).click();
      await heading(visit, 'Có đúng tên mình không?').waitFor();
      await page
        .getByText(member?.fullName ?? '')
        .first()
        .waitFor();
      await page.getByText(`${name} trên máy này`).waitFor();
      await clean(visit);
      expect(await app.database.rows(sql`select 1 from linked_accounts where person_id = ${member?.id}`)).toEqual([]);
      await page.getByRole('button', { name: 'Đúng, là tôi' }).click();
      await page.getByText('Giúp bà con nộp hồ sơ trực tuyến').first().waitFor();
      expect(await page.evaluate(() => location.hash)).toBe(`#/viec/${story.taskId}`);
      expect(visit.troubles).toEqual([]);
      await visit.context.close();
    });

    it('says what happens next when no one has that phone, and lets an officer’s code in', async () => {
      const guest = story.village.teams[2]?.member;
      const { body: invite } = await story.shell.app.call(routes.createInvite, {
        token: story.village.officer.token,
        params: { personId: guest?.id ?? '' },
      });
      const visit = await story.shell.visit(STRANGER);
      const { page } = visit;
      await page.goto(story.shell.link([], STRANGER));
      await page.getByRole('button', { name: `Vào bằng số điện thoại ${name}` }).click();
      await heading(visit, 'Xã đang xem để cho vào').waitFor();
      await clean(visit);
      await story.shell.showCode?.(visit, 'https://elsewhere.example/menu');
      await page.getByRole('button', { name: 'Quét mã của cán bộ xã' }).click();
      await page.getByText('Đây không phải mã mời của xã.').waitFor();
      await story.shell.showCode?.(visit, invite.url);
      await page.getByRole('button', { name: 'Quét mã của cán bộ xã' }).click();
      await heading(visit, 'Có đúng tên mình không?').waitFor();
      await page.getByRole('button', { name: 'Đúng, là tôi' }).click();
      await heading(visit, 'Việc của tôi').waitFor();
      expect((await accountsOf(guest?.id ?? '')).map(({ proof }) => proof)).toEqual(['invite']);
      await visit.context.close();
    });

    it('shows my accounts and ways in the settings, stays out after signing out, and comes back by one tap', async () => {
      const visit = await story.shell.visit(LEADER);
      const { page } = visit;
      await page.goto(story.shell.link(['cai-dat'], LEADER));
      await heading(visit, 'Tài khoản đã kết nối').waitFor();
      await page.getByText('Kết nối ngày 21/6').waitFor();
      await heading(visit, 'Tin của xã tới mình qua đâu').waitFor();
      await clean(visit);
      await page.getByRole('button', { name: 'Kết nối Zalo, Telegram' }).click();
      await heading(visit, 'Kết nối để nhận tin của xã').waitFor();
      await page
        .getByRole('img', { name: /Mã để mở/ })
        .first()
        .waitFor();
      await clean(visit);
      await page.getByRole('button', { name: 'Đóng' }).click();
      await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Đăng xuất' }).click();
      await page.getByText('Đã đăng xuất trên máy này').waitFor();
      await clean(visit);
      await page.goto('about:blank');
      await page.goto(story.shell.link([], LEADER));
      await page.getByRole('button', { name: `Vào lại bằng ${name}` }).click();
      await heading(visit, 'Việc của tôi').waitFor();
      await visit.context.close();
    });

    it('keeps the accounts of one phone apart', async () => {
      const visit = await story.shell.visit(GUEST);
      const { page } = visit;
      await page.goto(story.shell.link([], GUEST));
      await heading(visit, 'Mình là ai trong Tổ?').waitFor();
      expect(await page.getByText('Giúp bà con nộp hồ sơ trực tuyến').count()).toBe(0);
      await visit.context.close();
    });
  });
}
