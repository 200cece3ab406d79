import { Button } from '@mantine/core';
import { useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, Dialog, FormDialog, TextField } from '../../ui/form.tsx';
import { TeamList } from './team-list.tsx';
import { type Load, type Member, silentOf, supportPaths } from './use-committee.ts';

interface MemberProps {
  load: Load;
  member: Member;
  onlySilent: boolean;
  onClose: () => void;
}

/** The teams behind a number of the table, and the way out of the committee. */
export function MemberDialog({ load, member, onlySilent, onClose }: MemberProps) {
  const { t } = useI18n();
  const { me, may } = useIdentity();
  const [leaves, setLeaves] = useState(false);
  if (leaves) return <LeaveDialog load={load} member={member} onClose={onClose} />;
  const { person, seat } = member;
  const teams = onlySilent ? silentOf(member.teams) : member.teams;
  const title = onlySilent ? t('committee.silentOf', { name: person.fullName, n: teams.length }) : person.fullName;
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="form">
        <p className="muted">{[t(`committee.seat.${seat}`), person.position].filter(Boolean).join(' · ')}</p>
        {teams.length > 0 ? <TeamList teams={teams} /> : <p>{t('committee.noTeam')}</p>}
        <div className="form-foot">
          {may('committee.manage') && load.at === me.today && (
            <Button variant="default" className="quiet-danger" onClick={() => setLeaves(true)}>
              {t('committee.leave')}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('act.close')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function LeaveDialog({ load, member, onClose }: Omit<MemberProps, 'onlySilent'>) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const { me } = useIdentity();
  const [lastDay, setLastDay] = useState(me.today);
  const [reason, setReason] = useState('');
  const name = member.person.fullName;
  const leave = useCommand({
    send: (memberId: string, header) =>
      client.POST('/units/{unitId}/committee/members/{memberId}/end', {
        params: { path: { unitId: load.unit.id, memberId }, header },
        body: { lastDay, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    touches: supportPaths,
    done: () => sayAndClose(t('committee.left', { name }), onClose),
    failed: isProblem,
  });
  return (
    <FormDialog
      title={t('committee.leaveTitle', { name })}
      label={t('committee.leaveAct', { day: formatDate(addDays(lastDay, 1), lang, { withYear: true }) })}
      cancelLabel={t('act.close')}
      danger
      busy={leave.isPending}
      onClose={onClose}
      onSubmit={() => leave.mutate(member.id)}
    >
      <p>{t('committee.leaveText', { n: member.teams.length })}</p>
      <DayField
        label={t('committee.lastDay')}
        value={lastDay}
        error={leave.error && problemText(i18n, leave.error)}
        onChange={setLastDay}
      />
      <TextField label={t('committee.reason')} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
