import { type Days, rowsOf } from './allowance.ts';

const person = (id: string, sum: number | null) => ({
  person: { id, fullName: id, position: null },
  role: 'member' as const,
  confirmed: 1,
  waiting: 0,
  sum,
});
const teams = (sum: number | null, own: number | null): Pick<Days, 'teams'> => ({
  teams: [{ id: 'A', name: 'Thôn 1', sum, people: [person('Hoa', own), person('Tuấn', own)] }],
});

it('shows what each person earned', () => {
  expect(rowsOf(teams(null, 60_000)).map(({ sum }) => sum)).toEqual([60_000, 60_000]);
});

it("shows a team's sum once, so that the column adds up", () => {
  expect(rowsOf(teams(600_000, null)).map(({ sum }) => sum)).toEqual([600_000, null]);
});

it('shows days only where nothing is paid', () => {
  expect(rowsOf(teams(null, null)).map(({ sum, confirmed }) => [sum, confirmed])).toEqual([
    [null, 1],
    [null, 1],
  ]);
});
