/** A province's organiser reforms communes: a list with a mistake, doubts, hamlets by keys, equal names about which a commune is asked, posts, rehearsed, scheduled, revoked. */
import type { Browser, Page } from 'playwright-core';
import { sql } from '#platform/database';
import type { TestApp } from '../../support/app.ts';
import { CreateUnit } from '../../../src/modules/organization/units/create-unit.ts';
import { seriousFindings, sideScroll } from '../../support/browser.ts';
import { buildDirective } from '../../support/orders.ts';
import { buildOfficer, signIn, type TestPerson } from '../../support/people.ts';
import { buildPlace } from '../../support/units.ts';
import { answersLate } from '../console-hands.ts';
import { expectClean, goTo, signedIn } from '../officer-pages.ts';

interface Where {
  app: TestApp;
  url: string;
  provinceId: string;
}
type Look = (name: string) => Promise<void>;

/** @param look at what is shown then */
export async function reformsCommunes(page: Page, where: Where, look: Look = async () => {}): Promise<void> {
  const { app, url, provinceId } = where;
  const district = {
    kind: 'district',
    type: 'huyện',
    name: 'Triệu Sơn',
    parentId: provinceId,
    from: '2022-01-01',
  } as const;
  const districtId = await app.database.tx((tx) => app.get(CreateUnit).insert(tx, district));
  const built = [
    await buildPlace(app, { commune: 'Hợp Lý', hamlets: 2, districtId }),
    await buildPlace(app, { commune: 'Hợp Thắng', hamlets: 3, districtId }),
  ];
  await buildPlace(app, { commune: 'Dân Lý', hamlets: 1, districtId });
  const title = 'Công chức Văn phòng - Thống kê';
  const officers: TestPerson[] = [];
  for (const [at, fullName] of ['Phạm Thị Thu Hà', 'Trịnh Thị Nga'].entries()) {
    const { communeId: unitId } = built[at]!;
    officers.push(await buildOfficer(app, { role: 'focal_officer', unitId, fullName, title, signedIn: at === 0 }));
  }
  await buildDirective(app, provinceId, '1686/NQ-UBTVQH15');
  const codes = await app.database.rows<{ code: string }>(
    sql`select code from unit_versions where unit_id = any(${built.map(({ communeId }) => communeId)}::uuid[]) order by name`,
  );
  const [ly = '', thang = ''] = codes.map(({ code }) => code);
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const clean = async (name: string) => {
    await page.evaluate(() => scrollTo(0, 0));
    await look(name);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await sideScroll(page)).toEqual([]);
  };
  const list = (rows: string[]) => ({
    name: 'DS xã mới.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Mã cũ,Tên đơn vị cũ,Mã mới,Tên đơn vị mới,Toàn bộ hay một phần', ...rows].join('\n')),
  });
  await page.goto(`${url}/console/#/unit-reforms`);
  await page.getByText('Chưa có cuộc sắp xếp nào.').waitFor();
  await clean('empty');
  await button('Lập cuộc sắp xếp').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel(/^Tên/).fill('Sắp xếp xã, phường tỉnh Thanh Hóa năm 2027');
  await dialog.getByRole('combobox', { name: /^Văn bản/ }).click();
  await page.getByRole('option', { name: /1686/ }).click();
  await dialog.getByRole('button', { name: /^Ngày hiệu lực/ }).click();
  await page.locator('button[data-direction="next"]').click();
  await page.locator('td button:not([data-outside])').getByText('15', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Lập cuộc sắp xếp' }).click();

  const quick = await answersLate(page);
  await writesLines(page, clean, { ly, thang });

  const file = page.locator('input[type=file]');
  const wrong = [`${ly},Xã Hợp Lý,${ly},Xã Hợp Tiến,Toàn bộ`, `${ly},Xã Hợp Lý,88,Xã Hợp Thắng,Toàn bộ`];
  await file.setInputFiles(list(wrong));
  await button('Đọc tệp').click();
  await page.getByText(`Dòng 3: mã cũ ${ly} ghi hai lần`).waitFor();
  await clean('wrong');
  const right = [
    `${ly},Xã Hợp Lý,${ly},Xã Hợp Tiến,Toàn bộ`,
    `${thang},Xã Hợp Thắng,${ly},Xã Hợp Tiến,Một phần`,
    `${thang},Xã Hợp Thắng,88,Xã Hợp Thành,Một phần`,
  ];
  await file.setInputFiles(list([...right.slice(0, 2), `${thang},Xã Hợp Thắng,88,Xã Hợp Thịnh,Một phần`]));
  await button('Đọc tệp').click();
  await page.getByText('Xã Hợp Thịnh').first().waitFor();
  // A browser opens no choice of files while one is read; this hand would reach past that.
  await page.locator('input[type=file]:enabled').waitFor({ state: 'attached' });
  await file.setInputFiles(list(right));
  await button('Đọc tệp').click();
  await page.getByText('Khác bản trước: 1 dòng đổi, 0 dòng thêm, 0 dòng bớt').waitFor();
  await quick();
  await clean('differences');
  await button('Xem cả cuộc').click();
  await page.getByText(/^Dòng 2: Mã của Xã Hợp Lý nay là Xã Hợp Tiến/).waitFor();
  await clean('units');
  await button('Là xã mới').click();
  await page.getByText(/nay là Xã Hợp Tiến/).waitFor({ state: 'detached' });

  // The list names most of the district: who is missing is asked for.
  await page.getByText(/^Xã Dân Lý: chưa nơi nào nhận/).waitFor();
  await button('Giữ nguyên xã này').click();
  await page.getByText(/chưa nơi nào nhận/).waitFor({ state: 'detached' });
  await page.getByRole('tab', { name: 'Chia thôn' }).click();
  await page.getByText('Chia Xã Hợp Thắng: còn 3 thôn').waitFor();
  await page.getByRole('radio', { name: 'Thôn 1 về Xã Hợp Tiến' }).focus();
  for (const key of ['1', '2', '2']) await page.keyboard.press(key);
  await page.getByText('Chia Xã Hợp Thắng: đã đủ').waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText('Chia Xã Hợp Thắng: còn 1 thôn').waitFor();
  await clean('divide');
  await button('Lưu chia thôn').click();
  await page.getByText('Đã lưu.').waitFor();
  await dividesAHamlet(page, clean);
  await allotsByAList(page, clean);

  await namesHamlets(page, clean);
  await asksTheCommune(page, where, officers[1]!, clean);
  await fillsPosts(page, clean);

  await page.getByRole('tab', { name: 'Diễn tập' }).click();
  await page.getByText('Diễn tập: không vướng gì, chưa có gì được ghi').waitFor();
  await clean('rehearsal');
  await button(/^1 thôn chia đôi/).click();
  await page
    .getByRole('dialog')
    .getByText(/Thôn 3A \(Xã Hợp Tiến\)/)
    .waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await button(/^4 thôn, đơn vị đổi nơi/).click();
  await page.getByRole('dialog').getByText('về Xã Hợp Thành').first().waitFor();
  await look('list');
  await page.getByRole('dialog').getByRole('button', { name: 'Đóng' }).click();
  await page.setViewportSize({ width: 360, height: 740 });
  await clean('rehearsal-phone');
  await page.setViewportSize({ width: 1280, height: 800 });

  await page.getByRole('tab', { name: 'Lịch' }).click();
  await clean('schedule');
  await button('In để trình ký').click();
  await page.getByRole('dialog').getByText('Người duyệt').waitFor();
  await look('to-sign');
  await page.getByRole('dialog').getByText('Đóng', { exact: true }).click();
  await button(/^Lên lịch cho/).click();
  await button('Thu hồi cuộc sắp xếp').click();
  await page.getByRole('dialog').getByLabel('Lý do').fill('Nghị quyết ghi ngày khác');
  await look('revoke');
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi cuộc sắp xếp' }).click();
  await page.getByText('Đã thu hồi: Nghị quyết ghi ngày khác').waitFor();
  await page.goto(`${url}/console/#/unit-reforms`);
  await page.getByText('Vì sao thu hồi').waitFor();
  await clean('list-page');
}

type Clean = (name: string) => Promise<void>;

/** Both communes bring a Thôn 1: told apart at once, named by a pattern, one of them by hand. */
async function namesHamlets(page: Page, clean: Clean): Promise<void> {
  await page.getByRole('tab', { name: 'Tên trùng' }).click();
  await page.getByText('Xã Hợp Tiến: 1 tên trùng nhau ở 2 thôn').waitFor();
  await page.getByRole('button', { name: 'Đặt theo mẫu cho 2 thôn' }).click();
  await page.getByText('Đã đề nghị tên cho 2 thôn.').waitFor();
  await page.getByRole('button', { name: /^Tên mới của Thôn 1 \(Hợp Lý cũ\)/ }).focus();
  await page.keyboard.press('F2');
  await page.getByRole('textbox', { name: 'Tên mới của Thôn 1 (Hợp Lý cũ)' }).fill('Thôn 2');
  await page.keyboard.press('Enter');
  await page.getByText('Trùng Thôn 2').waitFor();
  await clean('names');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Tên mới của Thôn 1 \(Hợp Lý cũ\)/ }).focus();
  await page.keyboard.press('g');
  await page.getByText('Trùng Thôn 2').waitFor({ state: 'detached' });
}

/** The hamlet's commune is asked, proposes another name, and that is the proposal after one press. */
async function asksTheCommune(page: Page, { app, url }: Where, officer: TestPerson, clean: Clean): Promise<void> {
  const button = (name: string) => page.getByRole('button', { name });
  await button('Gửi xã lấy ý kiến').click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('1 xã được hỏi về 1 tên đã đề nghị:').waitFor();
  await clean('ask');
  await dialog.getByRole('button', { name: 'Gửi xã lấy ý kiến' }).click();
  await page.getByText(/^Đã hỏi 1 xã, 0 xã đã trả lời/).waitFor();
  const reformId = /unit-reforms\/([\w-]+)/.exec(page.url())?.[1] ?? '';

  const token = await signIn(app, officer.id);
  const {
    page: own,
    context,
    troubles,
  } = await signedIn(page.context().browser() as Browser, url, {
    ...officer,
    token,
  });
  await goTo(own, url, `asked-names/${reformId}`);
  await own.getByRole('radio', { name: 'Ý kiến khác' }).check();
  await own.getByRole('textbox', { name: 'Tên khác xã đề nghị cho Thôn 1' }).fill('Thôn Trung Thắng');
  await expectClean(own);
  await own.setViewportSize({ width: 360, height: 740 });
  await expectClean(own);
  await own.getByRole('button', { name: 'Gửi ý kiến' }).click();
  await own.getByText('Đã gửi ý kiến về 1 thôn.').waitFor();
  expect(troubles).toEqual([]);
  await context.close();

  await page.reload();
  await page.getByText('Xã đề nghị “Thôn Trung Thắng”').waitFor();
  await clean('asked');
  await button('Lấy tên này').click();
  await page.getByText('Đã lấy tên xã đề nghị').waitFor();
}

/** Two people are left over: one is found for the empty post by her name, of the other it is said that her office ends. */
async function fillsPosts(page: Page, clean: Clean): Promise<void> {
  await page.getByRole('tab', { name: /^Người và chức danh/ }).click();
  await page.getByText('Xã Hợp Tiến: còn trống 3 chỗ').waitFor();
  await page.getByRole('combobox', { name: 'Cán bộ đầu mối: chọn người' }).fill('thu ha');
  await page.getByRole('option', { name: /^Phạm Thị Thu Hà/ }).click();
  await page.getByText('Xã Hợp Tiến: còn trống 2 chỗ').waitFor();
  await clean('people');
  await page.getByRole('button', { name: 'Thôi giữ chức: Trịnh Thị Nga' }).click();
  await page.getByText('Ai cũng đã rõ.').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await clean('people-phone');
  await page.getByRole('tab', { name: 'Tên trùng' }).click();
  await page.getByText('chưa đề nghị').waitFor();
  await clean('names-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Thôn 3 lies on both sides of the road: half of it goes to each. */
async function dividesAHamlet(page: Page, clean: Clean): Promise<void> {
  await page.getByRole('radio', { name: 'Thôn 3 về Xã Hợp Tiến' }).focus();
  await page.keyboard.press('d');
  const drawer = page.getByRole('dialog', { name: 'Chia đôi Thôn 3' });
  const halves = [
    {
      part: drawer.getByRole('group', { name: 'Thôn mới thứ nhất' }),
      name: 'Thôn 3A',
      households: '60',
      to: 'Xã Hợp Tiến',
    },
    {
      part: drawer.getByRole('group', { name: 'Thôn mới thứ hai' }),
      name: 'Thôn 3B',
      households: '40',
      to: 'Xã Hợp Thành',
    },
  ];
  for (const { part, name, households, to } of halves) {
    await part.getByLabel('Tên').fill(name);
    await part.getByLabel('Số hộ').fill(households);
    await part.getByRole('combobox', { name: 'Về đơn vị' }).click();
    await page.getByRole('option', { name: to }).click();
  }
  await drawer.getByText('60 + 40 = 100 hộ, đủ').waitFor();
  await clean('split');
  await drawer.getByRole('button', { name: 'Lưu chia đôi' }).click();
  await drawer.waitFor({ state: 'detached' });
  await page.getByRole('row').filter({ hasText: 'Thôn 3A' }).waitFor();
}

/** What is wrong in a list is named by row; the right one is written at once. */
async function allotsByAList(page: Page, clean: Clean): Promise<void> {
  const list = (rows: string[]) => ({
    name: 'chia thôn.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(['Thôn,Đơn vị mới', ...rows].join('\n')),
  });
  const button = (name: string) => page.getByRole('button', { name });
  await button('Lấy từ danh sách').click();
  const file = page.locator('input[type=file]');
  await file.setInputFiles(list(['Thôn 1,Xã Hợp Tiến', 'Thôn 7,Xã Hợp Tiến']));
  await button('Đọc tệp').click();
  await page.getByText('Dòng 3: không có thôn “Thôn 7” ở Xã Hợp Thắng').waitFor();
  await clean('hamlet-list');
  await file.setInputFiles(list(['Thôn 1,Xã Hợp Tiến', 'Thôn 2,Xã Hợp Thành']));
  await button('Đọc tệp').click();
  await page.getByText('Chia Xã Hợp Thắng: đã đủ').waitFor();
  await page.setViewportSize({ width: 360, height: 740 });
  await clean('divide-phone');
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Without a list: a new commune and what goes into it, what is refused at its field, a line put right, all taken out again. */
async function writesLines(page: Page, clean: Clean, codes: { ly: string; thang: string }): Promise<void> {
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  await button('Thêm dòng').click();
  const dialog = page.getByRole('dialog');
  const send = () => dialog.getByRole('button', { name: 'Thêm dòng' }).click();
  const old = dialog.getByRole('combobox', { name: /^Đơn vị cũ/ });
  const takes = async (typed: string, found: string) => {
    await old.fill(typed);
    await page.getByRole('option', { name: found }).click();
  };
  await takes('hop ly', `${codes.ly}, Xã Hợp Lý`);
  await dialog.getByLabel(/^Tên/).fill('Tân Lập');
  await dialog.getByLabel('Mã, nếu có').fill('A1');
  await send();
  await dialog.getByText('Chưa đúng dạng.').waitFor();
  await clean('line-refused');
  await dialog.getByLabel('Mã, nếu có').fill('99');
  await send();
  await dialog.getByText(/^Đã thêm .*Xã Hợp Lý/).waitFor();
  // The next one goes into the same commune, and the keys are where it is typed.
  expect(await old.evaluate((one) => one === document.activeElement)).toBe(true);
  await takes('hop thang', `${codes.thang}, Xã Hợp Thắng`);
  await dialog.getByText('một phần', { exact: true }).click();
  await send();
  await dialog.getByText(/^Đã thêm .*Xã Hợp Thắng/).waitFor();
  await dialog.getByRole('button', { name: 'Đóng' }).last().click();
  await page.getByText('Xã Hợp Thắng: ghi “một phần” nhưng chỉ có một nơi nhận.').waitFor();
  await clean('lines');
  await button('Sửa dòng Xã Hợp Thắng').click();
  await dialog.getByText('toàn bộ', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Lưu' }).click();
  await page.getByText(/ghi “một phần” nhưng/).waitFor({ state: 'detached' });
  for (const name of ['Xã Hợp Thắng', 'Xã Hợp Lý', 'Xã Tân Lập']) {
    const drop = button(`Bỏ dòng ${name}`);
    await drop.click();
    // The next row moves up into its place: a press on its way would meet nothing.
    await drop.waitFor({ state: 'detached' });
  }
  await page.getByText('Không có tệp? Ghi từng dòng').waitFor();
}
