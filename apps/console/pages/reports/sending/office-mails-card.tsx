import { formatMoment } from '#i18n';
import { placeInside } from '#i18n/places';
import { api, client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../frame/undo.tsx';
import '../../../i18n/recipient-words.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import { Failed } from '../../../ui/states.tsx';
import { mailedOf, useRecipients } from '../../recipients/use-recipients.ts';
import { lookAgainMs, mailLooks, type OfficeMail, officeOf, repeatable, troubleOf } from './office-mails.ts';
import type { Report } from '../report-facts.ts';

function Trouble({ mail }: { mail: OfficeMail }) {
  const { t, lang } = useI18n();
  const trouble = troubleOf(mail);
  if (!trouble) return null;
  const unit = lang === 'vi' && !mail.recipient ? placeInside(mail.unit.fullName) : officeOf(mail);
  return (
    <p className="office-mail-trouble">
      {t(trouble.why)} {t(trouble.act, { unit })}
      {trouble.code && <span className="caption">{t('mail.code', { code: trouble.code })}</span>}
    </p>
  );
}

function MailRow({ mail, again }: { mail: OfficeMail; again: (() => void) | false }) {
  const { t, lang } = useI18n();
  const { tone, icon, word } = mailLooks[mail.state];
  const what = [
    t(`mail.${mail.occasion}`, { version: mail.version }),
    mail.round > 1 && t('mail.round', { n: mail.round }),
    mail.isSigned && t('mail.signed'),
  ];
  return (
    <li>
      <b>{officeOf(mail)}</b>
      <span className="caption">{mail.address}</span>
      <span className="caption">{what.filter(Boolean).join(' · ')}</span>
      <Chip tone={tone} icon={icon}>
        {t(word, { at: mail.sentAt ? formatMoment(mail.sentAt, Date.now(), lang) : '' })}
      </Chip>
      <Trouble mail={mail} />
      {again && (
        <button
          type="button"
          className="strong-link"
          aria-label={t('mail.againNamed', { office: officeOf(mail) })}
          onClick={again}
        >
          {t('mail.again')}
        </button>
      )}
    </li>
  );
}

function useMailAgain(reportId: string) {
  const { t } = useI18n();
  return useCommand({
    send: ({ office: _, ...body }: { office: string; mailId?: string; recipient?: string }, header) =>
      client.POST('/reports/{reportId}/office-mails', { params: { path: { reportId }, header }, body }),
    touches: ['/reports/{reportId}/office-mails'],
    done: (_, { office }) => showNotice(t('mail.sentAgain', { office })),
  });
}

/** Offices whose mailbox is known only since the version was sent. */
function Firsts({
  unitId,
  mails,
  send,
}: {
  unitId: string;
  mails: readonly OfficeMail[];
  send: (name: string) => void;
}) {
  const { t } = useI18n();
  const { data } = useRecipients(unitId);
  const known = new Set(mails.map(({ address }) => address.toLowerCase()));
  const { mailed } = data?.canMail ? mailedOf(data) : { mailed: [] };
  const late = mailed.filter(({ used }) => used && !known.has(used.address.toLowerCase()));
  return late.map(({ name }) => (
    <div className="card-foot" key={name}>
      <button type="button" className="strong-link" onClick={() => send(name)}>
        {t('mail.first', { office: name })}
      </button>
    </div>
  ));
}

type Shown = Pick<Report, 'id' | 'steps' | 'version' | 'kind' | 'unit'>;

/** Which mailbox got which version, and what became of each mail; nothing where none was due. */
export function OfficeMailsCard({ report, writes }: { report: Shown; writes: boolean }) {
  const { t } = useI18n();
  const query = api.useQuery(
    'get',
    '/reports/{reportId}/office-mails',
    { params: { path: { reportId: report.id } } },
    { refetchInterval: ({ state }) => lookAgainMs(state.data ?? [], report, Date.now()) },
  );
  const again = useMailAgain(report.id);
  const { data: mails, error } = query;
  if (!mails)
    return error ? (
      <Card title={t('mail.title')}>
        <Failed error={error} refetch={query.refetch} />
      </Card>
    ) : null;
  const free = writes ? repeatable(mails, report.version) : new Set<string>();
  const firsts = writes && report.kind !== 'roster' && (
    <Firsts
      unitId={report.unit.id}
      mails={mails}
      send={(recipient) => again.mutate({ office: recipient, recipient })}
    />
  );
  if (mails.length === 0) return firsts || null;
  return (
    <Card title={t('mail.title')}>
      <ul className="office-mails">
        {mails.map((mail) => (
          <MailRow
            key={mail.id}
            mail={mail}
            again={free.has(mail.id) && (() => again.mutate({ office: officeOf(mail), mailId: mail.id }))}
          />
        ))}
      </ul>
      {firsts}
      <div className="card-foot">{t('mail.foot')}</div>
    </Card>
  );
}
