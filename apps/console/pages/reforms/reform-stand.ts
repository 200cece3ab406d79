import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Reform } from './merger-form.ts';

/** Under the title: since when and by which document, or why not; nothing of a draft. */
export function useStand(reform: Reform | null): string {
  const { t, lang } = useI18n();
  if (reform?.state === 'revoked')
    return t(reform.gaveWay ? 'reforms.m.gaveWaySub' : 'reforms.m.revokedSub', { reason: reform.revokeReason ?? '' });
  if (reform?.state !== 'applied' && reform?.state !== 'scheduled') return '';
  return t(reform.state === 'applied' ? 'reforms.m.appliedSub' : 'reforms.m.scheduledSub', {
    day: formatDate(reform.onDate, lang, { withYear: true }),
    paper: reform.directive?.citation ?? '',
  });
}
