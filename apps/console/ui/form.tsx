/** The parts that every form of the console is made of, so that a form says only what is its own. */
import { Button, Modal, TextInput, type TextInputProps } from '@mantine/core';
import { DatePickerInput, type DatePickerInputProps } from '@mantine/dates';
import type { ReactNode } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from './icon.tsx';

interface DialogProps {
  title: ReactNode;
  onClose: () => void;
  size?: string;
  className?: string;
  children: ReactNode;
}

export function Dialog({ title, onClose, size, className, children }: DialogProps) {
  const { t } = useI18n();
  const close = { 'aria-label': t('act.close') };
  return (
    <Modal opened onClose={onClose} title={title} size={size} className={className} closeButtonProps={close}>
      {children}
    </Modal>
  );
}

interface FormFootProps {
  /** What the main button does, as a verb. */
  label: string;
  onCancel: () => void;
  /** Absent where the form itself is submitted. */
  onAct?: () => void;
  busy?: boolean;
  disabled?: boolean;
  cancelLabel?: string;
  danger?: boolean;
}

export function FormFoot({ label, onCancel, onAct, busy, disabled, cancelLabel, danger }: FormFootProps) {
  const { t } = useI18n();
  const look = danger ? 'danger' : undefined;
  return (
    <div className="form-foot">
      <Button variant="default" onClick={onCancel}>
        {cancelLabel ?? t('act.cancel')}
      </Button>
      <Button type={onAct ? 'button' : 'submit'} className={look} disabled={disabled} loading={busy} onClick={onAct}>
        {label}
      </Button>
    </div>
  );
}

type TextFieldProps = Omit<TextInputProps, 'onChange'> & { onChange: (text: string) => void };

export function TextField({ onChange, ...props }: TextFieldProps) {
  return <TextInput {...props} onChange={(event) => onChange(event.currentTarget.value)} />;
}

type DayFieldProps = Omit<DatePickerInputProps<'default'>, 'onChange' | 'type'> & { onChange: (day: string) => void };

/** A day, written as people write it; it cannot be emptied. */
export function DayField({ onChange, ...props }: DayFieldProps) {
  return <DatePickerInput valueFormat="D/M/YYYY" {...props} onChange={(day) => day && onChange(String(day))} />;
}

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
