/** Communes are asked about the names proposed for their hamlets: whom asking reaches, until when, and what was said. Pure. */
import type { askingEnds } from '#contracts/organization/name-opinions';
import type { NamedHamlet } from './hamlet-names.ts';
import type { ReformRow } from '../lines/reform-store.ts';
import type { NameOpinion } from './name-opinion.entity.ts';

export type Opinion = Omit<NameOpinion, 'reorganisationId' | 'askedBy' | 'answeredBy'>;
/** One name about which a commune is asked. */
export type ToAsk = Pick<NameOpinion, 'hamletId' | 'communeId' | 'name'>;
interface AskedCommune {
  communeId: string;
  hamlets: number;
  answered: boolean;
}

/** From today on, and before the reform holds. */
export const isAnswerDay = (answerBy: string, { today, onDate }: { today: string; onDate: string }): boolean =>
  answerBy >= today && answerBy < onDate;

/**
 * Proposals that nothing stands against and no council has decided. What would be equal to another name is mended first.
 * @param communes in which the hamlets stand today: nobody holds a post in one that an earlier reform is yet to make
 */
export function toAsk(hamlets: readonly NamedHamlet[], communes: ReadonlyMap<string, string>): ToAsk[] {
  return hamlets.flatMap(({ id: hamletId, state, proposal }) => {
    const communeId = communes.get(hamletId);
    return proposal && state === 'proposed' && communeId ? [{ hamletId, communeId, name: proposal.fullName }] : [];
  });
}

/** Names are asked about while the reform is a draft, until the end of the day. */
export function endOf(
  { state }: Pick<ReformRow, 'state'>,
  answerBy: string,
  today: string,
): (typeof askingEnds)[number] | null {
  if (state !== 'draft') return 'settled';
  return answerBy < today ? 'late' : null;
}

/** Something was said of the very name that is asked about. */
export const hasAnswered = ({ about, name }: Pick<Opinion, 'about' | 'name'>): boolean => about === name;

/** In the order in which they come; each has answered when it said something of every name. */
export function communesOf(rows: readonly Pick<Opinion, 'communeId' | 'about' | 'name'>[]): AskedCommune[] {
  const found = new Map<string, AskedCommune>();
  for (const { communeId, ...row } of rows) {
    const { hamlets = 0, answered = true } = found.get(communeId) ?? {};
    found.set(communeId, { communeId, hamlets: hamlets + 1, answered: answered && hasAnswered(row) });
  }
  return [...found.values()];
}

/** Each name once, all of them, and as they are asked about now. */
export function isOfThese(
  asked: readonly Pick<Opinion, 'hamletId' | 'name'>[],
  answers: readonly { hamletId: string; name: string }[],
): boolean {
  const names = new Map(asked.map(({ hamletId, name }) => [hamletId, name]));
  const said = new Set(answers.map(({ hamletId }) => hamletId));
  return (
    said.size === answers.length &&
    said.size === names.size &&
    answers.every(({ hamletId, name }) => names.get(hamletId) === name)
  );
}

/** As both sides read it; nothing before the commune said something. */
export function toOpinion({ about, otherName, remark, answeredAt }: Opinion) {
  return about !== null && answeredAt ? { about, otherName, remark, at: answeredAt.toISOString() } : null;
}
