import { testId } from '../../testing/render.tsx';
import { clockText, daysLeft, type Difficulty, found, lookOf, similar, soonestFirst } from './difficulty-facts.ts';

const person = { id: testId(6), fullName: 'Phạm Thị Thu Hà', position: null };
const difficulty = (part: Partial<Difficulty> = {}): Difficulty => ({
  id: testId(30),
  kind: 'signal',
  text: 'Sóng yếu ở cuối thôn',
  team: { id: testId(31), name: 'Tổ Thôn 8' },
  taskId: null,
  by: { id: testId(32), fullName: 'Lê Văn An', position: null },
  at: '2026-11-20T03:00:00Z',
  answer: null,
  answeredAt: null,
  answeredBy: null,
  owner: null,
  dueOn: '2026-11-27',
  escalatedAt: null,
  publishedAt: null,
  ...part,
});
const viewer = { personId: person.id, today: '2026-11-25' };
const late = difficulty({ id: testId(33), dueOn: '2026-11-23', escalatedAt: '2026-11-24T01:00:00Z' });
const mine = difficulty({ id: testId(34), owner: person });
const answered = difficulty({ id: testId(35), answer: 'Đã báo nhà mạng.', dueOn: '2026-11-21' });
const rows = [answered, mine, late];

describe('difficulties', () => {
  it('are counted by what is asked of whoever looks', () => {
    const ids = (filter: Parameters<typeof found>[1]) => found(rows, filter, '', viewer).map(({ id }) => id);
    expect(ids('open')).toEqual([mine.id, late.id]);
    expect(ids('mine')).toEqual([mine.id]);
    expect(ids('late')).toEqual([late.id]);
    expect(ids('above')).toEqual([late.id]);
    expect(ids('answered')).toEqual([answered.id]);
  });

  it('are found without accents, in the answer too', () => {
    expect(found(rows, 'all', 'nha mang', viewer)).toEqual([answered]);
    expect(found(rows, 'all', 'thon 8', viewer)).toHaveLength(3);
  });

  it('stand by their day, the answered last', () => {
    expect(soonestFirst(rows)).toEqual([late, mine, answered]);
  });

  it('have a clock until they are answered', () => {
    const t = ((id: string, values?: { n: number }) => `${id} ${values?.n ?? ''}`.trim()) as never;
    expect(daysLeft(mine, viewer.today)).toBe(2);
    expect(daysLeft(answered, viewer.today)).toBeNull();
    expect(daysLeft(difficulty({ dueOn: null }), viewer.today)).toBeNull();
    expect([2, 0, -2].map((n) => clockText(t, n))).toEqual([
      'difficulty.left 2',
      'difficulty.dueToday',
      'difficulty.over 2',
    ]);
  });

  it('say how they stand', () => {
    expect(rows.map((row) => lookOf(row).word)).toEqual([
      'difficulty.state.answered',
      'difficulty.state.owned',
      'difficulty.state.above',
    ]);
  });

  it('bring the know-how of their kind, the likest first', () => {
    const known = (id: number, kind: Difficulty['kind'], text: string) => ({
      id: testId(id),
      kind,
      text,
      answer: 'Cách làm',
      answeredAt: '2026-11-01T00:00:00Z',
    });
    const all = [
      known(1, 'skill', 'Sóng yếu ở cuối thôn'),
      known(2, 'signal', 'Mất điện'),
      known(3, 'signal', 'Sóng yếu'),
    ];
    expect(similar(difficulty(), all).map(({ id }) => id)).toEqual([testId(3), testId(2)]);
  });
});
