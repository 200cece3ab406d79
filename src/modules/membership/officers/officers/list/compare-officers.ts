/**
 * A list of officers beside what is known: who is new, who is known by a number, which posts are held already. What could
 * be meant in two ways is a finding, and its row waits. Pure.
 */
import type { AppointedRole, OfficerChoice } from '#contracts/access/office-roles';
import { groupedByEach } from '#contracts/grouped';
import { foldTone } from '#i18n/fold';
import type { FocalOfficer, HeldPost, Known, KnownOfficer } from './known-officers.ts';
import { doubtOf, type OfficerFinding, type ReadLine } from './officer-lines.ts';

export interface ReadyOfficer {
  /** Of a known person; rows of one new person share it. */
  personId: string;
  fullName: string;
  phone: string | null;
  phoneRaw: string;
  email: string | null;
  role: AppointedRole;
  unitId: string;
  lastDay: string | null;
  /** Posts elsewhere that end the day before. */
  endPostIds: string[];
}
export interface OfficerPlan {
  ready: ReadyOfficer[];
  newPeople: Set<string>;
  already: number;
  left: number;
  findings: OfficerFinding[];
}
export interface Comparison {
  lines: readonly ReadLine[];
  known: Known;
  unitNames: ReadonlyMap<string, string>;
  from: string;
  newId: () => string;
}

/** A row that says by itself who, what and where. */
type Sure = ReadLine & { role: AppointedRole; unit: NonNullable<ReadLine['unit']> };
type Doubt = Omit<Parameters<typeof doubtOf>[1], 'open'>;
interface Place {
  row: number;
  unitId: string;
}

export function compareOfficers(asked: Comparison): OfficerPlan {
  return new OfficerComparison(asked).plan();
}

class OfficerComparison {
  private readonly findings: OfficerFinding[] = [];
  private readonly ready: ReadyOfficer[] = [];
  private readonly newPeople = new Set<string>();
  private readonly people: Map<string, KnownOfficer[]>;
  private readonly registered: ReadonlySet<string>;
  private readonly held: Map<string, HeldPost[]>;
  private readonly focal: Map<string, FocalOfficer>;
  /** Of the list itself: people by number and name, what was taken, by whom. */
  private readonly listed = new Map<string, { id: string; name: string; row: number }>();
  private readonly taken = new Map<string, { row: number; name: string }>();
  private readonly places = new Map<string, Place[]>();
  private already = 0;
  private left = 0;

  constructor(private readonly asked: Comparison) {
    const { people, posts, focal } = asked.known;
    this.registered = new Set(people.map(({ id }) => id));
    this.people = groupedByEach(people, ({ phones, emails }) => [...phones, ...emails]);
    this.held = groupedByEach(posts, ({ personId }) => [personId]);
    this.focal = new Map(focal.toReversed().map((one) => [one.unitId, one]));
  }

  plan(): OfficerPlan {
    for (const line of this.asked.lines) {
      this.findings.push(...line.findings);
      if (isSure(line)) this.take(line);
      else this.left += 1;
    }
    const { ready, newPeople, already, left, findings } = this;
    findings.sort((a, b) => a.row - b.row);
    return { ready, newPeople, already, left, findings };
  }

  private take(line: Sure): void {
    const person = this.personOf(line);
    const doubt = typeof person === 'string' ? this.doubt(line, person) : person;
    if (typeof person !== 'string' || doubt) {
      if (doubt === 'already') this.already += 1;
      else if (doubt) this.keepBack(line, doubt);
      return;
    }
    const { role, unit, lastDay, phone, email } = line;
    const endPostIds = line.line.elsewhere === 'end' ? this.elsewhere(line, person).map(({ id }) => id) : [];
    this.ready.push({
      personId: person,
      fullName: line.line.fullName,
      phone,
      phoneRaw: line.line.phone,
      email,
      role,
      unitId: unit.id,
      lastDay,
      endPostIds,
    });
    this.remember(line, person);
  }

  /** Known by number and name, of the list by number and name, or new; a number that is another's is a question. */
  private personOf(line: Sure): string | Doubt {
    for (const field of ['phone', 'email'] as const) {
      const value = field === 'email' ? line.email?.toLowerCase() : line.phone;
      const holders = value ? this.people.get(value) : undefined;
      const same = holders?.find(({ fullName }) => isSameName(fullName, line.line.fullName));
      if (same) return this.withNote(line, same);
      const [other] = holders ?? [];
      if (!other || line.line.person === 'new') continue;
      if (line.line.person === 'same') return this.withNote(line, other);
      return {
        field,
        code: field === 'phone' ? 'phoneOfOther' : 'emailOfOther',
        params: { name: other.fullName },
        choices: ['same', 'new'],
      };
    }
    return this.ofTheList(line);
  }

  private ofTheList(line: Sure): string | Doubt {
    const earlier = numbersOf(line).flatMap((number) => this.listed.get(number) ?? []);
    const same = earlier.find(({ name }) => isSameName(name, line.line.fullName));
    if (same) return same.id;
    const [other] = earlier;
    if (other && line.line.person !== 'new')
      return {
        field: 'phone',
        code: 'phoneTwice',
        params: { row: String(other.row), name: other.name },
        choices: ['new'],
      };
    return this.asked.newId();
  }

  /** A list changes no number of somebody known: a sign-in can stand on it. */
  private withNote(line: Sure, { id, phones, emails }: KnownOfficer): string {
    const differs = (value: string | null | undefined, known: readonly string[]) => value && !known.includes(value);
    const field = differs(line.phone, phones) ? 'phone' : differs(line.email?.toLowerCase(), emails) ? 'email' : null;
    if (field) this.findings.push(doubtOf(line.line, { field, code: 'contactKept', open: false }));
    return id;
  }

  private doubt(line: Sure, person: string): Doubt | 'already' | undefined {
    const { role, unit } = line;
    const held = this.held.get(person) ?? [];
    if (held.some((post) => post.unitId === unit.id && post.role === role)) return 'already';
    const twice = this.taken.get(`${person} ${unit.id} ${role}`);
    if (twice) return { field: 'fullName', code: 'rowTwice', params: { row: String(twice.row) } };
    return this.focalTaken(line) ?? this.holdsElsewhere(line, person);
  }

  private focalTaken({ role, unit, line, lastDay }: Sure): Doubt | undefined {
    if (role !== 'focal_officer' || lastDay !== null) return undefined;
    const holder = this.focal.get(unit.id);
    const params = { unit: unit.fullName };
    if (holder) return { field: 'post', code: 'postTaken', params: { ...params, name: holder.name } };
    const earlier = this.taken.get(`focal ${unit.id}`);
    if (!earlier || earlier.row === line.row) return undefined;
    return { field: 'post', code: 'postTwice', params: { ...params, row: String(earlier.row), name: earlier.name } };
  }

  private elsewhere({ unit }: Sure, person: string): HeldPost[] {
    return (this.held.get(person) ?? []).filter(({ unitId }) => unitId !== unit.id);
  }

  private holdsElsewhere(line: Sure, person: string): Doubt | undefined {
    const posts = this.elsewhere(line, person);
    const rows = (this.places.get(person) ?? []).filter(({ unitId }) => unitId !== line.unit.id);
    const unitIds = new Set([...posts, ...rows].map(({ unitId }) => unitId));
    if (unitIds.size === 0) return undefined;
    const canEnd = rows.length === 0 && posts.every(({ role, from }) => role !== 'admin' && from < this.asked.from);
    const choices: OfficerChoice[] = canEnd ? ['both', 'end'] : ['both'];
    if (line.line.elsewhere && choices.includes(line.line.elsewhere)) return undefined;
    const units = [...unitIds].map((id) => this.asked.unitNames.get(id) ?? '').join(', ');
    return { field: 'unit', code: 'elsewhere', params: { units }, choices };
  }

  private keepBack({ line }: Sure, doubt: Doubt): void {
    this.left += 1;
    this.findings.push(doubtOf(line, { ...doubt, open: true }));
  }

  private remember(line: Sure, person: string): void {
    const { role, unit, lastDay } = line;
    const { row, fullName: name } = line.line;
    if (!this.registered.has(person)) this.newPeople.add(person);
    for (const number of numbersOf(line))
      if (!this.listed.has(number)) this.listed.set(number, { id: person, name, row });
    this.taken.set(`${person} ${unit.id} ${role}`, { row, name });
    if (role === 'focal_officer' && lastDay === null) this.taken.set(`focal ${unit.id}`, { row, name });
    this.places.set(person, [...(this.places.get(person) ?? []), { row, unitId: unit.id }]);
  }
}

function isSure(line: ReadLine): line is Sure {
  return line.role !== null && line.unit !== null && !line.findings.some(({ open }) => open);
}

const isSameName = (a: string, b: string): boolean => foldTone(a) === foldTone(b);

const numbersOf = ({ phone, email }: ReadLine): string[] =>
  [phone, email?.toLowerCase()].filter((one) => !!one) as string[];
