import { deviceKeys, keepDeviceKey } from './device-keys.ts';

beforeEach(() => localStorage.clear());

it('keeps the latest keys and leaves what it has when no new one came', () => {
  for (let i = 0; i < 10; i++) keepDeviceKey(`key-${i}`);
  keepDeviceKey(undefined);
  expect(deviceKeys()).toEqual(['key-9', 'key-8', 'key-7', 'key-6', 'key-5', 'key-4', 'key-3', 'key-2']);
});

it('reads nothing out of what is not its own', () => {
  localStorage.setItem('to-so.device-keys', '{"a":1}');
  expect(deviceKeys()).toEqual([]);
  localStorage.setItem('to-so.device-keys', 'broken');
  expect(deviceKeys()).toEqual([]);
});
