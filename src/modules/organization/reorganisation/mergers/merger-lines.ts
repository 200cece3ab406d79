import type { ReorganisationLine } from './reorganisation.entity.ts';

export type Line = Pick<
  ReorganisationLine,
  'position' | 'kind' | 'unitId' | 'type' | 'name' | 'intoPosition' | 'personId'
>;

/** Hamlets that become one, as the lines of a reform say it. */
export interface Merger {
  hamletIds: string[];
  type: string;
  name: string;
  /** The new hamlet, once it is there. */
  intoId: string | null;
  leaderId: string | null;
  leavingIds: string[];
}

const NEW = 1;
const empty = { unitId: null, type: null, name: null, intoPosition: null, personId: null };

export function toLines({ hamletIds, type, name, leaderId, leavingIds }: Omit<Merger, 'intoId'>): Line[] {
  const lines: Omit<Line, 'position'>[] = [
    { ...empty, kind: 'create', type, name },
    ...hamletIds.map((unitId) => ({ ...empty, kind: 'merge' as const, unitId, intoPosition: NEW })),
    ...(leaderId ? [{ ...empty, kind: 'lead' as const, personId: leaderId, intoPosition: NEW }] : []),
    ...[...new Set(leavingIds)].map((personId) => ({
      ...empty,
      kind: 'leave' as const,
      personId,
      intoPosition: NEW,
    })),
  ];
  return lines.map((line, at) => ({ ...line, position: NEW + at }));
}

/** @param lines of one version, by position */
export function mergersOf(lines: readonly Line[]): Merger[] {
  return lines
    .filter(({ kind }) => kind === 'create')
    .map(({ position, type, name, unitId }) => {
      const parts = lines.filter(({ intoPosition }) => intoPosition === position);
      const people = (kind: Line['kind']) =>
        parts.flatMap((line) => (line.kind === kind && line.personId ? [line.personId] : []));
      return {
        hamletIds: parts.flatMap((line) => (line.kind === 'merge' && line.unitId ? [line.unitId] : [])),
        type: type ?? '',
        name: name ?? '',
        intoId: unitId,
        leaderId: people('lead')[0] ?? null,
        leavingIds: people('leave'),
      };
    });
}
