import type { ReactNode } from 'react';
import { formatTime } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';

/** "Đổi gì, cho ai". @param at when it was counted; absent until it was */
export function EffectsCard({ at, children }: { at: string | undefined; children: ReactNode }) {
  const { t } = useI18n();
  return (
    <Card
      title={t('rules.who')}
      aside={at && <span className="caption">{t('rules.asOf', { time: formatTime(Date.parse(at), true) })}</span>}
    >
      {children}
    </Card>
  );
}
