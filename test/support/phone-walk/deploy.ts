/** A new version is put in place of the old one: its files are gone from the server, and the phone hears of it. */
import { comeToRest, happens, type Walk } from './phone.ts';

type Phone = Pick<Walk, 'page' | 'network'>;

/**
 * The page of the old version is opened once more, from somewhere between the server and the phone, and its other files are
 * nowhere: the screen that is wanted then comes by a second start of its own, or says that it could not be opened.
 */
export async function meetMissingFiles({ page, network }: Phone): Promise<'reloaded' | 'asked'> {
  const devtools = await page.context().newCDPSession(page);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await devtools.send('Network.clearBrowserCache');
  await devtools.detach();
  network.gone = 'next';
  await page.evaluate(() => void (location.hash = '#/cho-gui'));
  await page.reload({ waitUntil: 'commit' });
  const opened = page.getByRole('heading', { name: 'Chờ gửi lên xã' });
  const asked = page.getByText(/Chưa\smở\sđược\sphần\snày/);
  await opened.or(asked).first().waitFor();
  return (await asked.isVisible()) ? 'asked' : 'reloaded';
}

/** The next version is on the phone and waits; opened, it replaces this one. */
export async function openNewVersion({ page, network }: Phone): Promise<string> {
  network.gone = 'no';
  network.version += 1;
  await page.evaluate(() => navigator.serviceWorker.getRegistration().then((one) => one?.update()));
  const strip = page.getByRole('button', { name: 'Mở bản mới' });
  if (!(await happens(strip.waitFor({ timeout: 5_000 })))) return ' unseen';
  const loaded = page.waitForEvent('load');
  await strip.click();
  await loaded;
  await comeToRest(page);
  return '';
}
