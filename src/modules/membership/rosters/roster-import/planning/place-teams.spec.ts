import { hamletKey, readHamletName } from '../../roster/cells/unit-names.ts';
import type { RosterTeam } from '../../roster/roster.types.ts';
import { type KnownHamlet, newHamlet, placeTeams } from './place-teams.ts';

const listed = (text: string): RosterTeam => ({
  sheet: 'S',
  row: 2,
  name: readHamletName(text)?.name ?? text,
  hamletKey: hamletKey(text),
  hamletType: readHamletName(text)?.type ?? null,
  formerCommune: readHamletName(text)?.formerCommune ?? null,
  declaredCount: null,
  members: [],
});
const hamlet = (fullName: string, former: string | null = null): KnownHamlet => ({
  id: former ? `${fullName}@${former}` : fullName,
  fullName,
  former,
});
const placed = (texts: string[], hamlets: KnownHamlet[]) =>
  placeTeams(texts.map(listed), hamlets).map(({ unitId, candidates }) => unitId ?? candidates.map(({ id }) => id));

describe('the hamlet of a team', () => {
  it('is found under every spelling of it', () => {
    expect(
      placed(
        ['Thôn1', 'T2', 'thôn 03', 'Thôn Bốn'],
        ['Thôn 1', 'Thôn 2', 'Thôn 3', 'Thôn 4'].map((name) => hamlet(name)),
      ),
    ).toEqual(['Thôn 1', 'Thôn 2', 'Thôn 3', 'Thôn 4']);
  });

  it('is new when nothing bears the name', () => {
    expect(placed(['Thôn 9'], [hamlet('Thôn 1')])).toEqual([[]]);
  });

  it('needs no former commune while one hamlet bears the name', () => {
    expect(placed(['Thôn 1'], [hamlet('Thôn 1', 'Dân Lý')])).toEqual(['Thôn 1@Dân Lý']);
    expect(placed(['Thôn 1 (xã Dân Lý cũ)'], [hamlet('Thôn 1')])).toEqual(['Thôn 1']);
  });

  it('is told apart by the former commune, and asked for when the file does not say', () => {
    const both = [hamlet('Thôn 1', 'Dân Lý'), hamlet('Thôn 1', 'Minh Sơn')];
    expect(placed(['Thôn 1 (Dân Lý)', 'Thôn 1 - Minh Sơn'], both)).toEqual(['Thôn 1@Dân Lý', 'Thôn 1@Minh Sơn']);
    expect(placed(['Thôn 1'], both)).toEqual([['Thôn 1@Dân Lý', 'Thôn 1@Minh Sơn']]);
  });

  it('is not given to two teams of one file', () => {
    expect(placed(['Thôn 1', 'Thôn 1 (Dân Lý)'], [hamlet('Thôn 1')])).toEqual([['Thôn 1'], ['Thôn 1']]);
  });

  it('is found by its proper name when the file leaves out the word of kind', () => {
    expect(placed(['Tân Lập'], [hamlet('Thôn Tân Lập'), hamlet('Thôn 2')])).toEqual(['Thôn Tân Lập']);
  });
});

describe('a hamlet that the tree does not know', () => {
  it.each([
    ['KP 3', 'khu phố', 'Khu phố 3'],
    ['Thôn 1 (xã Minh Sơn)', 'thôn', 'Thôn 1'],
    ['Thôn 1 (Dân Lý)', 'thôn', 'Thôn 1 (Dân Lý)'],
    ['Tân Lập', 'thôn', 'Tân Lập'],
  ])('%s is a %s named %s', (text, type, name) => {
    expect(newHamlet(listed(text), 'Xã Minh Sơn')).toEqual({ type, name });
  });
});
