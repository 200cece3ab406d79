/** The parts that every form of the console is made of, so that a form says only what is its own. */
import { Button, Modal, NumberInput, type NumberInputProps, Select, Textarea, type TextareaProps } from '@mantine/core';
import { DatePickerInput, type DatePickerInputProps } from '@mantine/dates';
import { type FormEvent, type ReactNode, useEffect, useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../i18n/i18n.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { Icon } from './icon.tsx';
import { dialogHead } from './dialog-head.ts';
import { useInertBehind } from './dialogs/page-modal.tsx';
import { TextField } from './text-field.tsx';

export { TextField };

interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  size?: string | undefined;
  className?: string;
  /** Something is typed: a press beside the dialogue does not close it. */
  guarded?: boolean;
  children: ReactNode;
}

/** What had the focus, or what opened the menu that had it: the menu is gone when the dialogue closes. */
function focused(): Element | null {
  const menu = document.activeElement?.closest('[role="menu"]');
  return menu ? document.getElementById(menu.getAttribute('aria-labelledby') ?? '') : document.activeElement;
}

/** Dialogues leave the page when they close, so that focus is given back here: to what had it before. */
function useFocusBack(): void {
  const [before] = useState(focused);
  useEffect(
    () => () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    },
    [before],
  );
}

export function Dialog({ title, onClose, size, className, guarded, children }: DialogProps) {
  const { t } = useI18n();
  // In this order: nothing takes the focus while it is inert.
  const root = useInertBehind(true);
  useFocusBack();
  const close = { 'aria-label': t('act.close') };
  return (
    <Modal
      attributes={{ ...dialogHead, root }}
      opened
      onClose={onClose}
      title={title}
      size={size}
      className={className}
      closeButtonProps={close}
      closeOnClickOutside={!guarded}
    >
      {children}
    </Modal>
  );
}

interface FormFootProps {
  /** What the main button does, as a verb. */
  label: string;
  /** Absent where the form stands on the page and nothing closes. */
  onCancel?: () => void;
  /** Absent where the form itself is submitted. */
  onAct?: () => void;
  busy?: boolean;
  disabled?: boolean;
  cancelLabel?: string | undefined;
  danger?: boolean | undefined;
}

export function FormFoot({ label, onCancel, onAct, busy, disabled, cancelLabel, danger }: FormFootProps) {
  const { t } = useI18n();
  const look = danger ? 'danger' : undefined;
  return (
    <div className="form-foot">
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {cancelLabel ?? t('act.close')}
        </Button>
      )}
      <Button type={onAct ? 'button' : 'submit'} className={look} disabled={disabled} loading={busy} onClick={onAct}>
        {label}
      </Button>
    </div>
  );
}

type DayFieldProps = Omit<DatePickerInputProps<'default'>, 'onChange' | 'type'> & { onChange: (day: string) => void };

/** A day, written as people write it; it cannot be emptied. */
export function DayField({ onChange, 'aria-label': name, ...props }: DayFieldProps) {
  // The button shows the day: its name has to hold what is seen, for whoever speaks to the machine.
  const named = name && { 'aria-label': typeof props.value === 'string' ? `${name} ${shownDay(props.value)}` : name };
  const words = useCalendarWords();
  return (
    <DatePickerInput
      valueFormat="D/M/YYYY"
      ariaLabels={words}
      {...props}
      {...named}
      onChange={(day) => day && onChange(String(day))}
    />
  );
}

/** As the field writes it, in both languages: 29/11/2026. */
const shownDay = (day: string): string => formatDate(day, 'vi', { withYear: true });

/** The search box of a table; "/" leads here. */
export function SearchField({
  label,
  value,
  onChange,
  width = 220,
  autoFocus,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  width?: number;
  autoFocus?: boolean;
}) {
  return (
    <TextField
      data-table-filter
      w={width}
      autoFocus={autoFocus}
      aria-label={label}
      placeholder={label}
      leftSection={<Icon name="search" size={16} />}
      value={value}
      onChange={onChange}
    />
  );
}

interface FormDialogProps extends Omit<DialogProps, 'className'> {
  label: string;
  busy?: boolean;
  disabled?: boolean;
  danger?: boolean | undefined;
  cancelLabel?: string | undefined;
  onSubmit: () => void;
}

/** A dialogue that is one form: Enter sends it, its button repeats the verb. */
export function FormDialog({ title, onClose, size, guarded, children, onSubmit, ...foot }: FormDialogProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A dialogue opened from a form lies in it for React, wherever it is in the page.
    event.stopPropagation();
    onSubmit();
  };
  return (
    <Dialog title={title} onClose={onClose} size={size} guarded={guarded ?? false}>
      <form className="form" onSubmit={submit}>
        {children}
        <FormFoot {...foot} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

type NoteFieldProps = Omit<TextareaProps, 'onChange'> & { onChange: (text: string) => void };

/** A few lines of text that grow with what is typed. */
export function NoteField({ onChange, ...props }: NoteFieldProps) {
  return <Textarea autosize minRows={2} {...props} onChange={(event) => onChange(event.currentTarget.value)} />;
}

interface CountFieldProps {
  label: string;
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number | undefined;
  max?: number | undefined;
  required?: boolean;
  /** Below the number. */
  description?: string | undefined;
  error?: string | undefined;
  /** What is counted, behind the number. */
  suffix?: string | undefined;
}

const below: NumberInputProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];

/** A whole number or nothing. */
export function CountField({ value, onChange, min = 0, ...props }: CountFieldProps) {
  const change = (typed: string | number) => onChange(typed === '' ? null : Number(typed));
  return (
    <NumberInput
      {...props}
      inputWrapperOrder={below}
      min={min}
      allowDecimal={false}
      value={value ?? ''}
      onChange={change}
    />
  );
}

interface ChoiceProps<K extends string> {
  label: string;
  options: readonly { value: K; label: string }[];
  value: K | null;
  onChange: (value: K) => void;
  searchable?: boolean | undefined;
  required?: boolean;
  disabled?: boolean;
  /** Below the choice. */
  description?: string | undefined;
  error?: string | undefined;
}

/** One of several, always one. */
export function Choice<K extends string>({ options, onChange, ...props }: ChoiceProps<K>) {
  const { t } = useI18n();
  const choose = (chosen: string | null) => chosen !== null && onChange(chosen as K);
  return (
    <Select placeholder={t('form.choose')} {...props} allowDeselect={false} data={[...options]} onChange={choose} />
  );
}
