import { download } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FileForm } from '../../../ui/file-form.tsx';
import { Choice } from '../../../ui/form.tsx';
import type { Kind } from '../unit-kinds.ts';

export interface FileStepProps {
  kinds: readonly Kind[];
  kind: Kind;
  onKind: (kind: Kind) => void;
  file: File | null;
  onFile: (file: File | null) => void;
  busy: boolean;
  error: unknown;
  onRead: () => void;
}

export function FileStep({ kinds, kind, onKind, ...read }: FileStepProps) {
  const { t } = useI18n();
  return (
    <FileForm
      {...read}
      label={t('unitList.file')}
      hint={t('unitList.fileHint')}
      placeholder={t('unitList.step.file')}
      accept=".csv,.xlsx,.ods,.txt"
      act={t('unitList.read')}
    >
      <p>
        <button
          type="button"
          className="link"
          onClick={() => void download('/unit-list-form', `${t('unitList.formName')}.xlsx`)}
        >
          {t('unitList.form')}
        </button>
      </p>
      {kinds.length > 1 && (
        <Choice
          label={t('unitList.kind')}
          options={kinds.map((value) => ({ value, label: t(`units.kind.${value}`) }))}
          value={kind}
          onChange={onKind}
        />
      )}
    </FileForm>
  );
}
