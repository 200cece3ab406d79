/**
 * A list changes neither name nor numbers of people who hold a post or have a place outside of the commune: a sign-in can
 * stand on them. The rest of their row counts, and the officer reads in its place what was kept. Pure.
 */
import { foldTone } from '#i18n/fold';
import type { RosterDiff } from '../../roster/roster-diff.ts';
import type { RosterMember } from '../../roster/roster.types.ts';
import type { KnownPerson } from '../roster-import.queries.ts';

export interface KeptContact {
  member: RosterMember;
  /** As the register has it. */
  fullName: string;
}

interface Facts {
  diff: RosterDiff;
  known: readonly KnownPerson[];
  guarded: ReadonlySet<string>;
}

export function guardContacts({ diff, known, guarded }: Facts): { diff: RosterDiff; kept: KeptContact[] } {
  const kept: KeptContact[] = [];
  const changed: RosterDiff['changed'] = [];
  const unchanged: RosterDiff['unchanged'] = [];
  for (const row of diff.changed) {
    const { member, register } = row;
    if (!guarded.has(register.personId)) {
      changed.push(row);
      continue;
    }
    const left = row.changes.filter(({ field }) => field !== 'phone' && field !== 'fullName');
    if (left.length < row.changes.length || bringsNumbers(member, register.phones))
      kept.push({ member, fullName: register.fullName });
    if (left.length > 0) changed.push({ ...row, changes: left });
    else unchanged.push(row);
  }
  for (const row of diff.unchanged) {
    unchanged.push(row);
    const { member, register } = row;
    if (guarded.has(register.personId) && bringsNumbers(member, register.phones))
      kept.push({ member, fullName: register.fullName });
  }
  for (const { member } of diff.added) {
    const same = sameAs(member, known);
    const [first] = same;
    if (!first || !guarded.has(first.id)) continue;
    const numbers = same.filter(({ id }) => id === first.id).map(({ e164 }) => e164);
    if (bringsNumbers(member, numbers)) kept.push({ member, fullName: first.fullName });
  }
  return { diff: { ...diff, changed, unchanged }, kept };
}

/** People of this name who have one of the row's numbers. */
function sameAs({ fullName, phones }: RosterMember, known: readonly KnownPerson[]): KnownPerson[] {
  const name = foldTone(fullName);
  const numbers = new Set(phones.map(({ e164 }) => e164));
  return known.filter((one) => numbers.has(one.e164) && foldTone(one.fullName) === name);
}

function bringsNumbers({ phones }: RosterMember, numbers: readonly string[]): boolean {
  return phones.some(({ e164 }) => !numbers.includes(e164));
}
