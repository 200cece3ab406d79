import { useI18n } from '../../i18n/i18n.tsx';
import { sparkBars } from '../../ui/text/channel-facts.ts';

const height = 24;
const width = 3;
const step = 4;

/** Sends per hour of the last day as little bars, oldest first. */
export function Spark({ hours, tone }: { hours: readonly number[]; tone: string }) {
  const { t } = useI18n();
  const label = t('channel.hours', { n: Math.max(0, ...hours) });
  return (
    <svg className="spark" width={hours.length * step} height={height} role="img" aria-label={label}>
      {sparkBars(hours, height).map((bar, index) => (
        <rect
          key={index}
          x={index * step}
          y={height - bar}
          width={width}
          height={bar}
          fill={`var(--${hours[index] === 0 ? 'line-strong' : tone})`}
        />
      ))}
    </svg>
  );
}
