/** The copy on paper of what is held about a person: for each kind what for, on what ground, how long, who sees it, and its rows. Pure. */
import { isKeepingKind, keepingTerms } from '#contracts/organization/keeping-terms';
import { type RecordKind, recordKindNames, recordKinds } from '#contracts/privacy/record-kinds';
import type { SeeingKind } from '#contracts/privacy/request-kinds';
import {
  type Block,
  decreeMargins,
  fitColumns,
  type Paragraph,
  type Run,
  textWidth,
  type TextDocument,
} from '#documents';
import { dateInVietnam, formatDate, type Lang } from '#i18n';
import { render, type Values } from '#i18n/render';
import type { OwnTable } from '../../own-data/own-records.ts';
import { cellOf, copyWords, headOf } from './cell-words.ts';

export interface OwnCopy {
  kind: SeeingKind;
  lang: Lang;
  name: string;
  code: string;
  unit: string;
  receivedAt: string;
  today: string;
  /** How much there is of each kind, also of those whose rows stand elsewhere. */
  counts: readonly { kind: RecordKind; count: number }[];
  tables: readonly OwnTable[];
}
type Id = keyof (typeof copyWords)['vi'];
type Say = (id: Id, values?: Values) => string;

/** Nobody reads more of one table on paper; the newest come first. */
export const MOST_PRINTED = 3_000;
const [SIZE, SMALL] = [12, 10];
/** Letters that a column is reckoned with, so that a long text has room and none takes all. */
const [NARROWEST, WIDEST] = [8, 40];

export const copyName = ({ kind, name, code, lang }: OwnCopy): string => say(lang)(`copy.file.${kind}`, { name, code });

export function copyDocument(copy: OwnCopy): TextDocument {
  const { kind, lang, name, code, unit, receivedAt, today } = copy;
  const words = say(lang);
  const date = (day: string) => formatDate(day, lang, { withYear: true });
  const title = words(`copy.title.${kind}`, { name });
  const head = { code, unit, received: date(dateInVietnam(receivedAt)), day: date(today) };
  return {
    title,
    size: SIZE,
    leading: 1,
    margins: { ...decreeMargins },
    draft: null,
    blocks: [
      line(title, { bold: true, size: 15 }, { align: 'center' }),
      line(words('copy.case', head), { italic: true }, { align: 'center', before: 4 }),
      line(words('copy.intro'), {}, { align: 'justify', before: 10 }),
      ...sections(copy, words),
      ...(kind === 'view' ? closing(copy, words) : []),
    ],
  };
}

const say =
  (lang: Lang): Say =>
  (id, values = {}) =>
    render(copyWords[lang][id], values, lang);

const line = (text: string, run: Partial<Run> = {}, more: Partial<Paragraph> = {}): Paragraph => ({
  kind: 'paragraph',
  runs: [{ text, ...run }],
  ...more,
});

/** Of a request to see: whatever there is. Of one who asks who looked: that alone, also when it was nobody. */
function sections(copy: OwnCopy, words: Say): Block[] {
  const counted = new Map(copy.counts.map(({ kind, count }) => [kind, count]));
  const kinds: RecordKind[] = copy.kind === 'looks' ? ['looks'] : recordKindNames.filter((kind) => counted.get(kind));
  return kinds.flatMap((kind, i): Block[] => {
    const n = counted.get(kind) ?? 0;
    const heading = words('copy.heading', { no: String(i + 1), kind: words(`records.${kind}`), n });
    return [
      line(heading, { bold: true }, { before: 14, keepNext: true }),
      ...facts(kind, words).map((text) => line(text, { size: SMALL }, { keepNext: true })),
      ...rowsOf(copy, kind, words),
    ];
  });
}

function facts(kind: RecordKind, words: Say): string[] {
  const { ground, readers, kept } = recordKinds[kind];
  const { least, most } = isKeepingKind(kept) ? keepingTerms[kept] : { least: 0, most: 0 };
  return [
    words('copy.why', { text: words(`records.${kind}.why`) }),
    words('copy.ground', { text: words(`records.ground.${ground}`) }),
    words('copy.kept', { text: words(`records.kept.${kept}`, { least, most }) }),
    words('copy.readers', { text: words(`records.readers.${readers}`) }),
  ];
}

function rowsOf({ tables, lang }: OwnCopy, kind: RecordKind, words: Say): Block[] {
  const own = tables.filter((table) => table.kind === kind && table.rows.length > 0);
  if (own.length === 0) return [line(words(kind === 'looks' ? 'copy.noLooks' : 'copy.elsewhere'), {}, { before: 4 })];
  return own.flatMap(({ rows }): Block[] => {
    const older = rows.length - MOST_PRINTED;
    return [
      tableOf(rows.slice(0, MOST_PRINTED), lang),
      ...(older > 0 ? [line(words('copy.older', { n: older }), { italic: true, size: SMALL })] : []),
    ];
  });
}

/** Without columns in which nothing stands; each as wide as its words ask for. */
function tableOf(rows: OwnTable['rows'], lang: Lang): Block {
  const keys = Object.keys(rows[0] ?? {});
  const columns = keys
    .map((key) => ({ head: headOf(key, lang) ?? key, cells: rows.map((row) => cellOf(key, row[key], lang)) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const asked = columns.map(({ cells }) =>
    Math.min(
      WIDEST,
      cells.reduce((most, cell) => Math.max(most, cell.length), NARROWEST),
    ),
  );
  const whole = asked.reduce((sum, one) => sum + one, 0);
  return fitColumns({
    kind: 'table',
    widths: asked.map((one) => Math.round((textWidth * one * 100) / whole) / 100),
    size: SMALL,
    aligns: columns.map(() => 'left'),
    header: [columns.map(({ head }) => ({ text: head }))],
    groups: rows.map((_, i) => [columns.map(({ cells }) => ({ text: cells[i] ?? '' }))]),
    before: 6,
  });
}

/** What could be held and is not, and what is on no paper. */
function closing({ counts, tables }: OwnCopy, words: Say): Block[] {
  const held = new Set(counts.filter(({ count }) => count > 0).map(({ kind }) => kind));
  const none = [...new Set(tables.map(({ kind }) => kind))].filter((kind) => !held.has(kind));
  const kinds = none.map((kind) => words(`records.${kind}`)).join('; ');
  return [
    ...(none.length > 0 ? [line(words('copy.nothing', { kinds }), {}, { before: 14 })] : []),
    line(words('copy.secret'), {}, { align: 'justify', before: none.length > 0 ? 4 : 14 }),
  ];
}
