/** Every address that a screen leads to shows a screen: what shows nothing goes home without a word. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { session } from './model/sign-in/session.ts';
import { screenOf } from './routes.tsx';

const LED = [/\b(?:href|go|goInstead|goDone|goBack)\(('[^()]*)\)/g, /\b(?:to|back)=\{\[('[^\]]*)\]\}/g];

/** Parts that are no fixed words stand for something that is there. */
function addresses(): string[] {
  const here = import.meta.dirname;
  const files = readdirSync(here, { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.spec\./.test(file));
  const found = sources.flatMap((file) => {
    const text = readFileSync(join(here, file), 'utf8');
    return LED.flatMap((pattern) => [...text.matchAll(pattern)].map(([, parts = '']) => parts));
  });
  return [...new Set(found.map((parts) => parts.split(', ').map(partOf).join('/')))].sort();
}

const partOf = (part: string): string => /^'([^']+)'$/.exec(part)?.[1] ?? 'x';
/** Shown by the frame itself, with and without a session. */
const ofTheFrame = /^moi(\/|$)/;

it.each(addresses().filter((address) => !ofTheFrame.test(address)))('%s', (address) => {
  session.value = { token: 't', personId: 'p' };
  expect(screenOf(address.split('/'))).toBeTruthy();
});

it('finds the addresses', () => {
  expect(addresses()).toEqual(expect.arrayContaining(['the', 'the/x', 'viec/x/ghi', 'tap-huan']));
});
