/** What a team lacks, in a word: "Thiếu Tổ phó", "Dưới 3 người", "Thiếu Đoàn TN". */
import type { Schemas } from '../../api/client.ts';
import type { MessageId, Translate } from '../../i18n/i18n.tsx';

type Gap = Schemas['Gap'];

export function gapText(t: Translate, gap: Pick<Gap, 'kind' | 'have' | 'need' | 'role' | 'affiliation'>): string {
  if (gap.kind === 'min_members') return t('gap.minMembers', { n: gap.need });
  if (gap.kind === 'role_count')
    return gap.have > gap.need
      ? t('gap.tooMany', { what: t(`role.${gap.role ?? 'member'}` as MessageId) })
      : t('gap.missing', { what: t(`role.${gap.role ?? 'member'}` as MessageId) });
  return t('gap.missing', { what: t(`affiliation.short.${gap.affiliation ?? 'other'}` as MessageId) });
}
