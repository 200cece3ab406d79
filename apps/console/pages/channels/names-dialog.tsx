import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Answer, useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, type Outcome } from '../../ui/bulk/outcome.ts';
import { usePreview } from '../../ui/bulk/use-preview.ts';
import { useTakeBack } from '../../ui/bulk/use-take-back.ts';
import { groupPaths } from './use-groups.ts';

const path = '/units/{unitId}/groups/names';

const outcomeOf = (answer: Answer<Schemas['GroupNamesSent']>): Answer<Outcome> =>
  asOutcome(answer, ({ told, act }) => ({ done: told, failed: [], act }));

/** The leaders of all teams whose group has another name hear its right one. */
export function NamesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const at = { path: { unitId: post.unit.id } };
  const preview = usePreview([`${path}/preview`, post.unit.id], () =>
    client.POST('/units/{unitId}/groups/names/preview', { params: at, body: {} }),
  );
  return (
    <BulkAct
      title={t('groups.sendTitle')}
      label={(n) => t('groups.sendAll', { n })}
      done={(n) => t('groups.told', { n })}
      preview={preview}
      send={async ({ header }) => outcomeOf(await client.POST(path, { params: { ...at, header }, body: {} }))}
      second={{ ask: { kind: 'groupNames', unitId: post.unit.id }, to: 'teams' }}
      touches={groupPaths}
      onClose={onClose}
    />
  );
}

/** One team, from its row. */
export function useSendName() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const say = useTakeBack(groupPaths);
  return useCommand({
    send: (teamId: string, header) =>
      client.POST(path, { params: { path: { unitId: post.unit.id }, header }, body: { teamIds: [teamId] } }),
    touches: groupPaths,
    done: ({ told, left: [first], act }) => {
      if (first) say(t('groups.notTold', { name: first.name, why: t(`bulk.why.${first.why}`) }), null);
      else say(t('groups.told', { n: told }), act);
    },
  });
}
