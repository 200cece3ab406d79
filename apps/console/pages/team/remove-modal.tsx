import { useState } from 'react';
import { removalReasons } from '#contracts/enums';
import { client } from '../../api/client.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog } from '../../ui/form.tsx';
import type { Team } from './team-page.tsx';

type Why = (typeof removalReasons)[number];

/** Somebody was added by mistake today: the list is as if it had never been. */
export function RemoveModal({
  team,
  member,
  onClose,
}: {
  team: Team;
  member: Team['members'][number];
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [why, setWhy] = useState<Why>('wrong_person');
  const name = member.person.fullName;
  const remove = useCommand({
    send: (_: void, header) =>
      client.POST('/teams/{teamId}/members/{memberId}/remove', {
        params: { path: { teamId: team.id, memberId: member.id }, header },
        body: { why },
      }),
    touches: teamPaths,
    done: () => sayAndClose(t('member.removed', { name }), onClose),
  });
  return (
    <FormDialog
      danger
      onClose={onClose}
      title={t('member.removeTitle', { name })}
      label={t('member.removeAct')}
      busy={remove.isPending}
      onSubmit={() => remove.mutate()}
    >
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
