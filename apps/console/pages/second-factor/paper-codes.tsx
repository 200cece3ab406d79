/** Ten codes, shown once: to be printed or copied, and locked away. */
import { Button } from '@mantine/core';
import { dateInVietnam, formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';

function Rules() {
  const { t } = useI18n();
  return (
    <ul className="paper-rules no-print">
      <li>
        <Icon name="printer" /> {t('factor.paper')}
      </li>
      <li>
        <Icon name="ban" /> {t('factor.noPhoto')}
      </li>
    </ul>
  );
}

/** Before the first code is right. */
export function PaperLater() {
  const { t } = useI18n();
  return (
    <Card title={t('factor.codes')} aside={<span className="caption">{t('factor.codesLater')}</span>}>
      <div className="card-body form">
        <p>{t('factor.codesText')}</p>
        <p className="paper-hidden">
          <Icon name="lock" /> {t('factor.codesHidden')}
        </p>
        <Rules />
      </div>
    </Card>
  );
}

export function PaperCodes({ codes, name }: { codes: readonly string[]; name: string }) {
  const { t, lang } = useI18n();
  return (
    <Card title={t('factor.codes')} className="paper-card">
      <div className="card-body form">
        <div className="print-only">
          <h1>{t('factor.paperTitle')}</h1>
          <p>{t('factor.paperFor', { name, day: formatDate(dateInVietnam(Date.now()), lang, { withYear: true }) })}</p>
        </div>
        <p>
          {t('factor.codesText')} <b className="no-print">{t('factor.codesOnce')}</b>
        </p>
        <ol className="paper-codes num">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <Rules />
        <div className="no-print">
          <Button variant="default" leftSection={<Icon name="printer" />} onClick={() => window.print()}>
            {t('factor.print')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
