/** What may be done about a finding: in one press, or by choosing. Pure. */
import type { MessageId } from '../../../i18n/i18n.tsx';
import type { Finding, Line } from '../reform-looks.ts';
import type { Edit } from './use-lines.ts';

export interface Offer {
  label: MessageId;
  name: string;
  edits: Edit[];
}

const canBeDropped: ReadonlySet<Finding['code']> = new Set([
  'unitTwice',
  'unitWholeTwice',
  'unitOnlyPart',
  'unitEnded',
  'unitNotYet',
  'noParts',
  'codeTwice',
  'splitGone',
]);

/** The first one is the likely one. */
export function offersOf({ code, position, near, unit, params }: Finding): Offer[] {
  const name = String(params['name'] ?? unit?.fullName ?? '');
  const drop: Edit[] = position ? [{ do: 'drop', positions: [position] }] : [];
  if (code === 'codeReused' && position)
    return [
      { label: 'ur.asNew', name, edits: [{ do: 'answer', positions: [position], as: 'new' }] },
      { label: 'ur.asSame', name, edits: [{ do: 'answer', positions: [position], as: 'same' }] },
    ];
  if (code === 'unknownUnit' && position)
    return [
      ...near.map(
        ({ id, fullName, code: borne }): Offer => ({
          label: 'ur.take',
          name: borne ? `${borne}, ${fullName}` : fullName,
          edits: [{ do: 'part', position, unitId: id, whole: true }],
        }),
      ),
      { label: 'ur.dropLine', name, edits: drop },
    ];
  if (code === 'unitOnlyPart' && unit && position)
    return [
      { label: 'ur.asWhole', name, edits: [{ do: 'part', position, unitId: unit.id, whole: true }] },
      { label: 'ur.dropLine', name, edits: drop },
    ];
  if (code === 'unitNotTaken' && unit) return [{ label: 'ur.stay', name, edits: [{ do: 'unit', unitId: unit.id }] }];
  return canBeDropped.has(code) && position ? [{ label: 'ur.dropLine', name, edits: drop }] : [];
}

/** What is meant is chosen by hand: the old unit of a line, or the new one that takes it. */
export type Pick = { of: 'old'; position: number } | { of: 'new'; unitId: string };

export function pickOf({ code, position, unit }: Finding): Pick | null {
  if (code === 'unknownUnit' && position) return { of: 'old', position };
  return code === 'unitNotTaken' && unit ? { of: 'new', unitId: unit.id } : null;
}

export const editOfPick = (pick: Pick, chosen: string): Edit =>
  pick.of === 'old'
    ? { do: 'part', position: pick.position, unitId: chosen, whole: true }
    : { do: 'part', unitId: pick.unitId, intoPosition: Number(chosen), whole: true };

export const heirsOf = (lines: readonly Line[]): Line[] =>
  lines.filter(({ kind, unit, name }) => (kind === 'create' && name) || (kind === 'keep' && unit));
