import { Button } from '@mantine/core';
import { useState } from 'react';
import { revokeCertificate } from '#client/commands';
import { dateInVietnam, formatDate } from '#i18n';
import { client, download, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Chip } from '../../../ui/layout.tsx';
import type { SessionDetail } from '../looks.ts';
import { useBusy } from '../check-in/sheet-photos.tsx';
import { sessionPaths } from '../use-sessions.ts';

type Certificate = Schemas['Certificate'];
type Attendance = Schemas['AttendanceRow'];

/** People who were there and hold no certificate that still stands. */
export function withoutCertificate(attendance: readonly Attendance[], certificates: readonly Certificate[]): string[] {
  const holders = new Set(certificates.filter(({ revokedAt }) => !revokedAt).map(({ person }) => person.id));
  const here = attendance.flatMap(({ person, state }) => (person && state === 'counted' ? [person.id] : []));
  return [...new Set(here)].filter((id) => !holders.has(id));
}

function RevokeDialog({ certificate, onClose }: { certificate: Certificate; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={revokeCertificate}
      path={{ certificateId: certificate.id }}
      touches={sessionPaths}
      danger
      title={t('train.cert.revokeTitle', { name: certificate.person.fullName })}
      text={<p>{t('train.cert.revokeText')}</p>}
      fields={{ reason: { as: 'note', label: t('train.cert.reason'), focus: true } }}
      label={t('train.cert.revoke')}
      said={t('train.cert.revokeDone')}
      onClose={onClose}
    />
  );
}

function Row({
  certificate,
  certifies,
  onRevoke,
}: {
  certificate: Certificate;
  certifies: boolean;
  onRevoke: () => void;
}) {
  const { t, lang } = useI18n();
  const { busy, run } = useBusy();
  const { id, code, person, revokedAt, revokeReason } = certificate;
  const name = person.fullName;
  return (
    <li data-struck={Boolean(revokedAt) || undefined}>
      <span className="call-who">
        <b>{name}</b>
        <span className="caption num-text">
          {t('train.cert.number', { code })}
          {revokeReason && ` · ${revokeReason}`}
        </span>
      </span>
      {revokedAt ? (
        <Chip tone="mute" icon="ban">
          {t('train.cert.revoked', { date: formatDate(dateInVietnam(revokedAt), lang) })}
        </Chip>
      ) : (
        <span className="session-acts">
          {certifies && (
            <Button
              size="xs"
              variant="default"
              loading={busy}
              aria-label={t('train.cert.pdfOf', { name })}
              onClick={() => run(() => download(`/training/certificates/${id}/pdf`, `${code}.pdf`))}
            >
              {t('train.cert.pdf')}
            </Button>
          )}
          {certifies && (
            <Button size="xs" variant="subtle" aria-label={t('train.cert.revokeOf', { name })} onClick={onRevoke}>
              {t('train.cert.revoke')}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

interface CertificatesProps {
  session: SessionDetail;
  result: Schemas['SessionResult'];
  attendance: readonly Attendance[];
}

function Issue({ session, result, attendance }: CertificatesProps) {
  const { t } = useI18n();
  const due = withoutCertificate(attendance, result.certificates);
  const issue = useCommand({
    send: (_: void, header) =>
      client.POST('/training/sessions/{sessionId}/certificates', {
        params: { path: { sessionId: session.id }, header },
        body: {},
      }),
    touches: sessionPaths,
    done: () => showNotice(t('train.cert.issued', { n: due.length })),
  });
  if (!session.may.certify || due.length === 0) return null;
  return (
    <div className="session-acts">
      <Button
        leftSection={<Icon name="file-certificate" size={16} />}
        loading={issue.isPending}
        onClick={() => issue.mutate()}
      >
        {t('train.cert.issue')}
      </Button>
      <span className="caption">{t('train.cert.issueText', { n: due.length })}</span>
    </div>
  );
}

export function Certificates(props: CertificatesProps) {
  const { session, result } = props;
  const { t } = useI18n();
  const [revoking, setRevoking] = useState<Certificate | null>(null);
  return (
    <section className="form">
      <h3>{t('train.cert.title')}</h3>
      <Issue {...props} />
      {result.certificates.length === 0 ? (
        <p className="muted">{t('train.cert.none')}</p>
      ) : (
        <ul className="attendance certificates">
          {result.certificates.map((certificate) => (
            <Row
              key={certificate.id}
              certificate={certificate}
              certifies={session.may.certify}
              onRevoke={() => setRevoking(certificate)}
            />
          ))}
        </ul>
      )}
      {revoking && <RevokeDialog certificate={revoking} onClose={() => setRevoking(null)} />}
    </section>
  );
}
