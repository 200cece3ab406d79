/** What is in doubt of an office's card, the same for the list, its card and a file. Pure. */
import { addDays } from '#contracts/reporting/periods';
import type { officeDoubts } from '#contracts/organization/lists/offices';
import { readOfficePhone } from './office-phone.ts';

export type OfficeDoubt = (typeof officeDoubts)[number];

/** "Còn đúng không?" is asked twice a year. */
const CHECKED_DAYS = 183;

export interface Doubted {
  unitId: string;
  phone: string | null;
  isOffice: boolean;
  /** The day on which somebody last said that it is right. */
  checkedOn: string | null;
}

export const digitsOf = (phone: string): string => phone.replace(/\D/g, '');

/** By number, the units that have it. */
export function sharedPhones(cards: readonly Doubted[]): Map<string, string[]> {
  const units = new Map<string, string[]>();
  for (const { phone, unitId } of cards)
    if (phone !== null) units.set(digitsOf(phone), [...(units.get(digitsOf(phone)) ?? []), unitId]);
  return units;
}

export function doubtsOf(card: Doubted, shared: ReadonlyMap<string, readonly string[]>, today: string): OfficeDoubt[] {
  if (card.phone === null) return ['noPhone'];
  const doubts: OfficeDoubt[] = [];
  if (!card.isOffice && readOfficePhone(card.phone)?.isPersonal) doubts.push('personal');
  if ((shared.get(digitsOf(card.phone))?.length ?? 0) > 1) doubts.push('shared');
  if (card.checkedOn === null || addDays(card.checkedOn, CHECKED_DAYS) < today) doubts.push('unchecked');
  return doubts;
}
