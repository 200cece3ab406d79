/** What is said of a case, by its facts alone. */
import { isKeepingKind, keepingTerms } from '#contracts/organization/keeping-terms';
import { isSeeing } from '#contracts/privacy/request-kinds';
import { recordKinds } from '#contracts/privacy/record-kinds';
import type { Schemas } from '../../api/client.ts';
import type { MessageId, Translate } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import type { Tone } from '../../ui/layout.tsx';

export type Held = Schemas['HeldRecords'];
type Clock = Pick<Schemas['DataRequestRow'], 'daysLeft' | 'outcome' | 'escalatedAt'>;

/** How urgent: red when late, amber on the last days. */
export function clockOf({ daysLeft, outcome }: Clock): { tone: 'late' | 'doing' | 'mute'; word: MessageId; n: number } {
  if (outcome !== null) return { tone: 'mute', word: 'dataReq.answered', n: 0 };
  if (daysLeft < 0) return { tone: 'late', word: 'dataReq.late', n: -daysLeft };
  if (daysLeft === 0) return { tone: 'doing', word: 'dataReq.lastDay', n: 0 };
  return { tone: daysLeft === 1 ? 'doing' : 'mute', word: 'dataReq.left', n: daysLeft };
}

export const looks: Record<Held['erasure'], { tone: Tone; icon: IconName }> = {
  erase: { tone: 'late', icon: 'trash' },
  unname: { tone: 'accepted', icon: 'user' },
  keep: { tone: 'mute', icon: 'lock' },
};

export const doesWord = ({ kind, erasure }: Held): MessageId =>
  erasure === 'keep' && recordKinds[kind].kept === 'good' ? 'dataReq.does.keepGood' : `dataReq.does.${erasure}`;

/** The ground on which a line goes or stays. @param left the first day on which they belonged nowhere, in words */
export function whyOf(t: Translate, { kind, erasure }: Held, left: string | null): string {
  if (erasure === 'unname') return t('dataReq.why.unname');
  if (erasure === 'erase') {
    if (kind === 'photos') return t('dataReq.why.photos');
    return left ? t('dataReq.why.left', { day: left }) : t('dataReq.why.asked');
  }
  const { kept } = recordKinds[kind];
  const { least, most } = isKeepingKind(kept) ? keepingTerms[kept] : { least: 0, most: 0 };
  const words = t(`records.kept.${kept}`, { least, most });
  return t(isKeepingKind(kept) ? 'dataReq.why.keepTerm' : 'dataReq.why.keep', { kept: words });
}

/** What an officer begins an answer with. */
export function draftOf(
  t: Translate,
  { kind, holds, source }: Pick<Schemas['DataRequestDetail'], 'kind' | 'holds' | 'source'>,
): string {
  if (kind === 'object') return '';
  if (source === 'paper' && isSeeing(kind)) return t(`dataReq.draft.${kind}Paper`);
  if (kind !== 'erase') return t(`dataReq.draft.${kind}`);
  const named = (erasure: Held['erasure']) =>
    holds
      .filter((held) => held.erasure === erasure)
      .map((held) => t(`records.${held.kind}`))
      .join('; ');
  const kept = named('keep');
  return kept
    ? t('dataReq.draft.erase', { erased: named('erase'), kept })
    : t('dataReq.draft.eraseAll', { erased: named('erase') });
}
