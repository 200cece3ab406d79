/** English words for what is counted. They are written for many; this is the one place that knows them for one. */

/** What indicators count, and what else stands behind a number in words of theirs. */
export const oneOf: Readonly<Record<string, string>> = {
  accounts: 'account',
  requests: 'request',
  applications: 'application',
  events: 'event',
  households: 'household',
  'households/enterprises': 'household/enterprise',
  mailboxes: 'mailbox',
  members: 'member',
  minutes: 'minute',
  orders: 'order',
  people: 'person',
  petitions: 'petition',
  products: 'product',
  sessions: 'session',
  shops: 'shop',
  teams: 'team',
  times: 'time',
};

const rules = new Intl.PluralRules('en');
const counted = new RegExp(
  `(?<![\\d.,])(\\d[\\d,]*(?:\\.\\d+)?)([ \\u00a0])(${Object.keys(oneOf).join('|')})(?![\\w/])`,
  'g',
);

/** "household" for 1, "households" for any other number; a word that is not known stays as it is. */
export const unitFor = (word: string, n?: number): string =>
  n !== undefined && rules.select(n) === 'one' ? (oneOf[word] ?? word) : word;

/** "1 household, 12 people" of "1 households, 12 people": words of a catalogue with their numbers put in. */
export const withUnits = (text: string): string =>
  text.replace(
    counted,
    (_all, n: string, gap: string, word: string) => n + gap + unitFor(word, Number(n.replaceAll(',', ''))),
  );
