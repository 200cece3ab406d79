import { Button, FileInput } from '@mantine/core';
import { textEncodings } from '#contracts/enums';
import { download, isProblem } from '../../../api/client.ts';
import { problemText } from '../../../api/problem-text.ts';
import { showNotice } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, DayField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Refused } from '../../units/unit-forms.tsx';

export type Encoding = (typeof textEncodings)[number];

export interface FileStepProps {
  file: File | null;
  onFile: (file: File | null) => void;
  from: string;
  onFrom: (day: string) => void;
  encoding: Encoding | null;
  onEncoding: (encoding: Encoding) => void;
  busy: boolean;
  error: unknown;
  onRead: () => void;
}

/** Which readings are possible, with how the first names read then. */
export function encodingsOf(error: unknown): { value: Encoding; label: string }[] {
  const asked = isProblem(error) ? error.details.find(({ path }) => path === 'encoding') : undefined;
  const parts = (key: string, by: string) => String(asked?.params[key] ?? '').split(by);
  const samples = parts('samples', ' | ');
  return parts('options', ', ').flatMap((option, i) => {
    const value = textEncodings.find((one) => one === option);
    return value ? [{ value, label: `${samples[i] ?? ''} (${value})` }] : [];
  });
}

function Form() {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <p className="caption">
      <button
        type="button"
        className="strong-link"
        onClick={() =>
          void download('/officers-template', 'can-bo.xlsx').catch((error: unknown) =>
            showNotice(problemText(i18n, error), 'failed'),
          )
        }
      >
        <Icon name="download" size={15} /> {t('officerList.form')}
      </button>{' '}
      {t('officerList.formHint')}
    </p>
  );
}

export function FileStep({ file, onFile, from, onFrom, encoding, onEncoding, busy, error, onRead }: FileStepProps) {
  const { t } = useI18n();
  const encodings = encodingsOf(error);
  return (
    <Card>
      <form
        className="form card-body unit-list-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) onRead();
        }}
      >
        <Form />
        <FileInput
          required
          clearable
          label={t('officerList.file')}
          description={t('officerList.fileHint')}
          placeholder={t('officerList.step.file')}
          accept=".csv,.xlsx,.xls,.ods,.txt"
          value={file}
          onChange={onFile}
        />
        <DayField label={t('officerList.from')} value={from} onChange={onFrom} />
        <Refused error={error} />
        {encodings.length > 0 && (
          <Choice label={t('officerList.encoding')} options={encodings} value={encoding} onChange={onEncoding} />
        )}
        <Button type="submit" disabled={!file} loading={busy} className="unit-list-next">
          {t('officerList.read')}
        </Button>
      </form>
    </Card>
  );
}
