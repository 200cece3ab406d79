/** Fields that keep what is typed on each keystroke, the counter, the switch, the phone button. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { callPerson } from '../model/device/phone.ts';
import { t } from '../model/words/words.ts';
import { Icon } from './icon.tsx';
import { useOwnId } from './own-id.ts';

interface FieldProps {
  label: string;
  optional?: boolean;
  value: string;
  onInput: (value: string) => void;
  hint?: string;
  error?: string | undefined;
  kind?: 'text' | 'area' | 'date' | 'search';
  inputMode?: 'decimal' | 'url' | 'tel';
  min?: string;
  maxLength?: number;
}
export function Field({
  label,
  optional,
  value,
  onInput,
  hint,
  error,
  kind = 'area',
  inputMode,
  min,
  maxLength = 1000,
}: FieldProps) {
  const id = useOwnId();
  const described = [hint && `${id}h`, error && `${id}e`].filter(Boolean).join(' ') || undefined;
  const shared = {
    id,
    value,
    maxLength,
    inputMode,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    onInput: (event: Event) => onInput((event.target as HTMLInputElement).value),
  };
  return (
    <div class="field">
      <label for={id}>
        <b>{label}</b>
        {optional && <span class="muted"> {t('field.optional')}</span>}
      </label>
      {kind === 'area' ? <textarea rows={2} {...shared} /> : <input type={kind as 'date'} min={min} {...shared} />}
      {error && (
        <p class="error" id={`${id}e`} role="alert">
          {error}
        </p>
      )}
      {hint && (
        <p class="hint-below" id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface StepperProps {
  label: string;
  unit: string;
  value: number;
  onChange: (value: number) => void;
  /** What a screen reader hears after a change. */
  say: (value: number) => string;
  inputId: string;
}
/** − number + ; a long press repeats, the number is a real field. */
export function Stepper({ label, unit, value, onChange, say, inputId }: StepperProps) {
  const [spoken, setSpoken] = useState('');
  const change = (next: number) => {
    const clean = Math.max(0, Math.min(1_000_000, Number.isFinite(next) ? Math.floor(next) : 0));
    onChange(clean);
    setSpoken(say(clean));
  };
  return (
    <div class="stepper">
      <StepButton
        icon="minus"
        label={t('stepper.less')}
        onStep={() => change(latest.get(inputId, value) - 1)}
        disabled={value === 0}
      />
      <label class="stepper-number">
        <span class="sr">{label}</span>
        <input
          id={inputId}
          inputMode="numeric"
          pattern="[0-9]*"
          autocomplete="off"
          placeholder="0"
          size={Math.max(1, String(value || '').length)}
          value={value === 0 ? '' : String(value)}
          onInput={(event) => change(Number(event.currentTarget.value.replace(/\D/g, '')))}
        />
        <span class="muted">{unit}</span>
      </label>
      <StepButton icon="plus" label={t('stepper.more')} onStep={() => change(latest.get(inputId, value) + 1)} />
      <span class="sr" role="status">
        {spoken}
      </span>
    </div>
  );
}

/** A repeat runs outside rendering, so it reads the number from the field itself. */
const latest = {
  get: (id: string, fallback: number) => {
    const field = document.getElementById(id);
    return field instanceof HTMLInputElement ? Number(field.value || 0) : fallback;
  },
};

function StepButton({
  icon,
  label,
  onStep,
  disabled,
}: {
  icon: 'plus' | 'minus';
  label: string;
  onStep: () => void;
  disabled?: boolean;
}) {
  const step = useRef(onStep);
  step.current = onStep;
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => clearTimeout(timer.current);
  useEffect(() => stop, []);
  const repeat = () => {
    step.current();
    timer.current = setTimeout(repeat, 90);
  };
  return (
    <button
      type="button"
      class="step"
      aria-label={label}
      disabled={disabled}
      onClick={() => step.current()}
      onPointerDown={() => {
        stop();
        timer.current = setTimeout(repeat, 400);
      }}
      onPointerUp={stop}
      onPointerLeave={stop}
      onPointerCancel={stop}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Icon name={icon} size={28} />
    </button>
  );
}

export function Switch({
  label,
  on,
  onChange,
  hint,
}: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  hint?: string;
}) {
  return (
    <label class="switch">
      <span>
        {label}
        {hint && <small class="muted">{hint}</small>}
      </span>
      <input type="checkbox" role="switch" checked={on} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}

/** The number is dialled, not shown; each look at it is logged by the server. */
export function CallButton({ person, word }: { person: { id: string; fullName: string }; word?: boolean }) {
  const [busy, setBusy] = useState(false);
  const call = async () => {
    setBusy(true);
    await callPerson(person);
    setBusy(false);
  };
  if (word)
    return (
      <button
        type="button"
        class="button outline"
        disabled={busy}
        aria-label={t('act.callName', { name: person.fullName })}
        onClick={call}
      >
        {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name="phone" size={20} />}
        <span>{t('act.call')}</span>
      </button>
    );
  return (
    <button
      type="button"
      class="call"
      disabled={busy}
      aria-label={t('act.callName', { name: person.fullName })}
      onClick={call}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : <Icon name="phone" />}
    </button>
  );
}
