/** A photo into the form that stands, looked at and painted over as its taker would. */
import sharp from 'sharp';
import type { Page } from 'playwright-core';

let made: Promise<Buffer> | undefined;
const picture = (): Promise<Buffer> =>
  (made ??= sharp({ create: { width: 640, height: 480, channels: 3, background: '#7a8f6a' } })
    .jpeg()
    .toBuffer());

export async function addPhoto(page: Page): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Thêm ảnh' }).click(),
  ]);
  await chooser.setFiles({ name: 'anh.jpg', mimeType: 'image/jpeg', buffer: await picture() });
  await page.getByRole('heading', { name: 'Có mặt người thì lấy tay tô che' }).waitFor();
  await page.getByRole('img', { name: /Ảnh vừa chọn/ }).click();
  await page.getByRole('button', { name: 'Dùng ảnh đã tô che' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

/** How many photos the form shows that go with it. */
export const photosIn = (page: Page): Promise<number> => page.getByRole('button', { name: /^Bỏ ảnh \d/ }).count();
