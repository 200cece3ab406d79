/** A sheet from below on the native dialog: focus trap, Esc and the way back to the opener come with it. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../model/words/words.ts';
import { useOwnId } from './own-id.ts';
import { Button } from './parts.tsx';

interface SheetProps {
  title: string;
  lead?: string;
  onClose: () => void;
  children: ComponentChildren;
  actions?: ComponentChildren;
}
export function BottomSheet({ title, lead, onClose, children, actions }: SheetProps) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useOwnId();
  useEffect(() => {
    const dialog = ref.current;
    const opener = document.activeElement;
    if (dialog && !dialog.open) dialog.showModal();
    document.documentElement.classList.add('has-sheet');
    return () => {
      document.documentElement.classList.remove('has-sheet');
      if (dialog?.open) dialog.close();
      if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={ref}
      class="sheet"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && onClose()}
    >
      <div class="sheet-inside">
        <span class="grip" aria-hidden="true" />
        <div class="sheet-title">
          <h2 id={id} tabIndex={-1} autofocus>
            {title}
          </h2>
          {lead && <p class="muted">{lead}</p>}
        </div>
        <div class="sheet-body">{children}</div>
        {actions && <div class="actions sheet-actions">{actions}</div>}
      </div>
    </dialog>
  );
}

interface AskProps {
  title: string;
  lead?: string;
  onClose: () => void;
  /** The button that does what is asked about. */
  act: ComponentChildren;
  children?: ComponentChildren;
}

/** A question before an act: the way back first, the act beside it. */
export function AskSheet({ act, children = null, ...sheet }: AskProps) {
  return (
    <BottomSheet
      {...sheet}
      actions={
        <>
          <Button kind="outline" onClick={sheet.onClose}>
            {t('act.goBack')}
          </Button>
          {act}
        </>
      }
    >
      {children}
    </BottomSheet>
  );
}

interface RadioListProps<T extends string> {
  name: string;
  legend: string;
  options: readonly { value: T; text: ComponentChildren }[];
  value: T | undefined;
  onPick: (value: T) => void;
  error?: string | undefined;
}
export function RadioList<T extends string>({ name, legend, options, value, onPick, error }: RadioListProps<T>) {
  return (
    <fieldset class="radio-list" aria-describedby={error ? `${name}-error` : undefined}>
      <legend class="sr">{legend}</legend>
      {error && (
        <p class="error" id={`${name}-error`} role="alert">
          {error}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} class="radio-row">
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onPick(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
