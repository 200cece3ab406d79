import { consoleEn } from '#i18n/console.en';
import { consoleVi } from '#i18n/console.vi';
import { catalogues } from '#i18n/console/catalogues';
import { render } from './i18n.tsx';

const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

// Jest cannot link what two imports ask for at once.
const allVi: Record<string, string> = { ...consoleVi };
for (const load of Object.values(catalogues)) Object.assign(allVi, ...Object.values(await load()));

describe('the words of the console', () => {
  it('exist in both languages, with the same values in them', () => {
    const differing = Object.entries(allVi).filter(([id, vi]) =>
      places(vi).some((name) => !places(consoleEn[id as keyof typeof consoleEn]).includes(name)),
    );
    expect(differing.map(([id]) => id)).toEqual([]);
  });

  it('are never empty', () => {
    expect(Object.entries({ ...allVi, ...consoleEn }).filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('write numbers as their readers do and choose by number', () => {
    expect(render('Cộng {n} tổ', { n: 1200 }, 'vi')).toBe('Cộng 1.200 tổ');
    expect(render('{n} {n|team|teams}', { n: 1 }, 'en')).toBe('1 team');
    expect(render('{n} {n|team|teams}', { n: 1200 }, 'en')).toBe('1,200 teams');
  });

  it('keep an unknown place visible', () => {
    expect(render('Xin {name}', {}, 'vi')).toBe('Xin {name}');
  });
});
