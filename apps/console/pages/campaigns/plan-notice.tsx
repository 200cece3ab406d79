import { formatDate } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';

export function Warning({ text }: { text: string }) {
  return (
    <Notice tone="late" icon="alert-triangle">
      {text}
    </Notice>
  );
}

/** Whom a campaign would ask, and until when. */
export function PlanNotice({ plan: { units, offices, without, dueOn } }: { plan: Schemas['CampaignPreview'] }) {
  const { t, lang } = useI18n();
  if (units === 0) return <Warning text={t('camp.nobody')} />;
  const date = formatDate(dueOn, lang, { withYear: true });
  return (
    <Notice tone="new" icon="send">
      {t('camp.preview', { n: units, date })} {offices > 0 && t('camp.previewOffices', { n: offices })}{' '}
      {without > 0 && t('camp.previewWithout', { n: without })}
    </Notice>
  );
}
