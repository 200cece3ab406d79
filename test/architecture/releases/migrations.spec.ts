/** The list of migrations is complete and in order, and what was recorded is never changed: a database somewhere has run it. */
import { ALLOWED, reach } from '../../../.config/boundaries.mjs';
import { readMigrations, readRecord, unlikeRecord, withMissing } from '../../../.ci/record-migrations.mjs';
import { migrations } from '../../../src/platform/database/migrations/index.ts';

const texts: Record<string, string> = readMigrations();
const files = Object.keys(texts);
const areas = Object.keys(ALLOWED).filter((area) => area === 'src/platform' || area.startsWith('src/modules/'));
const ownerOf = (area: string): string => area.slice(area.lastIndexOf('/') + 1);

/** '1700000000200-organization.ts': its number, and what it is called by. */
function partsOf(file: string): { number: string; name: string } {
  const [, number = '', name = ''] = /^(\d{13})-([a-z0-9-]+)\.ts$/.exec(file) ?? [];
  return { number, name };
}

const isOf = (owner: string, file: string): boolean => {
  const { name } = partsOf(file);
  return name === owner || name.startsWith(`${owner}-`);
};

describe('the list of migrations', () => {
  it('holds every file, in the order of their numbers, by the name that the file says', () => {
    const classes = files.map((file) => {
      const { number, name } = partsOf(file);
      return name.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()) + number;
    });
    expect(migrations.map((migration) => migration.name)).toEqual(classes);
  });

  it('gives each its own number', () => {
    expect(new Set(files.map((file) => partsOf(file).number)).size).toBe(files.length);
  });

  it('names an owner first: the platform or one module', () => {
    const nobodys = files.filter((file) => areas.filter((area) => isOf(ownerOf(area), file)).length !== 1);
    expect(nobodys).toEqual([]);
  });

  it('begins every owner after all that it stands on', () => {
    const first = new Map(areas.map((area) => [area, files.findIndex((file) => isOf(ownerOf(area), file))]));
    const early = [...first].flatMap(([area, at]) =>
      (reach(area) as string[])
        .filter((below) => below !== area && at >= 0 && (first.get(below) ?? -1) > at)
        .map((below) => `${area} begins before ${below}`),
    );
    expect(early).toEqual([]);
    expect([...first.values()].filter((at) => at >= 0).length).toBeGreaterThan(1);
  });
});

describe('a recorded migration', () => {
  it('is as it was recorded, and all are recorded', () => {
    expect(unlikeRecord(texts, readRecord())).toEqual([]);
  });

  it('is all in its own file, so that its hash speaks for all of it', () => {
    const imports = files.flatMap((file) =>
      [...(texts[file] ?? '').matchAll(/^import .*$/gm)].map(([line]) => `${file}: ${line}`),
    );
    expect(imports.filter((line) => !/: import type \{[^}]*\} from 'typeorm';$/.test(line))).toEqual([]);
  });

  const kept = { '1-a.ts': 'create table a ();\n', '2-b.ts': 'create table b ();\n' };
  const record = withMissing(kept, {});

  it.each([
    ['changed', { ...kept, '1-a.ts': 'create table a (id int);\n' }, '1-a.ts was changed after it was recorded'],
    ['gone', { '2-b.ts': kept['2-b.ts'] }, '1-a.ts was recorded and is gone'],
    ['new and not recorded', { ...kept, '3-c.ts': 'create table c ();\n' }, '3-c.ts is not recorded'],
  ])('is missed when it is %s', (_, found, fault) => {
    expect(unlikeRecord(found, record)).toEqual([expect.stringContaining(fault)]);
  });

  it('is the same under other ends of lines', () => {
    const windows = { ...kept, '1-a.ts': kept['1-a.ts'].replaceAll('\n', '\r\n') };
    expect(unlikeRecord(windows, record)).toEqual([]);
  });

  it('is not recorded anew when it has changed', () => {
    const changed = { ...kept, '1-a.ts': 'create table a (id int);\n', '3-c.ts': 'create table c ();\n' };
    const again = withMissing(changed, record);
    expect(again).toMatchObject(record);
    expect(unlikeRecord(changed, again)).toEqual([expect.stringContaining('1-a.ts was changed')]);
  });
});
