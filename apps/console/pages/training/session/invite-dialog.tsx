import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog } from '../../../ui/form.tsx';
import { Loaded } from '../../../ui/states.tsx';
import type { SessionDetail } from '../looks.ts';
import { TeamPicker } from '../plan/team-picker.tsx';
import { useGaps } from '../gaps/use-gaps.ts';
import { sessionPaths } from '../use-sessions.ts';

/** Teams that are not invited yet, those that lack the topic most on top. */
export function InviteDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const { t } = useI18n();
  const { gaps, query } = useGaps(session.communeId, session.topicCode);
  const [teamIds, setTeamIds] = useState<string[]>([]);
  const known = new Set(session.teamIds);
  const others = gaps.filter(({ id }) => !known.has(id));
  const invite = useCommand({
    send: (_: void, header) =>
      client.POST('/training/sessions/{sessionId}/invitations', {
        params: { path: { sessionId: session.id }, header },
        body: { teamIds },
      }),
    touches: sessionPaths,
    done: () => sayAndClose(t('train.people.inviteDone', { n: teamIds.length }), onClose),
  });
  return (
    <FormDialog
      title={t('train.people.invite')}
      label={t('train.people.inviteAct', { n: teamIds.length })}
      busy={invite.isPending}
      disabled={teamIds.length === 0}
      onClose={onClose}
      onSubmit={() => invite.mutate()}
    >
      <Loaded query={query} rows={4}>
        {() =>
          others.length === 0 ? (
            <p className="muted">{t('train.people.inviteNone')}</p>
          ) : (
            <TeamPicker label={session.topic} gaps={others} chosen={teamIds} onChange={setTeamIds} />
          )
        }
      </Loaded>
    </FormDialog>
  );
}
