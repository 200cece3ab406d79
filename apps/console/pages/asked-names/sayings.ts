/** What a commune is about to say to each name, until it is sent. Pure. */
import type { Schemas } from '../../api/client.ts';

export type AskedNames = Schemas['AskedNames'];
export type AskedHamlet = AskedNames['hamlets'][number];

export interface Saying {
  choice: 'agree' | 'other' | null;
  otherName: string;
  remark: string;
}
export type Sayings = Readonly<Record<string, Saying>>;

const nothing: Saying = { choice: null, otherName: '', remark: '' };

/** What was said of the very name that is asked about; of an earlier one nothing is taken over. */
export function sayingOf({ name, opinion }: AskedHamlet): Saying {
  if (opinion?.about !== name) return nothing;
  const [otherName, remark] = [opinion.otherName ?? '', opinion.remark ?? ''];
  return { choice: otherName || remark ? 'other' : 'agree', otherName, remark };
}

export const sayingsOf = (hamlets: readonly AskedHamlet[]): Sayings =>
  Object.fromEntries(hamlets.map((hamlet) => [hamlet.id, sayingOf(hamlet)]));

/** Whoever does not agree says another name, or why. */
export const isSaid = ({ choice, otherName, remark }: Saying = nothing): boolean =>
  choice === 'agree' || (choice === 'other' && (otherName.trim() !== '' || remark.trim() !== ''));

export const unsaid = (hamlets: readonly AskedHamlet[], sayings: Sayings): number =>
  hamlets.filter(({ id }) => !isSaid(sayings[id])).length;

/** Those of which nothing was chosen yet. */
export const agreeRest = (hamlets: readonly AskedHamlet[], sayings: Sayings): Sayings =>
  Object.fromEntries(
    hamlets.map(({ id }) => {
      const saying = sayings[id] ?? nothing;
      return [id, saying.choice === null ? { ...saying, choice: 'agree' as const } : saying];
    }),
  );

export function answersOf(hamlets: readonly AskedHamlet[], sayings: Sayings): Schemas['NameAnswers']['answers'] {
  return hamlets.map(({ id: hamletId, name }) => {
    const { choice, otherName, remark } = sayings[hamletId] ?? nothing;
    const [other, why] = [otherName.trim(), remark.trim()];
    if (choice !== 'other') return { hamletId, name };
    return { hamletId, name, ...(other && { otherName: other }), ...(why && { remark: why }) };
  });
}

/** When the last of the answers was given. */
export const sentAt = (hamlets: readonly AskedHamlet[]): string | undefined =>
  hamlets
    .flatMap(({ opinion }) => opinion?.at ?? [])
    .sort()
    .at(-1);
