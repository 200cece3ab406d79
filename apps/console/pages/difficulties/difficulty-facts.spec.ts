import { testId } from '../../testing/render.tsx';
import { clockText, daysLeft, type Difficulty, lookOf, placeOf, similar } from './difficulty-facts.ts';

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
    const company = { id: testId(40), name: 'Viễn thông Triệu Sơn', contact: null };
    expect(
      [{ provider: company }, { answer: 'Xong', closedAt: '2026-11-26T01:00:00Z' }].map(
        (part) => lookOf(difficulty(part)).word,
      ),
    ).toEqual(['difficulty.state.passedOn', 'difficulty.state.closed']);
  });

  it('say where they are, as far as it was told', () => {
    const hamlet = { id: testId(41), kind: 'hamlet' as const, name: 'Thôn 2', fullName: 'Thôn 2' };
    expect(placeOf(difficulty({ spot: 'Xóm Bãi', hamlet }))).toBe('Xóm Bãi, Thôn 2');
    expect(placeOf(difficulty({ hamlet }))).toBe('Thôn 2');
    expect(placeOf(difficulty())).toBe('');
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
