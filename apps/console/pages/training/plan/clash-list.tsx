import { formatDate } from '#i18n';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { nameList } from '../../../ui/names.ts';
import { spanOf, writeHour } from '../hours.ts';
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

/** Teams that the same other session has invited stand in one line. */
export function grouped(clashes: readonly Clash[]): { clash: Clash; names: string[] }[] {
  const found = new Map<string, { clash: Clash; names: string[] }>();
  for (const clash of clashes) {
    const key =
      clash.kind === 'team_busy' ? `${clash.kind} ${clash.sessionId}` : `${clash.kind} ${clash.with} ${clash.from}`;
    const entry = found.get(key);
    if (entry) entry.names.push(clash.with);
    else found.set(key, { clash, names: [clash.with] });
  }
  return [...found.values()];
}

/** Red where the plan cannot stand, amber where it may, knowingly. */
export function ClashList({ clashes }: { clashes: readonly Clash[] }) {
  const { t } = useI18n();
  return grouped(clashes).map(({ clash, names }) => (
    <Notice
      key={`${clash.kind}${clash.with}${clash.from}`}
      tone={clash.weight === 'refused' ? 'late' : 'doing'}
      icon={clash.weight === 'refused' ? 'ban' : 'alert-triangle'}
    >
      {t(`train.clash.${clash.kind}` as MessageId, { with: nameList(t, names) })}
      <When clash={clash} />
    </Notice>
  ));
}

export const isRefused = (clashes: readonly Clash[] | undefined): boolean =>
  clashes?.some(({ weight }) => weight === 'refused') ?? false;
