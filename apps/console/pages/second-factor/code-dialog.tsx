/** Asks for a code in place, then does what it was asked for. */
import { useState } from 'react';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { CodeField, isWholeCode, useCode } from './code-field.tsx';

interface Props {
  title: string;
  text: string;
  label: string;
  danger?: boolean;
  /** @throws a problem */
  onCode: (code: string) => Promise<unknown>;
  onClose: () => void;
}

export function CodeDialog({ title, text, label, danger, onCode, onClose }: Props) {
  const i18n = useI18n();
  const entry = useCode();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (code: string) => {
    setBusy(true);
    try {
      await onCode(code);
    } catch (error) {
      setWrong(problemText(i18n, error));
      entry.again();
    } finally {
      setBusy(false);
    }
  };
  return (
    <FormDialog
      title={title}
      label={label}
      danger={danger}
      busy={busy}
      disabled={!isWholeCode(entry.code)}
      onSubmit={() => void send(entry.code)}
      onClose={onClose}
    >
      <p>{text}</p>
      <CodeField entry={entry} wrong={wrong} onFull={(code) => void send(code)} />
    </FormDialog>
  );
}
