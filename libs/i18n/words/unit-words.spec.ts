import { readdirSync, readFileSync } from 'node:fs';
import { oneOf, unitFor, withUnits } from './unit-words.en.ts';

/** Every English unit that a migration has put into the catalogue of indicators. */
const folder = new URL('../../../src/platform/database/migrations/', import.meta.url);
const catalogued = new Set(
  readdirSync(folder)
    .filter((name) => name.includes('-organization'))
    .flatMap((name) => [
      ...readFileSync(new URL(name, folder), 'utf8').matchAll(
        /\('[A-Z]{2}\d{2}', '(?:[^']|'')*', '(?:[^']|'')*', '[^']*', '([^']*)',\s/g,
      ),
    ])
    .map(([, unit = '']) => unit)
    .filter((unit) => unit !== '%'),
);

it('knows every word of the catalogue for one', () => {
  expect(catalogued.size).toBeGreaterThan(8);
  expect([...catalogued].filter((word) => !(word in oneOf))).toEqual([]);
});

it.each(Object.entries(oneOf))('says 1 %s as 1 %s, and leaves all other numbers', (many, one) => {
  expect(one).not.toBe(many);
  expect(unitFor(many, 1)).toBe(one);
  expect([0, 2, 1.5, 21, undefined].map((n) => unitFor(many, n))).toEqual(Array(5).fill(many));
  expect(withUnits(`1 ${many}, 11 ${many}, 0.1 ${many}, 1,001 ${many} (1 ${many}).`)).toBe(
    `1 ${one}, 11 ${many}, 0.1 ${many}, 1,001 ${many} (1 ${one}).`,
  );
});

it('leaves words alone that only begin alike', () => {
  expect(withUnits('1 timesheet, 1 households/enterprises, 1 widgets')).toBe(
    '1 timesheet, 1 household/enterprise, 1 widgets',
  );
});
