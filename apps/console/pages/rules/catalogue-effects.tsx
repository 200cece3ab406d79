import { addDays } from '#contracts/reporting/periods';
import { formatDate, type Lang } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { type MessageId, useI18n, type Values } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Failed } from '../../ui/states.tsx';
import { EffectsCard } from './effects-card.tsx';
import { useCataloguePreview } from './use-catalogue.ts';

interface Line {
  id: MessageId;
  values: Values;
  stays: boolean;
}
type Asked = Pick<EffectsProps, 'code' | 'from'> & { lang: Lang };

/** What changes first, then what stays. */
function linesOf(data: Schemas['CataloguePreview'], { code, from, lang }: Asked): Line[] {
  const written = (day: string) => formatDate(day, lang, { withYear: true });
  const { issuers: n, teams: m, series, templates, openTasks } = data;
  const change = (id: MessageId, values: Values): Line => ({ id, values, stays: false });
  const stay = (id: MessageId, values: Values = {}): Line => ({ id, values, stays: true });
  return [
    code
      ? change('rules.c.e.endIssuers', { from: written(addDays(from, -1)), n })
      : change('rules.c.e.issuers', { from: written(from), n, m }),
    ...(series > 0 ? [change('rules.c.e.series', { n: series })] : []),
    ...(templates > 0 ? [change('rules.c.e.templates', { n: templates })] : []),
    ...(code ? [stay('rules.c.e.tasks', { n: openTasks })] : []),
    stay('rules.c.e.reports'),
  ];
}

interface EffectsProps {
  /** Of an entry that is to end. */
  code?: string | undefined;
  from: string;
}

/** "Đổi gì, cho ai": who is offered it from when, and what stays as it is. */
export function CatalogueEffects({ code, from }: EffectsProps) {
  const { t, lang } = useI18n();
  const { data, error, refetch } = useCataloguePreview({ ...(code && { code }), from });
  const lines = data ? linesOf(data, { code, from, lang }) : [];
  return (
    <EffectsCard at={data?.at}>
      {error ? (
        <Failed error={error} refetch={refetch} />
      ) : data ? (
        <ul>
          {lines.map(({ id, values, stays }) => (
            <li key={id} className="rule-effect" data-stays={stays || undefined}>
              <Icon name={stays ? 'equal' : 'clock'} />
              <span>
                <b>{t(id, values)}</b>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="caption rule-none">{t('rules.computingOwn')}</p>
      )}
    </EffectsCard>
  );
}
