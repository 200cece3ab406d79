/** The day that a typed report names: "hôm qua", "ngày 12", "12/11", "thứ hai". Which date it is depends on the day of writing. */
import { foldLetters } from '#i18n/fold';

export type DayWords =
  | { kind: 'ago'; days: number }
  /** 1 Monday to 7 Sunday; the last one, or that of the week before. */
  | { kind: 'weekday'; weekday: number; lastWeek: boolean }
  | { kind: 'date'; day: number; month?: number; year?: number };

const ago: Record<string, number> = {
  'hom nay': 0,
  'bua nay': 0,
  'bua ni': 0,
  'hom ni': 0,
  'sang nay': 0,
  'trua nay': 0,
  'chieu nay': 0,
  'toi nay': 0,
  'hom qua': 1,
  'bua qua': 1,
  'hom wa': 1,
  'sang qua': 1,
  'chieu qua': 1,
  'toi qua': 1,
  'hom kia': 2,
  'bua kia': 2,
  'bua te': 2,
  'hom te': 2,
  'ngay mai': -1,
};
const weekdays: Record<string, number> = {
  hai: 1,
  ba: 2,
  tu: 3,
  nam: 4,
  sau: 5,
  bay: 6,
  '2': 1,
  '3': 2,
  '4': 3,
  '5': 4,
  '6': 5,
  '7': 6,
};

const START = String.raw`(?<=^|[\s,;:(.-])`;
const END = String.raw`(?=$|[\s,;:.)])`;
const LEAD = String.raw`(?:(?:hom|bua) )?`;
/** "Việc thứ hai" is a number of order, no day. */
const patterns: readonly [RegExp, (found: string[]) => DayWords][] = [
  [
    new RegExp(`${START}(${Object.keys(ago).join('|')})${END}`, 'g'),
    ([, word = '']) => ({ kind: 'ago', days: ago[word] ?? 0 }),
  ],
  [
    new RegExp(
      `${START}(?<!(?:viec|lan|dot|nguoi|muc|buoi) )${LEAD}(?:thu (hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn)( tuan truoc)?(?: vua roi| vua qua| roi)?${END}`,
      'g',
    ),
    ([, word, before]) => ({
      kind: 'weekday',
      weekday: word ? (weekdays[word] ?? 7) : 7,
      lastWeek: before !== undefined,
    }),
  ],
  [
    new RegExp(`${START}${LEAD}(?:ngay )?(\\d{1,2})[/-](\\d{1,2})(?:[/-](\\d{4}))?${END}`, 'g'),
    ([, day, month, year]) => dated(day, month, year),
  ],
  [
    new RegExp(`${START}${LEAD}(?:ngay|mung|mong) (\\d{1,2})(?: thang (\\d{1,2}))?(?: nam (\\d{4}))?${END}(?!/)`, 'g'),
    ([, day, month, year]) => dated(day, month, year),
  ],
];

/** What is left of the text when the day is taken out; undefined when it names several. */
export function takeDay(text: string): { rest: string; day?: DayWords } | undefined {
  let rest = text.normalize('NFC');
  const days = new Map<string, DayWords>();
  for (const [pattern, meaning] of patterns) {
    const found = [...foldLetters(rest).matchAll(pattern)];
    for (const match of found.toReversed()) {
      const day = meaning([...match] as string[]);
      days.set(JSON.stringify(day), day);
      rest = `${rest.slice(0, match.index)} ${rest.slice(match.index + match[0].length)}`;
    }
  }
  if (days.size > 1) return undefined;
  const [day] = days.values();
  return { rest, ...(day && { day }) };
}

function dated(day?: string, month?: string, year?: string): DayWords {
  return {
    kind: 'date',
    day: Number(day),
    ...(month !== undefined && { month: Number(month) }),
    ...(year !== undefined && { year: Number(year) }),
  };
}
