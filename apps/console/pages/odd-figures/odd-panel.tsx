import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { monthText } from '../../ui/text/months.ts';
import { type Odd, titleOf, whyText } from './odd-facts.ts';
import type { OnAct } from './odd-table.tsx';

type WithPast = Schemas['OddFigureWithPast'];
/** Below as many months of its own only places of like size are compared. */
const FEWEST = 6;

function Bars({ odd }: { odd: WithPast }) {
  const { t, lang } = useI18n();
  const bars = [...odd.past, { month: odd.month, value: odd.value }];
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  return (
    <ol className="odd-bars" aria-label={t('odd.past')}>
      {bars.map(({ month, value }, i) => (
        <li key={month} data-now={i === bars.length - 1 || undefined}>
          <span
            className="odd-bar"
            role="img"
            aria-label={t('odd.pastMonth', {
              month: monthText(month),
              value: value === null ? '–' : formatNumber(value, lang),
            })}
            style={{ height: `${((value ?? 0) / most) * 100}%` }}
          />
          <span className="odd-bar-month num">{Number(month.slice(5, 7))}</span>
        </li>
      ))}
    </ol>
  );
}

function EffectText({ odd }: { odd: Odd }) {
  const { t, lang } = useI18n();
  if (!odd.effect) return null;
  const { difference, total } = odd.effect;
  const text = (value: number) => formatNumber(value, lang);
  return (
    <p className="odd-effect chip-late">
      {t('odd.effectText', {
        expected: text((odd.value ?? 0) - difference),
        total: text(total),
        without: text(total - difference),
      })}
    </p>
  );
}

function Acts({ odd, onAct }: { odd: Odd; onAct: OnAct }) {
  const { t } = useI18n();
  if (!odd.may.decide) return null;
  return (
    <div className="odd-acts">
      {odd.state === 'open' && <Button onClick={() => onAct(odd, 'ask')}>{t('odd.ask')}</Button>}
      <Button variant="subtle" onClick={() => onAct(odd, 'dismiss')}>
        {t('odd.dismiss')}
      </Button>
    </div>
  );
}

/** One figure with the year before it, what it does to the sum, and what can be done about it. */
export function OddPanel({ odd, onAct }: { odd: Odd; onAct: OnAct }) {
  const { t, lang } = useI18n();
  const query = api.useQuery('get', '/odd-figures/{oddFigureId}', { params: { path: { oddFigureId: odd.id } } });
  return (
    <Card title={titleOf(odd, lang)} className="odd-panel">
      <div className="odd-panel-body">
        <Loaded query={query} rows={3}>
          {(whole) => (
            <>
              <Bars odd={whole} />
              {whole.past.filter(({ value }) => value !== null).length < FEWEST && (
                <p className="caption">{t('odd.shortPast')}</p>
              )}
            </>
          )}
        </Loaded>
        <p>{whyText(odd, lang)}</p>
        <EffectText odd={odd} />
        <Link
          className="strong-link"
          to="/reports/$reportId"
          params={{ reportId: odd.reportId }}
          search={{ figure: odd.indicator.code }}
        >
          {t('odd.records')}
        </Link>
        <Acts odd={odd} onAct={onAct} />
        <p className="caption">{t('odd.stays')}</p>
      </div>
    </Card>
  );
}
