import { Link } from '@tanstack/react-router';
import { useIdentity } from '../../../api/me.tsx';
import '../../../i18n/recipient-words.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { nameList } from '../../../ui/names.ts';
import { mailedOf, type Office, useRecipients } from '../../recipients/use-recipients.ts';
import type { Report } from '../report-facts.ts';

/** Before sending: whom the report is mailed to, and which offices of "Nơi nhận" it cannot be mailed to. */
export function MailedLine({ report }: { report: Report }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { data } = useRecipients(report.unit.id);
  if (!data?.canMail || report.kind === 'roster') return null;
  const { mailed, without } = mailedOf(data);
  const names = (offices: readonly Office[]) =>
    nameList(
      t,
      offices.map(({ name }) => name),
      4,
    );
  if (mailed.length + without.length === 0) return null;
  return (
    <div className="mailed-line">
      {mailed.length > 0 && <p>{t('rcp.sendTo', { n: mailed.length, names: names(mailed) })}</p>}
      {without.length > 0 && <p className="caption">{t('rcp.sendNone', { names: names(without) })}</p>}
      {post.unit.id === report.unit.id && (
        <Link className="strong-link" to="/recipients">
          {t('rcp.see')}
        </Link>
      )}
    </div>
  );
}
