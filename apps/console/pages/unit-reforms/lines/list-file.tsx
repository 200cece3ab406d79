import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { ReformFile } from '../reform-file.tsx';
import type { Reform } from '../reform-looks.ts';

/** The list that comes with the resolution. */
export function ListFile({
  reform,
  ready,
  onSend,
  onRead,
}: {
  reform: Reform;
  ready: boolean;
  onSend: () => void;
  onRead: () => void;
}) {
  const { t } = useI18n();
  return (
    <ReformFile
      reform={reform}
      label={t('ur.file')}
      hint={t('ur.fileHint')}
      placeholder={t(reform.fileName ? 'ur.fileOther' : 'ur.filePick')}
      path="list"
      keepsName
      ready={ready}
      onSend={onSend}
      onRead={({ counts }) => {
        showNotice(t('ur.loaded', { old: counts.old, new: counts.new + counts.kept }));
        onRead();
      }}
    />
  );
}
