/** What each row of a list of offices says, and what is in doubt of it. Nothing is guessed. Pure. */
import { z } from 'zod';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { foldMarks } from '#i18n/fold';
import type { CardRow } from './office-cards.queries.ts';
import { readOfficePhone } from './office-phone.ts';

export type OfficeLine = RouteBody<typeof routes.importOffices>['lines'][number];
export type OfficeFinding = RouteAnswer<typeof routes.importOffices>['findings'][number];

export interface ReadOffice {
  row: number;
  card: CardRow;
  phone: string | null;
  email: string | null;
  hours: string | null;
  address: string | null;
  isOffice: boolean;
}

const authority = /^(?:ubnd|uy ban nhan dan)\s+/;
const kinds = /^(?:xa|phuong|thi tran|dac khu|huyen|quan|thi xa|thanh pho|tinh)\s+/;
const digitsOf = (phone: string): string => phone.replace(/\D/g, '');
const keyOf = (text: string): string => foldMarks(text).replace(authority, '').replace(kinds, '').trim();

export function readOfficeLines(
  lines: readonly OfficeLine[],
  cards: readonly CardRow[],
): { offices: ReadOffice[]; findings: OfficeFinding[] } {
  const findings: OfficeFinding[] = [];
  const offices = lines.flatMap((line): ReadOffice[] => {
    const raise = (field: OfficeFinding['field'], code: OfficeFinding['code'], more: Partial<OfficeFinding> = {}) =>
      findings.push({ row: line.row, field, code, params: {}, open: true, units: [], ...more });
    const card = cardOf(line, cards, raise);
    const phone = line.phone === '' ? null : readOfficePhone(line.phone);
    if (line.phone === '') raise('phone', 'phoneMissing', { open: false });
    else if (phone === null) raise('phone', 'phoneBad', { params: { text: line.phone } });
    else if (phone.isPersonal && !line.isOffice) raise('phone', 'phonePersonal', { params: { text: phone.text } });
    const isMail = line.email === '' || z.email().safeParse(line.email).success;
    if (!isMail) raise('email', 'emailBad', { params: { text: line.email } });
    if (!card) return [];
    const text = (value: string) => (value === '' ? null : value);
    return [
      {
        row: line.row,
        card,
        phone: phone?.text ?? null,
        email: isMail ? text(line.email) : null,
        hours: text(line.hours),
        address: text(line.address),
        isOffice: line.isOffice,
      },
    ];
  });
  compare(offices, findings);
  return { offices, findings };
}

type Raise = (field: OfficeFinding['field'], code: OfficeFinding['code'], more?: Partial<OfficeFinding>) => void;

function cardOf(line: OfficeLine, cards: readonly CardRow[], raise: Raise): CardRow | undefined {
  const chosen = cards.find(({ unitId }) => unitId === line.unitId);
  if (chosen) return chosen;
  const asked = line.office.trim();
  const found = /^\d+$/.test(asked)
    ? cards.filter(({ unitCode }) => unitCode === asked)
    : cards.filter(({ unitName }) => keyOf(unitName) === keyOf(asked));
  const [only] = found;
  if (only && found.length === 1) return only;
  const units = found.map(({ unitId: id, fullName, unitCode: code }) => ({ id, fullName, code }));
  raise('office', found.length === 0 ? 'officeUnknown' : 'officeAmbiguous', { params: { text: asked }, units });
  return undefined;
}

/** One number for two offices, and one office in two rows. */
function compare(offices: readonly ReadOffice[], findings: OfficeFinding[]): void {
  const rows = new Map<string, ReadOffice>();
  const numbers = new Map<string, ReadOffice>();
  for (const one of offices) {
    const twin = rows.get(one.card.unitId);
    const raise = (
      code: OfficeFinding['code'],
      field: OfficeFinding['field'],
      params: Record<string, string>,
      open = true,
    ) => findings.push({ row: one.row, field, code, params, open, units: [] });
    if (twin) raise('officeTwice', 'office', { row: String(twin.row), text: one.card.fullName });
    else rows.set(one.card.unitId, one);
    if (one.phone === null) continue;
    const other = numbers.get(digitsOf(one.phone));
    if (other && other.card.unitId !== one.card.unitId)
      raise('phoneShared', 'phone', { text: one.phone, other: other.card.fullName }, false);
    else numbers.set(digitsOf(one.phone), one);
  }
}
