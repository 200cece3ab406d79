import { Link } from '@tanstack/react-router';
import { useI18n } from '../../i18n/i18n.tsx';

/** Below the rules on keeping: what they are about to erase, what they did, and what is held back. */
export function KeepingRow({ current }: { current: boolean }) {
  const { t } = useI18n();
  return (
    <li>
      <Link
        to="/rules"
        search={(old) => ({ ...old, kind: 'keeping' })}
        className="rule-row"
        aria-current={current ? 'true' : undefined}
      >
        <b>{t('keeping.row')}</b>
        <span className="rule-value">{t('keeping.rowValue')}</span>
        <span className="caption">{t('keeping.rowText')}</span>
      </Link>
    </li>
  );
}
