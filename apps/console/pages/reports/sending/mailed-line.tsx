import { Link } from '@tanstack/react-router';
import { api } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { nameList } from '../../../ui/names.ts';
import type { Report } from '../report-facts.ts';

/** Before sending: whom the report is mailed to, and which offices of "Nơi nhận" it cannot be mailed to. */
export function MailedLine({ report }: { report: Report }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { data } = api.useQuery('get', '/reports/{reportId}/route', { params: { path: { reportId: report.id } } });
  if (!data?.canMail || data.offices.length === 0) return null;
  const names = (offices: typeof data.offices) =>
    nameList(
      t,
      offices.map(({ name }) => name),
      4,
    );
  const mailed = data.offices.filter(({ address }) => address !== null);
  const without = data.offices.filter(({ address, isPerson }) => address === null && !isPerson);
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
