import type { bulkVi } from './bulk.vi.ts';

export const bulkEn: Record<keyof typeof bulkVi, string> = {
  'bulk.told': '{n} {n|person is|people are} told',
  'bulk.by': '{route}: {n}',
  'bulk.standIn': 'stand-in',
  'bulk.left': '{n} left alone',
  'bulk.why.sent': 'sent already',
  'bulk.why.today': 'reminded today',
  'bulk.why.nobody': 'nobody writes reports there',
  'bulk.nobodyLeft': 'Nobody is left to tell: all have sent or were reminded today.',
  'bulk.noRoute': '{n} {n|person has|people have} no route and must be called.',
  'bulk.goesNow': 'It goes at once and cannot be taken back. Each place is reminded by hand once a day.',
};
