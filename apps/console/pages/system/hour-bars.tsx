import { useI18n } from '../../i18n/i18n.tsx';
import { amountText, barHeights, type Part } from './system-facts.ts';

const height = 24;
const width = 3;
const step = 4;

/** The worst of each hour of the last day, oldest first; red where it was an alarm, a dot where nothing was measured. */
export function HourBars({ part, hours, alarm }: Pick<Part, 'part' | 'hours' | 'alarm'>) {
  const words = useI18n();
  const measured = hours.filter((value) => value !== null);
  const label =
    measured.length > 0
      ? words.t('system.hours', { max: amountText(part, Math.max(...measured), words) })
      : words.t('system.hoursNone');
  return (
    <svg className="hour-bars" width={hours.length * step} height={height} role="img" aria-label={label}>
      {barHeights(hours, height).map((bar, index) => (
        <rect
          key={index}
          x={index * step}
          y={height - (bar ?? 1)}
          width={width}
          height={bar ?? 1}
          fill={`var(--${bar === null ? 'line-strong' : (hours[index] ?? 0) > alarm ? 'late-text' : 'bar-1'})`}
        />
      ))}
    </svg>
  );
}
