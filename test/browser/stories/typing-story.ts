/** Words of a report on their way: left at once, with the line down, and typed over words that somebody else has changed since. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from '../../support/browser.ts';
import type { TestApp } from '../../support/app.ts';
import type { TestPerson } from '../../support/people.ts';
import { onReport, storedWords } from '../../support/reports.ts';
import { expectClean, goTo } from '../officer-pages.ts';

const STRENGTHS = '1. Mặt được';
const NOT_SAVED = 'Chưa lưu được. Chữ còn trên máy này, có mạng sẽ tự lưu';

interface Typing {
  app: TestApp;
  url: string;
  reportId: string;
  focal: TestPerson;
  visit: Visit;
}

const stored = ({ app, focal, reportId }: Typing, key: string) => storedWords(app, focal, reportId, key);

/** Saved by itself after a while. */
export async function becomesStored(typing: Typing, key: string, text: string): Promise<void> {
  for (let tries = 0; tries < 200 && (await stored(typing, key)) !== text; tries++) await pause(100);
  expect(await stored(typing, key)).toBe(text);
}

function hands({ visit: { page } }: Typing) {
  const field = (name: string) => page.getByRole('textbox', { name, exact: true });
  return {
    field,
    toMonths: async () => {
      await page
        .getByRole('navigation')
        .getByRole('link', { name: /Báo cáo tháng/ })
        .click();
      await page.getByRole('link', { name: 'Tháng 6/2022' }).waitFor();
    },
    back: async () => {
      await page.getByRole('link', { name: 'Tháng 6/2022' }).click();
      await field(STRENGTHS).waitFor();
    },
    type: async (name: string, text: string) => {
      await field(name).click();
      await page.keyboard.press('Control+End');
      await page.keyboard.type(text);
    },
  };
}

/** Another officer of the commune saves what hinders. */
async function othersSave({ app, focal, reportId }: Typing, text: string): Promise<void> {
  const { version } = (await onReport(app, focal, 'readReport', reportId)).body.words;
  await onReport(app, focal, 'writeReport', reportId, { version, sections: [{ key: 'difficulties', text }] });
}

const keptHere = ({ visit: { page } }: Typing) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('report-words')));

export async function leavesAtOnce(typing: Typing): Promise<void> {
  const { page, context } = typing.visit;
  const { back, toMonths, type } = hands(typing);
  const name = STRENGTHS;
  const before = await stored(typing, 'strengths');
  await type(name, ', 9 tổ');
  await toMonths();
  await becomesStored(typing, 'strengths', `${before}, 9 tổ`);
  await back();
  await context.setOffline(true);
  await type(name, ' xong');
  await page.getByText(NOT_SAVED).waitFor();
  await expectClean(page);
  await context.setOffline(false);
  await becomesStored(typing, 'strengths', `${before}, 9 tổ xong`);
  await page.getByText(/Đã lưu \d/).waitFor();
  await context.setOffline(true);
  await type(name, ' cả');
  await page.getByText(NOT_SAVED).waitFor();
  await toMonths();
  // In another section: there is nothing to choose.
  await othersSave(typing, 'Đường xa.');
  await context.setOffline(false);
  expect(await stored(typing, 'strengths')).toBe(`${before}, 9 tổ xong`);
  await back();
  await becomesStored(typing, 'strengths', `${before}, 9 tổ xong cả`);
  await page.getByText(/Đã lưu \d/).waitFor();
  expect([await keptHere(typing), await stored(typing, 'difficulties')]).toEqual([[], 'Đường xa.']);
  await othersSave(typing, '');
  await goTo(page, typing.url, `reports/${typing.reportId}`);
}

/** The answer to a save is late, or lost on its way: the words that are stored are the writer's own all the same. */
export async function staysTheWriters(typing: Typing): Promise<void> {
  const { page } = typing.visit;
  const { back, toMonths, type } = hands(typing);
  const saves = `**/reports/${typing.reportId}/words`;
  const before = await stored(typing, 'strengths');
  const isTyped = (text: string) => becomesStored(typing, 'strengths', `${before}${text}`);
  let answer = () => {};
  const wanted = new Promise<void>((resolve) => (answer = resolve));
  await page.route(
    saves,
    async (route) => {
      const response = await route.fetch();
      await wanted;
      await route.fulfill({ response });
    },
    { times: 1 },
  );
  await type(STRENGTHS, ', kịp');
  await toMonths();
  await isTyped(', kịp');
  await back();
  await type(STRENGTHS, ' thời');
  answer();
  await isTyped(', kịp thời');
  await page.getByText(/Đã lưu \d/).waitFor();
  await page.route(saves, (route) => route.fetch().then(() => route.abort()), { times: 1 });
  await type(STRENGTHS, ' hạn');
  await isTyped(', kịp thời hạn');
  await page.getByText(NOT_SAVED).waitFor();
  await type(STRENGTHS, ' giao');
  await isTyped(', kịp thời hạn giao');
  await page.getByText(/Đã lưu \d/).waitFor();
  expect(await keptHere(typing)).toEqual([]);
}

export async function comesBackToOthersWords(typing: Typing): Promise<void> {
  const { url, reportId, visit } = typing;
  const { page, context } = visit;
  const { back, field, toMonths, type } = hands(typing);
  const name = '2. Khó khăn, vướng mắc';
  await context.setOffline(true);
  await type(name, 'Điện yếu.');
  await page.getByText(NOT_SAVED).waitFor();
  await toMonths();
  await othersSave(typing, 'Mưa nhiều.');
  await context.setOffline(false);
  // What is in dispute stays in dispute when the page is loaded once more.
  for (let times = 0; times < 2; times++) {
    await goTo(page, url, `reports/${reportId}`);
    await page.getByText('Người khác vừa lưu chữ khác.').waitFor();
    expect(await stored(typing, 'difficulties')).toBe('Mưa nhiều.');
  }
  // Nor does who leaves the screen write over it.
  await toMonths();
  await back();
  await page.getByText('Người khác vừa lưu chữ khác.').waitFor();
  expect(await stored(typing, 'difficulties')).toBe('Mưa nhiều.');
  await page.getByRole('button', { name: 'Lấy bản kia' }).click();
  await page.getByText(/Đã lưu \d/).waitFor();
  expect(await field(name).innerText()).toContain('Mưa nhiều.');
  expect(await keptHere(typing)).toEqual([]);
  await othersSave(typing, '');
  await goTo(page, url, `reports/${reportId}`);
}
