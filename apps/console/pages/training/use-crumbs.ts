/** A provider's pages stand under its own name, an office's under its place. */
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import type { Crumb } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';

export function useTrainingCrumbs(word: MessageId): Crumb[] {
  const { t } = useI18n();
  const { post } = useIdentity();
  const scope = useScopeCrumbs();
  const own = post.role === 'trainer' ? [{ label: post.provider?.name ?? post.unit.fullName }] : scope;
  return [...own, { label: t(word) }];
}
