/** What Appendix 1 exports, the import reads back: any register that an import can have written changes in nothing. */
import fc from 'fast-check';
import type { TeamRole } from '#contracts/enums';
import { appendixSheet, readWorkbook, writeWorkbook } from '#documents';
import { planImport } from '../roster-import/planning/plan-import.ts';
import { placeTeams } from '../roster-import/planning/place-teams.ts';
import { blockingFindings } from './findings.ts';
import { parseRoster } from './parse-roster.ts';
import { printPhone } from '../../people/people/phones.ts';
import { printPosition, readPosition } from './cells/positions.ts';
import { diffRoster, type RegisterTeam } from './roster-diff.ts';
import { hamletKey } from './cells/unit-names.ts';

const families = ['Nguyễn', 'Lê', 'Trịnh', 'Đỗ', 'Bùi', 'Hà', 'Lò'];
const middles = ['Văn', 'Thị', 'Đức', 'Hồng', 'Thị Thanh', 'Xuân'];
const givens = ['Ổn', 'Ấn', 'Hợi', 'Thúy', 'Hòa', 'Quý', 'Đạt', 'Ý', 'Phượng', 'Khoẻ'];
const places = ['Thôn 1', 'Thôn 2', 'Thôn 10', 'Thôn Đồng Hưng', 'Bản Ổn', 'Khu phố 3', 'Phố Giắt', 'Tổ dân phố 7'];
/** As the register has them: what the reader has spelled out, known or not. */
const posts = [
  'BTĐ',
  'Trưởng thôn',
  'CHT PN',
  'BT chi bộ - Trưởng thôn',
  'Y tế thôn',
  'Chủ cửa hàng điện thoại',
  'CAV',
].map((text) => readPosition(text).position);

const person = fc.record({
  family: fc.constantFrom(...families),
  middle: fc.constantFrom(...middles),
  given: fc.constantFrom(...givens),
  post: fc.constantFrom(null, ...posts),
});
const rosters = fc
  .uniqueArray(fc.constantFrom(...places), { minLength: 1, maxLength: 6 })
  .chain((names) =>
    fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), fc.array(person, { minLength: 2, maxLength: 9 })))),
  );

type Roster = typeof rosters extends fc.Arbitrary<infer R> ? R : never;

function registerOf(roster: Roster): RegisterTeam[] {
  let number = 0;
  return roster.map(([name, people], t): RegisterTeam => {
    const seen = new Set<string>();
    const different = people.filter(({ family, middle, given }) => {
      const key = `${family} ${middle} ${given}`;
      return !seen.has(key) && seen.add(key);
    });
    return {
      teamId: `team-${t}`,
      hamletKey: name,
      name,
      members: different.map(({ family, middle, given, post }, i) => ({
        memberId: `seat-${t}-${i}`,
        personId: `person-${t}-${i}`,
        fullName: `${family} ${middle} ${given}`,
        role: (['leader', 'deputy'] as TeamRole[])[i] ?? 'member',
        position: post,
        phones: [`+8451${String(2_000_000 + ++number)}`],
      })),
    };
  });
}

it('changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(rosters, async (roster) => {
      const register = registerOf(roster);
      const printed = register.map(({ name, members }) => ({
        name,
        members: members.map(({ fullName, role, position, phones }) => ({
          fullName,
          post: printPosition(role, position),
          phone: printPhone(phones[0] as string),
        })),
      }));
      const file = await writeWorkbook([
        appendixSheet({ unitName: 'UBND xã Minh Sơn', groups: [{ name: null, teams: printed }] }),
      ]);
      const read = parseRoster(await readWorkbook(file), { commune: { name: 'Minh Sơn' } });
      // A list of one family, or with one large team, is asked about however well it was read.
      const unusual = ['names.oneSurname', 'team.tooLarge'];
      expect(blockingFindings(read.findings).filter(({ code }) => !unusual.includes(code))).toEqual([]);
      const hamlets = register.map(({ name }) => ({ id: name, fullName: name, former: null }));
      const placed = placeTeams(read.teams, hamlets).map(({ team }) => team);
      expect(placed.map(({ hamletKey: key }) => key)).toEqual(register.map(({ name }) => name));
      const diff = diffRoster(placed, register);
      expect([diff.added, diff.changed, diff.missing]).toEqual([[], [], []]);
      const members = register.flatMap((team) =>
        team.members.map((one) => ({
          id: one.memberId,
          team_id: team.teamId,
          person_id: one.personId,
          role: one.role,
          position: one.position,
          affiliation: 'other' as const,
          from: '2022-04-13',
          to: null,
        })),
      );
      const plan = planImport({
        diff,
        others: [],
        teams: new Map(register.map(({ hamletKey: key, teamId }) => [key, { id: teamId, from: '2022-04-13' }])),
        members: members as never,
        known: [],
        guarded: new Set<string>(),
        from: '2022-06-01',
        newId: () => 'new',
      });
      // Numbers that the person has already are no change: they are written only where they are new.
      const { phones, ...written } = plan;
      expect(Object.values(written).flat()).toEqual([]);
      const known = new Set(register.flatMap((team) => team.members.map((one) => `${one.personId}|${one.phones[0]}`)));
      expect(phones.filter(({ personId, e164 }) => !known.has(`${personId}|${e164}`))).toEqual([]);
    }),
    { numRuns: 8 },
  );
});

it('has places of every kind in it', () => {
  expect(new Set(places.map((name) => hamletKey(name))).size).toBe(places.length);
});
