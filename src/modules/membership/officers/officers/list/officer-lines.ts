/** What each row of a list says by itself: the person, the post, the unit, the last day. Pure. */
import { setImmediate as othersFirst } from 'node:timers/promises';
import { z } from 'zod';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { type AppointedRole, listedRoles, rolesAt } from '#contracts/access/office-roles';
import type { UnitKind } from '#contracts/enums';
import type { NamedUnit } from '#modules/organization';
import { readPhones } from '../../../people/people/phones.ts';
import { roleNamed } from './office-names.ts';
import { UnitNames } from './unit-names.ts';

export type OfficerLine = RouteBody<typeof routes.importOfficers>['lines'][number];
export type OfficerFinding = RouteAnswer<typeof routes.importOfficers>['findings'][number];
type Doubt = Partial<OfficerFinding> & Pick<OfficerFinding, 'field' | 'code'>;

export interface ReadLine {
  line: OfficerLine;
  phone: string | null;
  email: string | null;
  role: AppointedRole | null;
  unit: NamedUnit | null;
  /** Only of who stands in. */
  lastDay: string | null;
  findings: OfficerFinding[];
}

const kinds = Object.keys(rolesAt) as UnitKind[];
const kindsOf = new Map(
  listedRoles.map((role) => [role, new Set(kinds.filter((kind) => rolesAt[kind].includes(role)))]),
);
const address = z.email().max(200);

/** Numbers are judged by a large table, which takes its time: between some lines others get their turn. */
const LINES_AT_ONCE = 100;

export async function readLines(
  lines: readonly OfficerLine[],
  units: readonly NamedUnit[],
  from: string,
): Promise<ReadLine[]> {
  const reader = new LineReader(units, from);
  const read: ReadLine[] = [];
  for (const line of lines) {
    read.push(reader.read(line));
    if (read.length % LINES_AT_ONCE === 0) await othersFirst();
  }
  return read;
}

/** A finding of a row; it keeps the row back unless it says otherwise. */
export function doubtOf({ row }: Pick<OfficerLine, 'row'>, doubt: Doubt): OfficerFinding {
  return { row, params: {}, open: true, choices: [], units: [], ...doubt };
}

class LineReader {
  private readonly names: UnitNames;
  private readonly byId: Map<string, NamedUnit>;

  constructor(
    units: readonly NamedUnit[],
    private readonly from: string,
  ) {
    this.names = new UnitNames(units);
    this.byId = new Map(units.map((unit) => [unit.id, unit]));
  }

  read(line: OfficerLine): ReadLine {
    const findings: OfficerFinding[] = [];
    const tell = (doubt: Doubt) => findings.push(doubtOf(line, doubt));
    if (!/\p{L}/u.test(line.fullName)) tell({ field: 'fullName', code: 'nameMissing' });
    const phone = phoneOf(line, tell);
    const email = emailOf(line, tell);
    if (line.phone === '' && line.email === '') tell({ field: 'phone', code: 'contactMissing' });
    const role = roleOf(line, tell);
    const unit = this.unitOf(line, role, tell);
    if (role && unit && !rolesAt[unit.kind].includes(role))
      tell({ field: 'post', code: 'postNotHere', params: { post: line.post, unit: unit.fullName } });
    const lastDay = this.lastDayOf(line, role, tell);
    return { line, phone, email, role, unit, lastDay, findings };
  }

  private unitOf(line: OfficerLine, role: AppointedRole | null, tell: (doubt: Doubt) => void): NamedUnit | null {
    const chosen = line.unitId && this.byId.get(line.unitId);
    if (chosen) return chosen;
    if (line.unit === '') {
      tell({ field: 'unit', code: 'unitMissing' });
      return null;
    }
    const { meant, similar } = this.names.find(line.unit, role ? kindsOf.get(role) : undefined);
    const params = { unit: line.unit };
    if (meant.length === 1) return meant[0] ?? null;
    if (meant.length > 1) tell({ field: 'unit', code: 'unitAmbiguous', params, units: meant.map(shown) });
    else tell({ field: 'unit', code: 'unitUnknown', params, units: similar.map(shown) });
    return null;
  }

  private lastDayOf({ standIn }: OfficerLine, role: AppointedRole | null, tell: (doubt: Doubt) => void): string | null {
    if (standIn === '') return null;
    const day = dayOf(standIn);
    if (role && role !== 'focal_officer') tell({ field: 'standIn', code: 'standInNotFocal' });
    else if (!day) tell({ field: 'standIn', code: 'standInNoDay', params: { text: standIn } });
    else if (day < this.from) tell({ field: 'standIn', code: 'standInOver', params: { text: standIn } });
    return day;
  }
}

const shown = ({ id, fullName, code, former }: NamedUnit) => ({ id, fullName, code, former });

function phoneOf({ phone }: OfficerLine, tell: (doubt: Doubt) => void): string | null {
  if (phone === '') return null;
  const [first, second] = readPhones(phone).phones;
  if (!first) tell({ field: 'phone', code: 'phoneBad', params: { text: phone } });
  if (first && second) tell({ field: 'phone', code: 'phoneTwo', params: { text: first.raw }, open: false });
  return first?.e164 ?? null;
}

function emailOf({ email }: OfficerLine, tell: (doubt: Doubt) => void): string | null {
  if (email === '') return null;
  if (address.safeParse(email).success) return email;
  tell({ field: 'email', code: 'emailBad', params: { text: email } });
  return null;
}

function roleOf({ post }: OfficerLine, tell: (doubt: Doubt) => void): AppointedRole | null {
  const role = roleNamed(post);
  if (role) return role;
  tell(post === '' ? { field: 'post', code: 'postMissing' } : { field: 'post', code: 'postUnknown', params: { post } });
  return null;
}

/** 2026-11-26, 26/11/2026, 26-11-2026, 26.11.2026. */
function dayOf(text: string): string | null {
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  const day = local ? `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}` : text.slice(0, 10);
  return z.iso.date().safeParse(day).success && /^(19|20|21)/.test(day) ? day : null;
}
