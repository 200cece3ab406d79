/** The two ways out of a team: who leaves stays in the lists of the days before, who was added by mistake does not. */
import { useState } from 'react';
import { removalReasons } from '#contracts/enums';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type CommandOptions, teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, FormDialog, TextField } from '../../ui/form.tsx';
import type { Team } from './team.ts';

interface LeaveProps {
  team: Team;
  member: Team['members'][number];
  onClose: () => void;
}

const useLeave = <T,>(send: CommandOptions<void, T>['send'], said: string, onClose: () => void) =>
  useCommand({ send, touches: teamPaths, done: () => sayAndClose(said, onClose) });

export function EndModal({ team, member, onClose }: LeaveProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [lastDay, setLastDay] = useState<string>(me.today);
  const [reason, setReason] = useState('');
  const path = { teamId: team.id, memberId: member.id };
  const name = member.person.fullName;
  const end = useLeave(
    (_, header) =>
      client.POST('/teams/{teamId}/members/{memberId}/end', {
        params: { path, header },
        body: { lastDay, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    t('member.ended', { name }),
    onClose,
  );
  // "Thôi", as elsewhere, would read here as what the dialogue is about.
  const foot = { label: t('member.endAct'), busy: end.isPending, onClose };
  return (
    <FormDialog title={t('member.endTitle', { name })} {...foot} onSubmit={() => end.mutate()}>
      <DayField required label={t('member.lastDay')} value={lastDay} onChange={setLastDay} />
      <TextField label={t('member.reason')} value={reason} onChange={setReason} />
      <p className="muted">{t('member.endNote')}</p>
    </FormDialog>
  );
}

export function RemoveModal({ team, member, onClose }: LeaveProps) {
  const { t } = useI18n();
  const [why, setWhy] = useState<(typeof removalReasons)[number]>('wrong_person');
  const path = { teamId: team.id, memberId: member.id };
  const name = member.person.fullName;
  const remove = useLeave(
    (_, header) =>
      client.POST('/teams/{teamId}/members/{memberId}/remove', { params: { path, header }, body: { why } }),
    t('member.removed', { name }),
    onClose,
  );
  const foot = { label: t('member.removeAct'), busy: remove.isPending, onClose };
  return (
    <FormDialog danger title={t('member.removeTitle', { name })} {...foot} onSubmit={() => remove.mutate()}>
      <Choice
        required
        label={t('member.removeWhy')}
        options={removalReasons.map((value) => ({ value, label: t(`member.removeWhy.${value}`) }))}
        value={why}
        onChange={setWhy}
      />
      <p className="muted">{t('member.removeNote')}</p>
    </FormDialog>
  );
}
