import type { Schemas } from '../../../api/client.ts';
import { clockText } from '../../../ui/text/clock-text.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { routeName } from '../../../ui/channel-looks.ts';
import { Icon } from '../../../ui/icon.tsx';

type Plan = Schemas['DeliveryPlan'];
type Short = NonNullable<Plan['short']>[number];

const shortOf = (plan: Pick<Plan, 'short'>): readonly Short[] => plan.short ?? [];

/** Routes that wait for the morning; one that waits for its quota is told of with the quota. */
export function nightRoutes(plan: Pick<Plan, 'routes' | 'short'>): Plan['routes'] {
  const short = new Set<string>(shortOf(plan).flatMap((each) => (each.waiting > 0 ? [each.route] : [])));
  return plan.routes.filter((row) => row.deferredUntil && row.people > 0 && !short.has(row.route));
}

function ShortLine({ short, until }: { short: Short; until: string | null }) {
  const { t, lang } = useI18n();
  const moved = short.moved.map(({ route, people }) =>
    t('preview.quotaMoved', { n: people, route: routeName(t, route) }),
  );
  const at = until ? clockText(until, Date.now(), lang) : '–';
  const rest = [...moved, ...(short.waiting > 0 ? [t('preview.quotaWaits', { n: short.waiting, at })] : [])];
  return (
    <li className="warn caption">
      <Icon name="hourglass" size={15} />{' '}
      {t('preview.quotaLeft', { channel: routeName(t, short.route), n: short.left })}{' '}
      {rest.length > 0 && `${rest.join(', ')}.`}
    </li>
  );
}

/** What a quota or the night keeps from leaving now, and where it goes instead. */
export function Waits({ plan }: { plan: Plan }) {
  const { t, lang } = useI18n();
  const nights = nightRoutes(plan);
  if (nights.length === 0 && shortOf(plan).length === 0) return null;
  return (
    <ul className="route-waits">
      {shortOf(plan).map((short) => (
        <ShortLine
          key={short.route}
          short={short}
          until={plan.routes.find((row) => row.route === short.route)?.deferredUntil ?? null}
        />
      ))}
      {nights.map((row) => (
        <li key={row.route} className="warn caption">
          <Icon name="moon" size={15} />{' '}
          {t('preview.night', {
            channel: routeName(t, row.route),
            at: clockText(row.deferredUntil ?? '', Date.now(), lang),
          })}
        </li>
      ))}
    </ul>
  );
}
