import { aDetail, aTask, signInHere } from '../testing/phone.ts';

signInHere([aTask(1)]);
const { codesIn, evidenceStillMissing, linksIn } = await import('./evidence.ts');

const asking = { ...aDetail(aTask(1)), entries: [], evidence: ['count' as const, 'photo' as const, 'link' as const] };

it('reads links and codes as people type them', () => {
  expect(linksIn('vi-du.vn/a, https://b.vn\nchưa có')).toEqual(['https://vi-du.vn/a', 'https://b.vn']);
  expect(codesIn('000.00.12.H56-220620-4821; 7733 7733')).toEqual(['4821', '7733']);
});

it('names what the order asks for until it is typed, chosen or sent', () => {
  expect(evidenceStillMissing(asking)).toEqual(['photo', 'link']);
  expect(evidenceStillMissing(asking, { photos: 1, links: ['https://b.vn'], applicationCodes: [] })).toEqual([]);
});
