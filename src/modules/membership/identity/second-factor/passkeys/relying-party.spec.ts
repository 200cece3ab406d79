import { RelyingParty } from './relying-party.ts';

const idOf = (PUBLIC_URL: string, PASSKEY_RP_ID?: string) => new RelyingParty({ PUBLIC_URL, PASSKEY_RP_ID }).id;

it.each([
  ['https://to-so.thanhhoa.example', undefined, 'to-so.thanhhoa.example'],
  ['https://to-so.thanhhoa.example:8443/', undefined, 'to-so.thanhhoa.example'],
  ['https://to-so.thanhhoa.example', 'thanhhoa.example', 'thanhhoa.example'],
  ['http://localhost:8080', undefined, 'localhost'],
  ['http://127.0.0.1:8080', undefined, undefined],
  ['https://10.0.0.4', undefined, undefined],
  ['https://[2001:db8::1]', undefined, undefined],
  ['http://to-so.thanhhoa.example', undefined, undefined],
])('%s, %s: keys are made for %s', (url, above, id) => {
  expect(idOf(url, above)).toBe(id);
});

it.each(['evil.example', 'o.thanhhoa.example', 'sub.to-so.thanhhoa.example'])('does not start for %s', (above) => {
  expect(() => idOf('https://to-so.thanhhoa.example', above)).toThrow('PASSKEY_RP_ID');
});
