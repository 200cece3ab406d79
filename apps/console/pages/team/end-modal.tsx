import { Button, Modal, TextInput } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
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
    done: () => {
      showNotice(t('member.ended', { name }));
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('member.endTitle', { name })}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="form">
        <DatePickerInput
          label={t('member.lastDay')}
          valueFormat="D/M/YYYY"
          value={lastDay}
          onChange={(day) => setLastDay(day ?? me.today)}
        />
        <TextInput
          label={t('member.reason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className="muted">{t('member.endNote')}</p>
        <div className="form-foot">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button loading={end.isPending} onClick={() => end.mutate()}>
            {t('member.endAct')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
