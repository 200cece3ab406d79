/** The first bundle holds the first screen's words only; both languages say the same things. */
import { readdirSync, readFileSync } from 'node:fs';
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

/** Words of an office, or of people who made this, and what stands on the phone in their place. */
const OFFICE: Record<string, string> = {
  'Thời hạn lưu': 'giữ nhiều nhất 36 tháng',
  'người đó xin': 'nobody else is spoken of where it is about me',
  'minh chứng': 'ảnh, đường dẫn, giấy chứng nhận',
  'liên kết': 'đường dẫn',
  kênh: 'cách, qua đâu',
  bạn: 'mình: whoever reads may be sixty',
  'thư mời': 'mã mời',
  DVCTT: 'dịch vụ công trực tuyến',
  'Khó khăn': 'Vướng mắc',
};

it('says nothing to members as an office would', async () => {
  const folder = new URL('../../../../libs/i18n/mini-app/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.vi.ts'));
  const ofFiles = await Promise.all(files.map((name) => import(fileURLToPath(new URL(name, folder)))));
  const said = [vi, ...ofFiles.flatMap((words) => Object.values(words) as Record<string, string>[])].flatMap(
    Object.entries,
  );
  expect(said.length).toBeGreaterThan(1000);
  // Of an officer's phone: whose data it is stands in the third person there.
  const shared = /^records\.(ground|readers)\./;
  const office = new RegExp(`(?<!\\p{L})(${Object.keys(OFFICE).join('|')})(?!\\p{L})`, 'iu');
  expect(said.filter(([key, text]) => !shared.test(key) && office.test(text))).toEqual([]);
});
