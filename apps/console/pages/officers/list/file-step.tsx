import { download } from '../../../api/client.ts';
import type { Encoding } from '../../../api/use-list-file.ts';
import { problemText } from '../../../api/problem-text.ts';
import { showNotice } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FileForm } from '../../../ui/file-form.tsx';
import { DayField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';

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

export function FileStep({ from, onFrom, encoding, onEncoding, ...read }: FileStepProps) {
  const { t } = useI18n();
  return (
    <FileForm
      {...read}
      label={t('officerList.file')}
      hint={t('officerList.fileHint')}
      placeholder={t('officerList.step.file')}
      accept=".csv,.xlsx,.xls,.ods,.txt"
      after={<DayField label={t('officerList.from')} value={from} onChange={onFrom} />}
      encoding={{ label: t('officerList.encoding'), value: encoding, onChange: onEncoding }}
      act={t('officerList.read')}
    >
      <Form />
    </FileForm>
  );
}
