/** Small pieces that every screen is made of. */
import type { ComponentChildren } from 'preact';
import { dayOf, monthOf } from '#i18n/dates';
import { lang, ratio, t } from '../model/words/words.ts';
import { Icon, type IconName } from './icon.tsx';

interface ButtonProps {
  children: ComponentChildren;
  onClick?: () => void;
  kind?: 'primary' | 'outline' | 'text';
  icon?: IconName;
  href?: string;
  busy?: boolean;
  disabled?: boolean;
  wide?: boolean;
  type?: 'button' | 'submit';
}
export function Button({
  children,
  onClick,
  kind = 'primary',
  icon,
  href,
  busy,
  disabled,
  wide,
  type = 'button',
}: ButtonProps) {
  const className = `button ${kind}${wide ? ' wide' : ''}`;
  const inside = (
    <>
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={20} />}
      <span>{children}</span>
    </>
  );
  if (href)
    return (
      <a class={className} href={href} onClick={onClick}>
        {inside}
      </a>
    );
  return (
    <button type={type} class={className} onClick={onClick} disabled={disabled || busy} aria-busy={busy}>
      {inside}
    </button>
  );
}

export function Card({ children, class: extra = '' }: { children: ComponentChildren; class?: string }) {
  return <div class={`card ${extra}`}>{children}</div>;
}

export function GroupHeading({
  children,
  count,
  aside,
}: {
  children: ComponentChildren;
  count?: string;
  aside?: ComponentChildren;
}) {
  return (
    <div class="group-heading">
      <h2>{children}</h2>
      {count && <span class="muted">{count}</span>}
      {aside}
    </div>
  );
}

export function Disc({ icon, tone = 'tint' }: { icon: IconName; tone?: 'tint' | 'inset' | 'done' | 'wait' }) {
  return (
    <span class={`lead disc ${tone}`} aria-hidden="true">
      <Icon name={icon} />
    </span>
  );
}

/** "38 / 50" for the eye, "38 trên 50" for the ear. */
export function Ratio({ part, whole, unit }: { part: number; whole: number; unit?: string }) {
  return (
    <>
      <span aria-hidden="true">{ratio(part, whole)}</span>
      <span class="sr">{t('say.ofTarget', { part, whole })}</span>
      {unit && <> {unit}</>}
    </>
  );
}

/** A bar that repeats the number beside it; never the only carrier. */
export function Progress({
  value,
  added = 0,
  target,
  thick,
}: {
  value: number;
  added?: number;
  target: number;
  thick?: boolean;
}) {
  const solid = Math.min(100, target ? (value / target) * 100 : 0);
  const soft = Math.min(100 - solid, target ? (added / target) * 100 : 0);
  return (
    <div class={`bar${thick ? ' thick' : ''}`} aria-hidden="true">
      <i style={{ width: `${solid}%` }} />
      {soft > 0 && <i class="soft" style={{ width: `${soft}%` }} />}
    </div>
  );
}

export function DateBlock({ on, late, tone }: { on: string; late?: boolean; tone?: string }) {
  const month =
    lang.value === 'vi'
      ? t('date.month', { month: monthOf(on) })
      : new Date(`${on}T00:00:00Z`).toUTCString().slice(8, 11);
  return (
    <span class={`date-block ${late ? 'is-late' : (tone ?? '')}`} aria-hidden="true">
      <b>{dayOf(on)}</b>
      <span>{month}</span>
    </span>
  );
}
