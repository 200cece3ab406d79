/** The two ways out of a team: who leaves stays in the lists of the days before, who was added by mistake does not. */
import { removalReasons } from '#contracts/enums';
import { endMember, removeMember } from '#client/commands';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import type { Team } from './team.ts';

interface LeaveProps {
  team: Team;
  member: Team['members'][number];
  onClose: () => void;
}

export function EndModal({ team, member, onClose }: LeaveProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const name = member.person.fullName;
  return (
    <CommandForm
      route={endMember}
      path={{ teamId: team.id, memberId: member.id }}
      touches={teamPaths}
      title={t('member.endTitle', { name })}
      start={{ lastDay: me.today }}
      fields={{
        lastDay: { as: 'day', label: t('member.lastDay'), required: true },
        reason: { as: 'text', label: t('member.reason') },
      }}
      // "Thôi", as elsewhere, would read here as what the dialogue is about.
      label={t('member.endAct')}
      said={t('member.ended', { name })}
      onClose={onClose}
    >
      <p className="muted">{t('member.endNote')}</p>
    </CommandForm>
  );
}

export function RemoveModal({ team, member, onClose }: LeaveProps) {
  const { t } = useI18n();
  const name = member.person.fullName;
  return (
    <CommandForm
      route={removeMember}
      path={{ teamId: team.id, memberId: member.id }}
      touches={teamPaths}
      danger
      title={t('member.removeTitle', { name })}
      start={{ why: 'wrong_person' }}
      fields={{
        why: {
          as: 'choice',
          label: t('member.removeWhy'),
          options: removalReasons.map((value) => ({ value, label: t(`member.removeWhy.${value}`) })),
        },
      }}
      label={t('member.removeAct')}
      said={t('member.removed', { name })}
      onClose={onClose}
    >
      <p className="muted">{t('member.removeNote')}</p>
    </CommandForm>
  );
}
