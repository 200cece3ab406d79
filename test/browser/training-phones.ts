/** Phones of training's stories: signed in as somebody, with a camera that sees what the test holds before it. */
import type { Locator, Page } from 'playwright-core';
import type { Visit } from '../support/browser.ts';
import type { TestPerson } from '../support/people.ts';
import type { Shell } from '../support/platforms/shells.ts';

declare global {
  interface Window {
    holdBeforeCamera?: (picture: string) => Promise<void>;
  }
}

export async function phoneOf(
  shell: Shell,
  person: TestPerson,
  options: Parameters<Shell['visit']>[1] = {},
): Promise<Visit> {
  const visit = await shell.visit(0, options);
  await visit.context.addInitScript(({ token, id }) => {
    if (localStorage.getItem('to-so.session')) return;
    localStorage.setItem('to-so.session', JSON.stringify({ token, personId: id }));
  }, person);
  await visit.context.addInitScript(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 720, height: 960 });
    const context = canvas.getContext('2d');
    const picture = new Image();
    const draw = () => {
      if (!context) return;
      context.fillStyle = '#8a8f94';
      context.fillRect(0, 0, canvas.width, canvas.height);
      // As a hand holds it: smaller than the view and a little askew.
      context.save();
      context.translate(canvas.width / 2, canvas.height / 2);
      context.rotate(0.06);
      if (picture.width) context.drawImage(picture, -240, -240, 480, 480);
      context.restore();
    };
    window.holdBeforeCamera = async (source) => {
      picture.src = source;
      await picture.decode();
    };
    setInterval(draw, 100);
    Object.defineProperty(navigator.mediaDevices, 'getUserMedia', {
      value: async () => canvas.captureStream(10),
    });
  });
  return visit;
}

/** The code on one phone's screen, held before the camera of another. */
export async function show(code: Locator, to: Page): Promise<void> {
  const png = await code.screenshot();
  await to.evaluate((picture) => window.holdBeforeCamera?.(picture), `data:image/png;base64,${png.toString('base64')}`);
}

/** Another screen without loading the page again: there may be no network. */
export async function go(page: Page, route: string): Promise<void> {
  await page.evaluate((hash) => void (location.hash = hash), `#/${route}`);
}
