import { inviteTeams } from '#client/commands';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
import { Loaded } from '../../../ui/states.tsx';
import type { SessionDetail } from '../looks.ts';
import { TeamPicker } from '../plan/team-picker.tsx';
import { useGaps } from '../gaps/use-gaps.ts';
import { sessionPaths } from '../use-sessions.ts';

/** Teams that are not invited yet, those that lack the topic most on top. */
export function InviteDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const { t } = useI18n();
  const { gaps, query } = useGaps(session.communeId, session.topicCode);
  const known = new Set(session.teamIds);
  const others = gaps.filter(({ id }) => !known.has(id));
  return (
    <CommandForm
      route={inviteTeams}
      path={{ sessionId: session.id }}
      touches={sessionPaths}
      title={t('train.people.invite')}
      start={{ teamIds: [] }}
      fields={{
        teamIds: {
          as: 'own',
          show: ({ value, onChange }) => (
            <Loaded query={query} rows={4}>
              {() =>
                others.length === 0 ? (
                  <p className="muted">{t('train.people.inviteNone')}</p>
                ) : (
                  <TeamPicker label={session.topic} gaps={others} chosen={value ?? []} onChange={onChange} />
                )
              }
            </Loaded>
          ),
        },
      }}
      ready={({ teamIds }) => (teamIds?.length ?? 0) > 0}
      label={({ teamIds }) => t('train.people.inviteAct', { n: teamIds?.length ?? 0 })}
      said={(_, { teamIds }) => t('train.people.inviteDone', { n: teamIds?.length ?? 0 })}
      onClose={onClose}
    />
  );
}
