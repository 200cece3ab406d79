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
