import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { DayField, Dialog, FormFoot, TextField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Team } from './team-page.tsx';

/** A member leaves: the last day and why. The person stays in the lists of the days before. */
export function EndModal({
  team,
  member,
  onClose,
}: {
  team: Team;
  member: Team['members'][number];
  onClose: () => void;
}) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [lastDay, setLastDay] = useState<string>(me.today);
  const [reason, setReason] = useState('');
  const name = member.person.fullName;
  const end = useCommand({
    send: (_: void, header) =>
      client.POST('/teams/{teamId}/members/{memberId}/end', {
        params: { path: { teamId: team.id, memberId: member.id }, header },
        body: { lastDay, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    touches: teamPaths,
    done: () => sayAndClose(t('member.ended', { name }), onClose),
  });
  return (
    <Dialog onClose={onClose} title={t('member.endTitle', { name })}>
      <div className="form">
        <DayField label={t('member.lastDay')} value={lastDay} onChange={setLastDay} />
        <TextField label={t('member.reason')} value={reason} onChange={setReason} />
        <p className="muted">{t('member.endNote')}</p>
        <FormFoot label={t('member.endAct')} onCancel={onClose} onAct={() => end.mutate()} busy={end.isPending} />
      </div>
    </Dialog>
  );
}
