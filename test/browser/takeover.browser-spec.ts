/** The first morning of a commune that others became: what came, what waits, who is new, until everything is received. */
import type { Browser } from 'playwright-core';
import { stopApps, type TestApp } from '../support/app.ts';
import { launchBrowser, serve } from '../support/browser.ts';
import { takesOver } from './takeover-story.ts';

let app: TestApp;
let url: string;
let browser: Browser;

beforeAll(async () => {
  ({ app, url } = await serve('console'));
  browser = await launchBrowser();
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await stopApps();
});

it('takes over on the first morning what came with three communes', () => takesOver({ app, browser, url }));
