import { readWorkbook } from '#documents';
import { countFindings } from '../../../src/modules/membership/rosters/roster/findings.ts';
import { applyChoices, canConfirm, parseRoster } from '../../../src/modules/membership/rosters/roster/parse-roster.ts';
import { diffRoster } from '../../../src/modules/membership/rosters/roster/roster-diff.ts';
import { hamletKey } from '../../../src/modules/membership/rosters/roster/cells/unit-names.ts';
import { minhSonRegister, minhSonTeams } from './minh-son-people.ts';
import { buildUntidyWorkbook, untidyChoices } from './untidy-workbook.ts';

const options = { commune: { name: 'xã Minh Sơn' } };

describe('the list that xã Minh Sơn sent', () => {
  it('is built the same every time', async () => {
    const [a, b] = [await readWorkbook(await buildUntidyWorkbook()), await readWorkbook(await buildUntidyWorkbook())];
    expect(a).toEqual(b);
  });

  it('has 45 people and 31 places to look at: 2 to fix, 6 to choose, 23 repaired', async () => {
    const roster = parseRoster(await readWorkbook(await buildUntidyWorkbook()), options);
    const { info: _info, ...counts } = countFindings(roster.findings);
    expect(roster.tables[0]).toMatchObject({ headerRow: 4, memberRows: 45, lastRow: 52 });
    expect(counts).toEqual({ must_fix: 2, choose: 6, auto_fixed: 23 });
    expect(canConfirm(roster)).toBe(false);
  });

  it('means exactly the people of Minh Sơn once the officer has settled it', async () => {
    const roster = applyChoices(await readWorkbook(await buildUntidyWorkbook()), untidyChoices, options);
    expect(canConfirm(roster)).toBe(true);
    expect(
      roster.teams.map((team) => ({
        hamlet: team.name,
        people: team.members.map(({ fullName, role, position, phones }) => ({
          fullName,
          role,
          position,
          phone: phones[0]!.e164.replace('+84', '0'),
        })),
      })),
    ).toEqual(
      minhSonTeams.map(({ hamlet, people }) => ({
        hamlet,
        people: people.map(({ before: _before, ...person }) => person),
      })),
    );
  });

  it('adds 3 people, changes 5, leaves 37 as they are and removes nobody', async () => {
    const roster = applyChoices(await readWorkbook(await buildUntidyWorkbook()), untidyChoices, options);
    const register = minhSonRegister().map(({ hamlet, people }, t) => ({
      teamId: `${t}`,
      hamletKey: hamletKey(hamlet),
      name: hamlet,
      members: people.map((person, p) => ({
        ...person,
        memberId: `${t}-${p}`,
        personId: `${t}-${p}`,
        phones: [`+84${person.phone.slice(1)}`],
      })),
    }));
    const diff = diffRoster(roster.teams, register);
    expect([
      register.flatMap((team) => team.members).length,
      diff.added.length,
      diff.changed.length,
      diff.unchanged.length,
    ]).toEqual([43, 3, 5, 37]);
    expect(diff.missing.map(({ register: person, registerTeam }) => [person.fullName, registerTeam.name])).toEqual([
      ['Vi Thị Ấm', 'Thôn 9'],
    ]);
    expect(diff.changed.flatMap((change) => change.changes.map((one) => one.field)).sort()).toEqual([
      'phone',
      'phone',
      'phone',
      'position',
      'position',
    ]);
  });
});
