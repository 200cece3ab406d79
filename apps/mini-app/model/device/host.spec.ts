import { jest } from '@jest/globals';

/** What a network that is not there does to a file that is loaded when it is needed. */
const loadHost = jest.fn<() => Promise<unknown>>();
jest.unstable_mockModule('#host/load', () => ({ loadHost }));
const { host } = await import('./host.ts');

it('is loaded once, and anew after the network was away', async () => {
  loadHost.mockRejectedValueOnce(new TypeError('Failed to fetch dynamically imported module'));
  await expect(Promise.all([host(), host()])).rejects.toThrow('Failed to fetch');
  loadHost.mockResolvedValue({ name: 'browser' });
  expect(await host()).toEqual({ name: 'browser' });
  await host();
  expect(loadHost).toHaveBeenCalledTimes(2);
});
