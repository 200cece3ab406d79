import { formatMoment } from '#i18n';
import { placeInside } from '#i18n/places';
import { api } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import { Failed } from '../../../ui/states.tsx';
import { lookAgainMs, mailLooks, type OfficeMail, troubleOf } from './office-mails.ts';
import type { Report } from '../report-facts.ts';

function Trouble({ mail }: { mail: OfficeMail }) {
  const { t, lang } = useI18n();
  const trouble = troubleOf(mail);
  if (!trouble) return null;
  const unit = lang === 'vi' ? placeInside(mail.unit.fullName) : mail.unit.fullName;
  return (
    <p className="office-mail-trouble">
      {t(trouble.why)} {t(trouble.act, { unit })}
      {trouble.code && <span className="caption">{t('mail.code', { code: trouble.code })}</span>}
    </p>
  );
}

function MailRow({ mail }: { mail: OfficeMail }) {
  const { t, lang } = useI18n();
  const { tone, icon, word } = mailLooks[mail.state];
  return (
    <li>
      <b>{mail.unit.fullName}</b>
      <span className="caption">{mail.address}</span>
      <span className="caption">{t(`mail.${mail.occasion}`, { version: mail.version })}</span>
      <Chip tone={tone} icon={icon}>
        {t(word, { at: mail.sentAt ? formatMoment(mail.sentAt, Date.now(), lang) : '' })}
      </Chip>
      <Trouble mail={mail} />
    </li>
  );
}

/** Which mailbox got which version, and what became of each mail; nothing where none was due. */
export function OfficeMailsCard({ report }: { report: Pick<Report, 'id' | 'steps'> }) {
  const { t } = useI18n();
  const query = api.useQuery(
    'get',
    '/reports/{reportId}/office-mails',
    { params: { path: { reportId: report.id } } },
    { refetchInterval: ({ state }) => lookAgainMs(state.data ?? [], report, Date.now()) },
  );
  const { data: mails, error } = query;
  if (!mails)
    return error ? (
      <Card title={t('mail.title')}>
        <Failed error={error} refetch={query.refetch} />
      </Card>
    ) : null;
  if (mails.length === 0) return null;
  return (
    <Card title={t('mail.title')}>
      <ul className="office-mails">
        {mails.map((mail) => (
          <MailRow key={`${mail.version} ${mail.occasion} ${mail.unit.id}`} mail={mail} />
        ))}
      </ul>
      <div className="card-foot">{t('mail.foot')}</div>
    </Card>
  );
}
