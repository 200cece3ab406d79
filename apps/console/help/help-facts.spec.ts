import { consoleEn } from '#i18n/console.en';
import { helpEn } from '#i18n/console/frame/help.en';
import { helpVi } from '#i18n/console/frame/help.vi';
import { navItems } from '../frame/nav-items.ts';
import { findTasks, pictureOf, piecesOf, tasksAt, visibleTasks } from './help-facts.ts';
import { helpTasks, memberTasks } from './help-tasks.ts';

const [vi, en] = [helpVi, helpEn] as Record<string, string>[];
const all = visibleTasks(() => true);
const linesOf = (of: Record<string, string>, id: string) =>
  [1, 2, 3, 4, 5, 6].flatMap((n) => of[`help.${id}.${n}`] ?? []);

describe('How to', () => {
  it.each(helpTasks.map(({ id }) => id))('%s has a title, a picture and three to six lines in both languages', (id) => {
    for (const words of [vi!, en!]) {
      expect(words[`help.${id}.title`]).toBeTruthy();
      expect(pictureOf(words[`help.${id}.picture`]!).to[0]).toBeTruthy();
      expect(linesOf(words, id).length).toBeGreaterThanOrEqual(3);
      expect(words[`help.${id}.7`]).toBeUndefined();
    }
    expect(linesOf(vi!, id)).toHaveLength(linesOf(en!, id).length);
  });

  it('names buttons by their own words, in both languages', () => {
    const named = [...Object.values(vi!), ...Object.values(en!)].flatMap((line) =>
      piecesOf(line).flatMap(({ text, isButton }) => (isButton ? [text] : [])),
    );
    expect(named.length).toBeGreaterThan(60);
    expect(named.filter((id) => !Object.hasOwn(consoleEn, id))).toEqual([]);
  });

  it('has no words left over, and a line for every member task', () => {
    const known = new Set([...helpTasks.map(({ id }) => id), ...memberTasks]);
    const others = [
      'title',
      'find',
      'on',
      'others',
      'found',
      'none',
      'noneAct',
      'printOfficer',
      'printMember',
      'keys',
      'firstHere',
      'guideOfficer',
      'guideMember',
    ];
    const ids = Object.keys(vi!).map((key) => key.split('.')[1]!);
    expect(ids.filter((id) => !known.has(id) && !others.includes(id))).toEqual([]);
    for (const id of memberTasks) expect(linesOf(vi!, id)).toHaveLength(3);
  });

  it('stands on every screen of the menu', () => {
    const screens = new Set(helpTasks.map(({ screen }) => screen));
    const without = navItems.filter(({ to }) => !screens.has(to)).map(({ to }) => to);
    expect(without).toEqual([]);
  });

  it('opens what belongs to the screen, also behind a list', () => {
    expect(tasksAt('/teams/7', all).map(({ id }) => id)).toContain('invite');
    expect(tasksAt('/units/import', all)[0]?.screen).toBe('/units');
    expect(tasksAt('/', all).map(({ id }) => id)).toEqual(['today']);
    expect(tasksAt('/nowhere', all)).toEqual([]);
    expect(visibleTasks((action) => action === 'unit.read').every(({ right }) => !right || right === 'unit.read')).toBe(
      true,
    );
  });

  it('is found by folded words, titles first', () => {
    const tasks = [
      { title: 'Giao việc', lines: ['Xem báo cáo'] },
      { title: 'Nộp báo cáo tháng', lines: ['Bấm nộp'] },
    ];
    expect(findTasks(tasks, 'bao cao').map(({ title }) => title)).toEqual(['Nộp báo cáo tháng', 'Giao việc']);
    expect(findTasks(tasks, 'nop thang')).toHaveLength(1);
    expect(findTasks(tasks, 'không có')).toEqual([]);
  });
});
