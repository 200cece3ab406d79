/** Fields for what an order asks beside the number: one tap where everything is of one kind, "Chia ra" where it is not. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Dimension } from '#contracts/tasks/breakdown';
import { t } from '../../../model/words/words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { type Division, filled, type Missing, wordOf } from './asked.ts';
import './entry-words.ts';

interface AskProps {
  field: string;
  title: string;
  need?: string;
  missing: readonly Missing[];
  children: ComponentChildren;
  /** Below what is wrong. */
  below?: ComponentChildren;
}
/** Label, what it needs, and what is wrong with it once somebody wanted to send. */
export function Ask({ field, title, need = t('ask.needed'), missing, children, below }: AskProps) {
  const wrong = missing.find((each) => each.field === field);
  return (
    <section class={`ask${wrong ? ' wrong' : ''}`} data-field={field} role="group" aria-label={title}>
      <div class="ask-head">
        <h2>{title}</h2>
        <span>{need}</span>
      </div>
      {children}
      {wrong && (
        <p class="why" role="alert">
          <Icon name="warn" size={20} />
          <span>{wrong.error}</span>
        </p>
      )}
      {below}
    </section>
  );
}

interface PickProps {
  on: boolean;
  title: string;
  line?: string;
  small?: boolean;
  onClick: () => void;
}
export function Pick({ on, title, line, small, onClick }: PickProps) {
  return (
    <button type="button" class={`pick${small ? ' small' : ''}`} aria-pressed={on} onClick={onClick}>
      <b>{title}</b>
      {line && <span>{line}</span>}
    </button>
  );
}

interface KindProps {
  dimension: Dimension;
  division: Division | undefined;
  value: number;
  missing: readonly Missing[];
  /** "12 hồ sơ". */
  count: (n: number) => string;
  onChange: (division: Division) => void;
}
export function KindField({ dimension, division, value, missing, count, onChange }: KindProps) {
  const isSplit = typeof division === 'object';
  const title = wordOf(dimension);
  const splitWord =
    dimension.key === 'level' ? 'ask.splitLevels' : dimension.counts === 'people' ? 'ask.splitPeople' : 'ask.split';
  return (
    <Ask
      field={dimension.key}
      title={title}
      missing={isSplit ? [] : missing}
      below={
        <button
          type="button"
          class="text-act"
          onClick={() => onChange(isSplit ? '' : typeof division === 'string' && division ? { [division]: value } : {})}
        >
          {t(isSplit ? 'ask.together' : splitWord)}
        </button>
      }
    >
      {isSplit ? (
        <SplitRows {...{ dimension, value, count, onChange }} divided={division} />
      ) : (
        <div class="picks">
          {dimension.values.map((kind) => (
            <Pick
              key={kind.key}
              on={division === kind.key}
              title={wordOf(kind)}
              {...(division === kind.key && value > 0 && { line: count(value) })}
              onClick={() => onChange(kind.key)}
            />
          ))}
        </div>
      )}
    </Ask>
  );
}

interface SplitProps extends Pick<KindProps, 'dimension' | 'value' | 'count' | 'onChange'> {
  divided: Record<string, number>;
}
function SplitRows({ dimension, divided, value, count, onChange }: SplitProps) {
  const shown = filled(dimension, divided, value);
  const sum = Object.values(shown).reduce((total, n) => total + n, 0);
  const left = value - sum;
  const isPeople = dimension.counts === 'people';
  const fits = isPeople ? sum > 0 : left === 0;
  return (
    <>
      <div class="split">
        {dimension.values.map((kind) => (
          <SplitRow
            key={kind.key}
            name={wordOf(kind)}
            n={shown[kind.key] ?? 0}
            onChange={(n) => onChange({ ...divided, [kind.key]: Math.max(0, Math.min(1_000_000, n)) })}
          />
        ))}
      </div>
      <p class={`why ${fits ? 'done' : 'wait'}`} role="status">
        <Icon name={fits ? 'checkCircle' : 'warn'} size={20} />
        <span>
          {isPeople
            ? t('ask.sumOfPeople', { n: sum })
            : fits
              ? t('ask.fits', { ratio: `${value} / ${count(value)}` })
              : left > 0
                ? t('ask.left', { n: left })
                : t('ask.tooMany', { n: -left })}
        </span>
      </p>
    </>
  );
}

function SplitRow({ name, n, onChange }: { name: string; n: number; onChange: (n: number) => void }) {
  return (
    <div class="split-row">
      <b>{name}</b>
      <span>
        <button type="button" aria-label={t('ask.less', { name })} disabled={n === 0} onClick={() => onChange(n - 1)}>
          <Icon name="minus" />
        </button>
        <input
          inputMode="numeric"
          aria-label={name}
          value={String(n)}
          onFocus={(event) => event.currentTarget.select()}
          onInput={(event) => onChange(Number(event.currentTarget.value.replace(/\D/g, '')))}
        />
        <button type="button" aria-label={t('ask.more', { name })} onClick={() => onChange(n + 1)}>
          <Icon name="plus" />
        </button>
      </span>
    </div>
  );
}

/** What is missing after a try to send; each tap walks on to the next gap. */
export function Jump({ missing }: { missing: readonly Missing[] }) {
  const [at, setAt] = useState(0);
  if (missing.length === 0) return null;
  return (
    <button
      type="button"
      class="jump"
      onClick={() => {
        const next = (at + 1) % missing.length;
        setAt(next);
        goToField(missing[next]?.field ?? '');
      }}
    >
      <Icon name="warn" size={20} />
      <span>{t('ask.missing', { n: missing.length, names: missing.map(({ label }) => label).join(', ') })}</span>
      <Icon name="M5.5 15.5 12 9l6.5 6.5" size={20} />
    </button>
  );
}

export function goToField(field: string): void {
  const found = document.querySelector<HTMLElement>(`[data-field="${field}"]`);
  found?.scrollIntoView?.({ block: 'start' });
  found?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
}
