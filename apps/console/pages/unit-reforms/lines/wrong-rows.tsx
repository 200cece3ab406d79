import { isProblem } from '../../../api/client.ts';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Notice } from '../../../ui/layout.tsx';

/** Rows that are wrong, each by its number; the file is put right and read again. */
export function WrongRows({ error }: { error: unknown }) {
  const { t } = useI18n();
  if (!isProblem(error)) return null;
  const rows = error.details.filter(({ path }) => /^file\.\d+\./.test(path));
  if (rows.length === 0) return null;
  return (
    <Notice tone="late" icon="file-spreadsheet">
      <ul>
        {rows.map(({ path, code, params }) => (
          <li key={path + code}>
            {t('ur.rowWrong', {
              row: Number(params['row']),
              text: t(`ur.wrong.${code}` as MessageId, params as Record<string, string | number>),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
