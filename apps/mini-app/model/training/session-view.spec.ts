import type { MyTrainingSession } from '#client';
import { viTraining } from '#i18n/mini-app/training.vi';
import { signInHere } from '../../testing/phone.ts';

signInHere([]);

const { sessionView } = await import('./session-view.ts');
const { withAnswers } = await import('./answers.ts');
const { addWords } = await import('../words/words.ts');

const at = (time: string) => Date.parse(`2022-11-18T${time}:00+07:00`);
type Mine = Partial<MyTrainingSession['mine']>;
const view = (mine: Mine, now: number, change: Partial<MyTrainingSession> = {}) => {
  const session = {
    id: 'buoi',
    title: 'Bán hàng trên sàn',
    startsAt: '2022-11-18T07:00:00Z',
    endsAt: '2022-11-18T09:30:00Z',
    place: null,
    state: 'published',
    version: 1,
    mine: { state: 'seated', place: null, mustAcknowledge: false, before: null, checkedInAt: null, ...mine },
    ...change,
  } as MyTrainingSession;
  return sessionView(withAnswers(session, []), now);
};
beforeAll(() => addWords(viTraining));

it.each<[string, string | undefined, Mine, Partial<MyTrainingSession>]>([
  ['a seat', 'Tập huấn hôm nay, đã có chỗ', {}, {}],
  ['the waiting list', 'Tập huấn hôm nay, đang chờ thứ 2', { state: 'waiting', place: 2 }, {}],
  ['no answer yet', 'Tập huấn hôm nay, cần trả lời', { state: 'invited' }, {}],
  ['cancelled', 'Buổi hôm nay đã hủy', {}, { state: 'cancelled' }],
  [
    'cancelled on another day',
    'Buổi 5/12 đã hủy, không cần đến',
    { mustAcknowledge: true },
    { state: 'cancelled', startsAt: '2022-12-05T07:00:00Z', endsAt: '2022-12-05T09:00:00Z' },
  ],
  [
    'moved by an hour',
    'Đổi giờ: 2 giờ chiều (14:00), đã có chỗ',
    {
      mustAcknowledge: true,
      before: { startsAt: '2022-11-18T06:00:00Z', endsAt: '2022-11-18T09:30:00Z', place: null },
    },
    {},
  ],
  [
    'moved elsewhere',
    'Đổi địa điểm: Học trực tuyến, đã có chỗ',
    {
      mustAcknowledge: true,
      before: { startsAt: '2022-11-18T07:00:00Z', endsAt: '2022-11-18T09:30:00Z', place: 'Nhà văn hóa' },
    },
    {},
  ],
  ['declined', undefined, { state: 'declined' }, {}],
  ['not agreed yet', undefined, {}, { state: 'proposed' }],
  ['another day', undefined, {}, { startsAt: '2022-11-19T07:00:00Z', endsAt: '2022-11-19T09:00:00Z' }],
])('says how one stands today: %s', (_case, line, mine, change) => {
  const shown = view(mine, at('07:42'), change);
  expect(shown?.line.replace(/\u00a0/g, ' ')).toBe(line);
  expect(shown?.asks ?? false).toBe(mine.state === 'invited');
});

it('opens the code from an hour before, the session until then and where there is no seat', () => {
  expect(view({}, at('12:59'))?.to).toEqual(['tap-huan', 'buoi']);
  expect(view({}, at('13:00'))?.to).toEqual(['tap-huan', 'buoi', 'ma']);
  expect(view({ state: 'waiting', place: 1 }, at('13:30'))?.to).toEqual(['tap-huan', 'buoi']);
  expect(view({}, at('16:30'))).toBeUndefined();
});
