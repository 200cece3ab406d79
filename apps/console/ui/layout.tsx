import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon, type IconName } from './icon.tsx';

export function Card({
  title,
  note,
  aside,
  children,
  className = '',
  label,
}: {
  title?: ReactNode;
  note?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
  className?: string;
  label?: string;
}) {
  return (
    <section className={`card ${className}`} aria-label={label}>
      {title && (
        <div className="card-head">
          <h2>
            {title}
            {note && <span className="card-note">{note}</span>}
          </h2>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

export type Tone = 'new' | 'accepted' | 'doing' | 'done' | 'late' | 'mute';

/** Colour is never alone: a chip has an icon and a word. */
export function Chip({ tone, icon, children }: { tone: Tone; icon: IconName; children: ReactNode }) {
  return (
    <span className={`chip chip-${tone}`}>
      <Icon name={icon} size={15} /> {children}
    </span>
  );
}

export function ToneIcon({ tone, icon, size = 20 }: { tone: Tone; icon: IconName; size?: number }) {
  return (
    <span className={`tone-icon chip-${tone}`}>
      <Icon name={icon} size={size} />
    </span>
  );
}

export function Notice({
  tone,
  icon,
  children,
  action,
}: {
  tone: 'new' | 'doing' | 'done' | 'late';
  icon: IconName;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`notice chip-${tone}`} role="status">
      <Icon name={icon} />
      <div>{children}</div>
      {action}
    </div>
  );
}

/** Steps of a wizard: done ones carry a tick, the current one is named for screen readers. */
export function Steps({ labels, at, onGo }: { labels: readonly string[]; at: number; onGo?: (step: number) => void }) {
  return (
    <ol className="steps">
      {labels.map((label, index) => (
        <li
          key={label}
          data-state={index < at ? 'done' : index === at ? 'current' : 'next'}
          aria-current={index === at ? 'step' : undefined}
        >
          <span className="steps-mark num">{index < at ? <Icon name="check" size={15} /> : index + 1}</span>
          {onGo && index < at ? (
            <button type="button" className="steps-label" onClick={() => onGo(index)}>
              {label}
            </button>
          ) : (
            <span className="steps-label">{label}</span>
          )}
        </li>
      ))}
    </ol>
  );
}

export interface FilterOption<K extends string> {
  key: K;
  label: string;
  count?: number;
  icon?: IconName;
}

/** Pills of which exactly one is on. */
export function FilterChips<K extends string>({
  options,
  value,
  onChange,
  label,
}: {
  options: readonly FilterOption<K>[];
  value: K;
  onChange: (key: K) => void;
  label: string;
}) {
  const { n } = useI18n();
  return (
    <div className="filter-chips" role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.key} type="button" aria-pressed={option.key === value} onClick={() => onChange(option.key)}>
          {option.icon && <Icon name={option.icon} size={15} />}
          {option.label}
          {option.count !== undefined && <span className="num">{n(option.count)}</span>}
        </button>
      ))}
    </div>
  );
}

/** A thin bar to scale; `parts` are drawn from the left. */
export function Bar({
  parts,
  of,
  label,
  tall,
}: {
  parts: readonly { value: number; color: string }[];
  of: number;
  label: string;
  tall?: boolean;
}) {
  const whole = Math.max(
    of,
    parts.reduce((sum, part) => sum + part.value, 0),
    1,
  );
  return (
    <div className="bar" data-tall={tall || undefined} role="img" aria-label={label}>
      {parts.map((part, index) => (
        <span key={index} style={{ width: `${(part.value / whole) * 100}%`, background: `var(--${part.color})` }} />
      ))}
    </div>
  );
}
