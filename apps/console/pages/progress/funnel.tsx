import type { MessageId } from '../../i18n/i18n.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Schemas } from '../../api/client.ts';
import { type BoardFilter, type DeliveryStatus, funnelKeys } from './board.ts';

const colors = [
  'var(--funnel-1)',
  'var(--funnel-2)',
  'var(--funnel-3)',
  'var(--funnel-4)',
  'var(--bar-2)',
  'var(--bar-ok)',
];
const filters: readonly BoardFilter[] = ['all', 'undelivered', 'silent', 'doing', 'submitted', 'done'];
const tallest = 46;
const lowest = 4;

interface Loss {
  text: string;
  bad: boolean;
}

function useLosses({ states: count, funnel }: DeliveryStatus): Loss[] {
  const { t } = useI18n();
  const say = (bad: boolean, ...parts: [MessageId, number][]): Loss => {
    const shown = parts.filter(([, n]) => n > 0).map(([id, n]) => t(id, { n }));
    return { text: shown.join(', '), bad: bad && shown.length > 0 };
  };
  return [
    { text: t('unit.teamsCount', { n: funnel.issued }), bad: false },
    say(true, ['funnel.notDelivered', count.not_delivered]),
    say(true, ['funnel.notSeen', count.not_seen]),
    say(true, ['funnel.notAnswered', count.not_answered], ['funnel.declined', count.declined]),
    say(false, ['funnel.doing', count.doing], ['funnel.returned', count.returned]),
    say(false, ['funnel.waiting', count.submitted]),
  ];
}

/** Six steps to scale; what was lost before each is named under it. A step filters the table. */
export function Funnel({ delivery, onFilter }: { delivery: DeliveryStatus; onFilter: (filter: BoardFilter) => void }) {
  const { t, n } = useI18n();
  const counts = funnelKeys.map((key) => delivery.funnel[key]);
  const top = Math.max(1, counts[0] ?? 1);
  const losses = useLosses(delivery);
  const height = (value: number) => (value <= 0 ? 0 : Math.max(lowest, (value / top) * tallest));
  return (
    <ol className="funnel">
      {funnelKeys.map((key, index) => {
        const here = height(counts[index] ?? 0);
        const next = index < 5 ? height(counts[index + 1] ?? 0) : here;
        const slope = index === 5 ? here : Math.max(next, here * 0.5);
        return (
          <li key={key}>
            <button type="button" onClick={() => onFilter(filters[index] ?? 'all')}>
              <span className="funnel-name" style={{ paddingTop: tallest - here }}>
                <b className="num">{n(counts[index] ?? 0)}</b> {t(`funnel.${key}`)}
              </span>
              <svg
                viewBox={`0 0 100 ${tallest}`}
                preserveAspectRatio="none"
                height={here}
                style={{ height: Math.max(here, 1) }}
                aria-hidden="true"
              >
                <path
                  d={`M0 0H84L100 ${here > 0 ? ((here - slope) / here) * tallest * (index === 5 ? 0 : 1) : 0}V${tallest}H0Z`}
                  fill={here > 0 ? colors[index] : 'var(--bar-0)'}
                />
              </svg>
              <span className={losses[index]?.bad ? 'funnel-loss late' : 'funnel-loss'}>
                {losses[index]?.text || '\u00a0'}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}

/** Reported against target, split into confirmed, waiting and still with the teams. */
export function SumBar({
  assignment,
  onFilter,
}: {
  assignment: Schemas['AssignmentRow'];
  onFilter: (filter: BoardFilter) => void;
}) {
  const { t, n, lang } = useI18n();
  const { target, reported, confirmed, waiting } = assignment.figures;
  const withTeams = Math.max(0, reported - confirmed - waiting);
  const missing = Math.max(0, target - reported);
  const parts = [
    ['sum.confirmed', confirmed, 'bar-ok', 'done'],
    ['sum.waiting', waiting, 'bar-2', 'submitted'],
    ['sum.withTeams', withTeams, 'bar-3', 'doing'],
    ['sum.missing', missing, 'bar-0', 'all'],
  ] as const;
  const unit = lang === 'en' ? assignment.indicator.unitEn : assignment.indicator.unit;
  return (
    <div className="sum-bar">
      <b>
        {unit.charAt(0).toLocaleUpperCase('vi') + unit.slice(1)}{' '}
        <span className="num">
          {n(reported)}/{n(target)}
        </span>
      </b>
      <div className="bar" data-tall role="img" aria-label={t('home.reportedOf', { a: reported, b: target })}>
        {parts.map(([key, value, color]) => (
          <span
            key={key}
            style={{ width: `${(value / Math.max(target, reported, 1)) * 100}%`, background: `var(--${color})` }}
          />
        ))}
      </div>
      <ul>
        {parts.map(([key, value, color, filter]) => (
          <li key={key}>
            <button type="button" onClick={() => onFilter(filter)}>
              <i style={{ background: `var(--${color})` }} /> {t(key)} <span className="num">{n(value)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
