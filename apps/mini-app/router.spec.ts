/** @jest-environment jsdom */
import './testing/phone.ts';

it('leads home from an address that cannot be read', async () => {
  location.hash = '#/viec/%E0%A4%A';
  const { route } = await import('./router.ts');
  expect(route.value).toEqual([]);
  location.hash = '#/viec/abc';
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(route.value).toEqual(['viec', 'abc']);
  location.hash = '#/viec/%';
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(route.value).toEqual([]);
});

it("counts the phone's own back, so that the bar's back does not leave the app", async () => {
  const { go, goBack, route, href } = await import('./router.ts');
  const at = async (...parts: string[]) => {
    for (let n = 0; n < 200 && route.value.join('/') !== parts.join('/'); n++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(route.value).toEqual(parts);
  };
  location.hash = href('to');
  await at('to');
  go('viec', 'a');
  await at('viec', 'a');
  go('viec', 'a', 'ghi');
  await at('viec', 'a', 'ghi');
  history.back();
  await at('viec', 'a');
  goBack();
  await at('to');
  // The first entry of the app: nothing of ours lies under it.
  history.replaceState({ at: 0 }, '', href('viec', 'b'));
  dispatchEvent(new Event('hashchange'));
  goBack('hop-thu');
  expect(route.value).toEqual(['hop-thu']);
});
