import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { PasteFinding } from './paste-targets.ts';

/** Rows of what was pasted that fit no place or too many: kept as they were until somebody has read them. */
export function PasteFindings({ findings, onClose }: { findings: readonly PasteFinding[]; onClose: () => void }) {
  const { t } = useI18n();
  if (findings.length === 0) return null;
  return (
    <div className="card-body paste-findings" role="alert">
      <p className="warn">
        <Icon name="alert-triangle" size={16} /> {t('paste.some', { n: findings.length })}{' '}
        <button type="button" className="link" onClick={onClose}>
          {t('paste.read')}
        </button>
      </p>
      <ul>
        {findings.map(({ row, text, kind, names }) => (
          <li key={row}>
            <b>{t('paste.row', { row })}</b> “{text}”: {t(`paste.${kind}`, { names: names.join(', ') })}
          </li>
        ))}
      </ul>
    </div>
  );
}
