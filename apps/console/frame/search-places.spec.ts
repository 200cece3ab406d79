import type { Action } from '#contracts/actions';
import { frameVi } from '#i18n/console/frame/frame.vi';
import type { MessageId } from '../i18n/i18n.tsx';
import { placesFor } from './search-places.ts';

const t = (id: MessageId) => (frameVi as Record<string, string>)[id] ?? id;
const find = (query: string, rights: readonly Action[], commune = true) =>
  placesFor(query, { t, may: (action) => rights.includes(action), commune }).map(({ kind, to }) => `${kind} ${to}`);

it.each([
  ['nhac', ['assignment.chase'], ['act /assignments']],
  ['xuat', ['roster.export'], ['act /reports']],
  ['giao viec', ['assignment.issue', 'assignment.read'], ['act /assignments/new', 'screen /assignments']],
  ['văn bản', ['directive.manage'], ['act /documents']],
  ['mat khau', [], ['act /account']],
] as [string, Action[], string[]][])('“%s” finds what may be done', (query, rights, found) => {
  expect(find(query, rights)).toEqual(found);
});

it('finds nothing without the right, and nothing in the middle of a word', () => {
  expect(find('nhac', [])).toEqual([]);
  expect(find('hac', ['assignment.chase'])).toEqual([]);
  expect(find('', ['assignment.chase'])).toEqual([]);
});

it('leads whoever stands above to the reports of those below', () => {
  expect(find('xuat', ['roster.export'], false)).toEqual(['act /report-board']);
});
