import { formatDate } from '#i18n';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import { spanOf, writeHour } from './hours.ts';
import type { Checked } from './use-plan-check.ts';

type Clash = Checked['clashes'][number];

function When({ clash }: { clash: Clash }) {
  const { lang } = useI18n();
  if (!clash.from || !clash.to) return null;
  const { day, from, to } = spanOf({ startsAt: clash.from, endsAt: clash.to });
  return (
    <span className="num caption">
      {' '}
      {formatDate(day, lang)}, {writeHour(from)}–{writeHour(to)}
    </span>
  );
}

/** Red where the plan cannot stand, amber where it may, knowingly. */
export function ClashList({ clashes }: { clashes: readonly Clash[] }) {
  const { t } = useI18n();
  return clashes.map((clash) => (
    <Notice
      key={`${clash.kind}${clash.with}${clash.from}`}
      tone={clash.weight === 'refused' ? 'late' : 'doing'}
      icon={clash.weight === 'refused' ? 'ban' : 'alert-triangle'}
    >
      {t(`train.clash.${clash.kind}` as MessageId, { with: clash.with })}
      <When clash={clash} />
    </Notice>
  ));
}

export const isRefused = (clashes: readonly Clash[] | undefined): boolean =>
  clashes?.some(({ weight }) => weight === 'refused') ?? false;
