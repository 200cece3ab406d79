import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Division } from './divide-places.ts';
import { ReformFile } from '../reform-file.tsx';
import type { Reform } from '../reform-looks.ts';

/** Where hamlets go, from a list: of this unit, or of several where the list names them. */
export function DivideFile({ reform, division, onDone }: { reform: Reform; division: Division; onDone: () => void }) {
  const { t } = useI18n();
  return (
    <ReformFile
      reform={reform}
      label={t('ur.divide.file')}
      hint={t('ur.divide.fileHint')}
      placeholder={t('ur.filePick')}
      path={`divided/${division.unit.id}/list`}
      onRead={({ counts }) => {
        showNotice(t('ur.divide.fileRead', { n: counts.hamlets }));
        onDone();
      }}
    />
  );
}
