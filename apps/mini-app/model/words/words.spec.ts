/** The first bundle holds the first screen's words only; both languages say the same things. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { en as enScreens } from '#i18n/mini-app.en';
import { enQueue } from '#i18n/mini-app/queue.en';
import { vi } from '#i18n/mini-app.vi';
import { viMore } from '#i18n/mini-app/more.vi';
import { enTraining } from '#i18n/mini-app/training.en';
import { viInbox } from '#i18n/mini-app/inbox.vi';
import { viQueue } from '#i18n/mini-app/queue.vi';
import { viTraining } from '#i18n/mini-app/training.vi';

const source = (file: string) => readFileSync(fileURLToPath(new URL(`../../${file}`, import.meta.url)), 'utf8');
const en = { ...enScreens, ...enQueue };
const all: Record<string, string> = { ...vi, ...viMore, ...viInbox, ...viQueue, ...viTraining };
const places = (text: string) =>
  [...text.matchAll(/\{(\w+)/g)]
    .map((match) => match[1])
    .filter((name, i, list) => list.indexOf(name) === i)
    .sort();

it('finds every word of the first screen in the first bundle', () => {
  const files = [
    'app.tsx',
    'screens/home/home.tsx',
    'screens/home/home-header.tsx',
    'screens/home/home-tasks.tsx',
    'ui/chrome.tsx',
    'ui/parts.tsx',
    'ui/states.tsx',
    'ui/waiting.tsx',
  ];
  const used = files
    .flatMap((file) => [...source(file).matchAll(/'((?:[a-z]+\.)+[A-Za-z]+)'/g)].map((match) => match[1] ?? ''))
    .filter((key) => key in all);
  expect(used.length).toBeGreaterThan(40);
  expect(used.filter((key) => !(key in vi))).toEqual([]);
});

it('puts no value into English that Vietnamese does not know', () => {
  const wrong = Object.entries({ ...en, ...enTraining }).filter(
    ([key, text]) => !places(text).every((name) => places(all[key] ?? '').includes(name)),
  );
  expect(wrong).toEqual([]);
});

it('writes Vietnamese in composed letters', () => {
  expect(Object.values(all).filter((text) => text !== text.normalize('NFC'))).toEqual([]);
});
