import type { SessionDetail } from '../looks.ts';
import {
  emptyPlan,
  fieldOf,
  inputOf,
  missingIn,
  movedInput,
  planOf,
  refusalsOf,
  tellsPeople,
  wrongIn,
} from './plan.ts';

const session = {
  state: 'published',
  communeId: 'c',
  topicCode: 'it_use',
  title: 'Ứng dụng CNTT',
  audience: 'teams',
  startsAt: '2022-06-24T07:00:00.000Z',
  endsAt: '2022-06-24T09:30:00.000Z',
  place: 'Nhà văn hóa Thôn 6',
  mapUrl: null,
  onlineUrl: null,
  capacity: 30,
  seatsPerTeam: 2,
  heldUntil: '2022-06-23',
  language: 'vi',
  materials: null,
  bring: 'Điện thoại',
  teamIds: ['a', 'b'],
} as unknown as SessionDetail;
const whole = planOf(session);

describe('a plan', () => {
  it('comes from a session and goes back as it was', () => {
    expect(inputOf(whole)).toMatchObject({
      startsAt: session.startsAt,
      endsAt: session.endsAt,
      place: session.place,
      teamIds: ['a', 'b'],
      materials: null,
    });
  });

  it('begins with the slot that was chosen, a week ahead without one', () => {
    expect(emptyPlan({ day: '2022-06-24', from: 480, to: 600 }, '2022-06-21')).toMatchObject({
      day: '2022-06-24',
      from: '08:00',
      to: '10:00',
    });
    expect(emptyPlan({}, '2022-06-21')).toMatchObject({ day: '2022-06-28', from: '14:00', to: '16:30' });
  });

  it('is not sent while something is missing, and says what', () => {
    const empty = emptyPlan({}, '2022-06-21');
    expect(missingIn(empty)).toEqual(['communeId', 'topicCode', 'title', 'place']);
    expect(inputOf(empty)).toBeUndefined();
    expect(missingIn({ ...whole, place: '', onlineUrl: 'https://hoc.example.vn' })).toEqual([]);
  });

  it.each([
    [{ from: 'sáng' }, 'from'],
    [{ to: '13h' }, 'to'],
    [{ mapUrl: 'nhà văn hóa' }, 'mapUrl'],
    [{ seatsPerTeam: 16 }, 'seatsPerTeam'],
    [{ heldUntil: '2022-06-25' }, 'heldUntil'],
  ])('with %j is wrong at its field', (part, field) => {
    const draft = { ...whole, ...part };
    expect(Object.keys(wrongIn(draft))).toEqual([field]);
    expect(inputOf(draft)).toBeUndefined();
  });

  it('that is moved keeps all else; seats are never kept beyond the new day', () => {
    const moved = movedInput(session, '2022-06-20', 480, 600);
    expect(moved).toMatchObject({ startsAt: '2022-06-20T01:00:00.000Z', heldUntil: '2022-06-20', teamIds: ['a', 'b'] });
  });
});

describe('a refusal', () => {
  it('stands at the field that it speaks of', () => {
    expect([fieldOf('startsAt'), fieldOf('teamIds.3'), fieldOf('place'), fieldOf('version')]).toEqual([
      'from',
      'teamIds',
      'place',
      undefined,
    ]);
  });

  it('is said once a field', () => {
    const details = [
      { path: 'place', code: 'training.placeBusy', params: {} },
      { path: 'place', code: 'other', params: {} },
      { path: 'version', code: 'none', params: {} },
    ];
    const problem = { code: 'x', title: '', status: 409, details };
    expect(refusalsOf(problem, (code) => code)).toEqual({ place: 'training.placeBusy' });
  });
});

describe('who is told', () => {
  it('are those of a published session whose time or place changes', () => {
    expect(tellsPeople(session, whole)).toBe(false);
    expect(tellsPeople(session, { ...whole, from: '14h' })).toBe(false);
    expect(tellsPeople(session, { ...whole, from: '14h30' })).toBe(true);
    expect(tellsPeople(session, { ...whole, place: 'Nhà văn hóa Thôn 2' })).toBe(true);
    expect(tellsPeople({ ...session, state: 'proposed' }, { ...whole, from: '14h30' })).toBe(false);
  });
});
