/** Invites on paper, four to a sheet: to be cut and handed over. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { dateInVietnam, formatDate } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { refresh } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Loading } from '../../ui/states.tsx';
import { type OfficerPost, postPaths } from './use-posts.ts';
import '../../ui/printed-dialog.css';

interface Slip {
  row: OfficerPost;
  /** Absent where it could not be made. */
  invite: Schemas['Invite'] | undefined;
}

/** One after the other: each ends the older invites of its person. */
async function makeAll(rows: readonly OfficerPost[]): Promise<Slip[]> {
  const slips: Slip[] = [];
  for (const row of rows) {
    const personId = row.person?.id ?? '';
    const answer = await client.POST('/people/{personId}/invites', { params: { path: { personId } } });
    slips.push({ row, invite: answer.data });
  }
  refresh(postPaths);
  return slips;
}

function SlipCard({ row, invite }: { row: OfficerPost; invite: Schemas['Invite'] }) {
  const { t, lang } = useI18n();
  const name = row.person?.fullName ?? '';
  return (
    <article className="slip">
      <h3>{t('slip.title')}</h3>
      <p>
        <b>{name}</b>
        <br />
        {row.title}, {row.unit.fullName}
      </p>
      <div className="slip-row">
        <img
          src={`data:image/svg+xml;utf8,${encodeURIComponent(invite.qrSvg)}`}
          alt={t('slip.qr', { name })}
          width="132"
          height="132"
        />
        <ol>
          <li>{t('slip.one')}</li>
          <li>{t('slip.two')}</li>
          <li>{t('slip.three')}</li>
        </ol>
      </div>
      <p className="caption">
        {t('slip.once', { day: formatDate(dateInVietnam(Date.parse(invite.expiresAt)), lang, { withYear: true }) })}
      </p>
    </article>
  );
}

export function InviteSlips({ rows, onClose }: { rows: readonly OfficerPost[]; onClose: () => void }) {
  const { t } = useI18n();
  const made = useQuery({
    queryKey: ['invite-slips', rows.map(({ id }) => id)],
    queryFn: () => makeAll(rows),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const slips = (made.data ?? []).flatMap(({ row, invite }) => (invite ? [{ row, invite }] : []));
  const failed = (made.data ?? []).filter(({ invite }) => !invite);
  return (
    <Dialog title={t('officers.print')} size="lg" className="printed-dialog" onClose={onClose}>
      {made.isPending && (
        <>
          <p>{t('slip.making', { n: rows.length })}</p>
          <Loading rows={4} />
        </>
      )}
      {made.data && (
        <>
          {failed.length > 0 && (
            <p className="sign-in-wrong no-print" role="alert">
              {t('slip.failed', { names: failed.map(({ row }) => row.person?.fullName ?? '').join(', ') })}
            </p>
          )}
          <div className="slips">
            {slips.map(({ row, invite }) => (
              <SlipCard key={row.id} row={row} invite={invite} />
            ))}
          </div>
          <p className="caption">{t('slip.cut')}</p>
          <div className="form-foot no-print">
            <Button variant="default" onClick={onClose}>
              {t('act.close')}
            </Button>
            <Button disabled={slips.length === 0} onClick={() => window.print()}>
              {t('slip.print', { n: slips.length })}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}
