/** The sheet of a month's days of service that a commune signs and pays by: one description for paper and for Excel. Pure. */
import type { RouteAnswer, routes } from '#contracts';
import { type Block, type CellValue, decreeMargins, fitColumns, type Merge, type TableRow } from '#documents';
import type { Align, SheetToWrite, TextDocument } from '#documents';
import { formatDate, formatNumber } from '#i18n';
import { placeAndDate } from '#i18n/decree-dates';
import { allowanceSheetVi as words } from '#i18n/server/sheets/allowance-sheet.vi';
import { fill } from '#i18n/format-more';
import { placeInside } from '#i18n/places';
import { issuerLines, letterhead, line, monthInWords, signatureLines } from '../papers/documents/decree-30.ts';

type Days = RouteAnswer<typeof routes.serviceDays>;
type Rule = Days['rules'][number];
type Office = RouteAnswer<typeof routes.readDocumentSettings>;

const header = [words.number, words.name, words.role, words.days, words.sum, words.signature];
const ALIGNS: Align[] = ['center', 'left', 'left', 'center', 'right', 'left'];
const WIDTHS = [11, 48, 28, 16, 30, 32];
const COLUMNS = header.length;

/** @param team where it is one team's part */
export const sheetName = ({ unit, month }: Days, team = unit.fullName): string =>
  fill(words.file, { unit: team, month });

const date = (day: string) => formatDate(day, 'vi', { withYear: true });
const money = (sum: number | null) => (sum === null ? '' : formatNumber(sum));

interface Row {
  kind: 'team' | 'person' | 'total';
  cells: [number | null, string, string, number | null, number | null, string];
}

/** A team's line, then its people; numbers go on through the whole sheet. */
function rowsOf(days: Days): Row[][] {
  let number = 0;
  const groups = days.teams
    .filter(({ people }) => people.length > 0)
    .map(({ name, sum, people }): Row[] => [
      {
        kind: 'team',
        cells: [null, name, '', people.reduce((all, { confirmed }) => all + confirmed, 0), sum, ''],
      },
      ...people.map(
        ({ person, role, confirmed, sum: own }): Row => ({
          kind: 'person',
          cells: [++number, person.fullName, role ? words[`role.${role}`] : words['role.gone'], confirmed, own, ''],
        }),
      ),
    ]);
  return [...groups, [{ kind: 'total', cells: [null, words.total, '', days.confirmed, days.sum, ''] }]];
}

/** What the sums stand on, or that there are none. */
function basisLines({ rules, endsOn, waiting }: Days): string[] {
  const last = rules.at(-1);
  const none = !last || last.basis === 'none' || (last.until !== null && last.until <= endsOn);
  return [
    words.counted,
    ...rules.filter(({ basis }) => basis !== 'none').map(ruleLine),
    ...(none ? [words.noRule] : last.basis === 'team' ? [words.shared] : []),
    ...(waiting > 0 ? [fill(words.waiting, { n: waiting })] : []),
  ];
}

const ruleLine = ({ basis, amount, from, citation }: Rule): string =>
  fill(words[`rule.${basis}`], { amount: formatNumber(amount), from: date(from), citation });

const windowLine = ({ month, startsOn, endsOn }: Days): string =>
  fill(words.window, { month: monthInWords(month), from: date(startsOn), to: date(endsOn) });

export function sheetDocument(days: Days, { office, today }: { office: Office; today: string }): TextDocument {
  return {
    title: sheetName(days),
    size: 13,
    leading: 1,
    margins: { ...decreeMargins },
    draft: null,
    blocks: [
      ...letterhead({
        issuer: issuerLines(days.unit.fullName),
        number: '',
        placeAndDate: placeAndDate(office.place ?? days.unit.name, today),
      }),
      line(words.title, { bold: true, size: 14 }, { before: 12, keepNext: true }),
      line(windowLine(days), { italic: true }, { keepNext: true }),
      ...basisLines(days).map((text) => line(text, { size: 12 }, { align: 'justify', before: 3 })),
      tableOf(days),
      signatures(office),
    ],
  };
}

function tableOf(days: Days): Block {
  const bold = { bold: true };
  const cellsOf = ({ kind, cells: [number, name, role, count, sum] }: Row): TableRow => [
    { text: number === null ? '' : String(number) },
    ...(kind === 'person' ? [{ text: name }, { text: role }] : [{ text: name, bold: true, across: 2 }, null]),
    { text: String(count ?? ''), ...(kind !== 'person' && bold) },
    { text: money(sum), ...(kind !== 'person' && bold) },
    { text: '' },
  ];
  return fitColumns({
    kind: 'table',
    widths: WIDTHS,
    size: 12,
    aligns: ALIGNS,
    header: [header.map((text) => ({ text }))],
    groups: rowsOf(days).map((rows) => rows.map(cellsOf)),
    before: 9,
  });
}

/** Who made the list on the left, who answers for it on the right. */
function signatures(office: Office): Block {
  const room = line('', {}, { runs: [], before: 62 });
  const head = (text: string) => line(text, { bold: true, size: 13 });
  return {
    kind: 'columns',
    widths: [82, 83],
    before: 12,
    cells: [
      [head(words.maker), line(words.signHere, { italic: true, size: 12 }), room],
      [
        ...signatureLines(office.capacity, office.signerPost).map(head),
        line(words.signHere, { italic: true, size: 12 }),
        room,
        head(office.signer ?? ''),
      ],
    ],
  };
}

export function sheetWorkbook(days: Days): SheetToWrite {
  const lines = [
    fill(words.office, { unit: placeInside(days.unit.fullName) }),
    words.title,
    windowLine(days),
    ...basisLines(days),
  ];
  const rows: CellValue[][] = [...lines.map((text) => [text]), header];
  const head = rows.length - 1;
  const bold = [0, 1, head];
  const merges: Merge[] = lines.map((_, row) => ({ top: row, left: 0, bottom: row, right: COLUMNS - 1 }));
  for (const { kind, cells } of rowsOf(days).flat()) {
    if (kind !== 'person') bold.push(rows.length);
    rows.push([...cells]);
  }
  return {
    name: words.tab,
    rows,
    merges,
    widths: [6, 30, 18, 12, 18, 22],
    boldRows: bold,
    centredRows: [1, 2, head],
    repeatedRows: { top: head, bottom: head },
    aligns: ['center', 'left', 'left', 'center', 'right', 'left'],
    table: { top: head, bottom: rows.length - 1, right: COLUMNS - 1 },
  };
}
