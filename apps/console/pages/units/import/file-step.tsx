import { Button, FileInput } from '@mantine/core';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice } from '../../../ui/form.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Refused } from '../unit-forms.tsx';
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

export function FileStep({ kinds, kind, onKind, file, onFile, busy, error, onRead }: FileStepProps) {
  const { t } = useI18n();
  return (
    <Card>
      <form
        className="form card-body unit-list-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (file) onRead();
        }}
      >
        {kinds.length > 1 && (
          <Choice
            label={t('unitList.kind')}
            options={kinds.map((value) => ({ value, label: t(`units.kind.${value}`) }))}
            value={kind}
            onChange={onKind}
          />
        )}
        <FileInput
          required
          clearable
          label={t('unitList.file')}
          description={t('unitList.fileHint')}
          placeholder={t('unitList.step.file')}
          accept=".csv,.xlsx,.ods,.txt"
          value={file}
          onChange={onFile}
        />
        <Refused error={error} />
        <Button type="submit" disabled={!file} loading={busy} className="unit-list-next">
          {t('unitList.read')}
        </Button>
      </form>
    </Card>
  );
}
