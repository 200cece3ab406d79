/** A file that is read into a list to be checked: what is asked beside it, the reading of old encodings, what was refused. */
import '@mantine/core/styles/Pill.css';
import { Button, FileInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { textEncodings } from '#contracts/enums';
import { isProblem } from '../api/client.ts';
import { problemText } from '../api/problem-text.ts';
import type { Encoding } from '../api/use-list-file.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Choice } from './form.tsx';
import { Card, Notice } from './layout.tsx';

export interface FileFormProps {
  /** Before the file. */
  children?: ReactNode;
  /** Between the file and the button. */
  after?: ReactNode;
  label: string;
  hint: string;
  placeholder: string;
  /** Ending of names, as browsers take them. */
  accept: string;
  file: File | null;
  onFile: (file: File | null) => void;
  encoding?: { label: string; value: Encoding | null; onChange: (encoding: Encoding) => void };
  act: string;
  /** Whether all beside the file is there. */
  ready?: boolean;
  busy: boolean;
  error: unknown;
  onRead: () => void;
}

/** Which readings are possible, with how the first names read then. */
function encodingsOf(error: unknown): { value: Encoding; label: string }[] {
  const asked = isProblem(error) ? error.details.find(({ path }) => path === 'encoding') : undefined;
  const parts = (key: string, by: string) => String(asked?.params[key] ?? '').split(by);
  const samples = parts('samples', ' | ');
  return parts('options', ', ').flatMap((option, i) => {
    const value = textEncodings.find((one) => one === option);
    return value ? [{ value, label: `${samples[i] ?? ''} (${value})` }] : [];
  });
}

type PickedProps = Pick<FileFormProps, 'file' | 'onFile' | 'label' | 'hint' | 'placeholder' | 'accept' | 'busy'>;

function Picked({ file, onFile, label, hint, placeholder, accept, busy }: PickedProps) {
  const { t } = useI18n();
  return (
    <FileInput
      required
      // What is being read stays the file that is shown: its answer would be taken for another one's.
      disabled={busy}
      fileInputProps={{ disabled: busy }}
      clearable
      clearButtonProps={{ 'aria-label': t('act.clear') }}
      label={label}
      description={hint}
      placeholder={placeholder}
      accept={accept}
      value={file}
      onChange={onFile}
    />
  );
}

export function FileForm({
  children,
  after,
  encoding,
  act,
  ready = true,
  busy,
  error,
  onRead,
  ...input
}: FileFormProps) {
  const i18n = useI18n();
  const { file } = input;
  const encodings = encoding ? encodingsOf(error) : [];
  return (
    <Card>
      <form
        className="form card-body file-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file && ready) onRead();
        }}
      >
        {children}
        <Picked {...input} busy={busy} />
        {after}
        {Boolean(error) && (
          <Notice tone="late" icon="alert-circle">
            {problemText(i18n, error)}
          </Notice>
        )}
        {encoding && encodings.length > 0 && <Choice {...encoding} options={encodings} />}
        <Button type="submit" disabled={!file || !ready} loading={busy} className="file-form-next">
          {act}
        </Button>
      </form>
    </Card>
  );
}
