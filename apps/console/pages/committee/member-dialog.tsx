import { Button } from '@mantine/core';
import { useState } from 'react';
import { endCommitteeMember } from '#client/commands';
import { addDays, formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Dialog } from '../../ui/form.tsx';
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
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const name = member.person.fullName;
  return (
    <CommandForm
      route={endCommitteeMember}
      path={{ unitId: load.unit.id, memberId: member.id }}
      touches={supportPaths}
      danger
      title={t('committee.leaveTitle', { name })}
      text={<p>{t('committee.leaveText', { n: member.teams.length })}</p>}
      start={{ lastDay: me.today }}
      fields={{
        lastDay: { as: 'day', label: t('committee.lastDay') },
        reason: { as: 'text', label: t('committee.reason') },
      }}
      label={({ lastDay }) =>
        t('committee.leaveAct', { day: formatDate(addDays(lastDay ?? me.today, 1), lang, { withYear: true }) })
      }
      said={t('committee.left', { name })}
      inPlace
      onClose={onClose}
    />
  );
}
