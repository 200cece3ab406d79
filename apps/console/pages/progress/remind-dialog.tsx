import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome } from '../../ui/bulk/outcome.ts';
import { usePreview } from '../../ui/bulk/use-preview.ts';
import { useTakeBack } from '../../ui/bulk/use-take-back.ts';
import { boardPaths } from './board-paths.ts';

interface Props {
  assignment: Schemas['AssignmentDetail'];
  communeId: string | undefined;
  onClose: () => void;
}

const path = '/assignments/{assignmentId}/reminders';

/** Silent teams are reminded: the server chooses them, before as in the act. */
export function RemindDialog({ assignment, communeId, onClose }: Props) {
  const { t } = useI18n();
  const at = { path: { assignmentId: assignment.id } };
  const body = { silent: communeId ? { communeId } : {} };
  const preview = usePreview([`${path}/preview`, assignment.id, communeId], () =>
    client.POST('/assignments/{assignmentId}/reminders/preview', { params: at, body }),
  );
  return (
    <BulkAct
      title={t('board.remindTitle', { title: assignment.title })}
      label={(n) => t('board.remindAct', { n })}
      done={(n) => t('board.remindedAll', { n })}
      preview={preview}
      send={async ({ header }) =>
        asOutcome(await client.POST(path, { params: { ...at, header }, body }), ({ reminded, act }) => ({
          done: reminded,
          failed: [],
          act,
        }))
      }
      second={{ ask: { kind: 'teamReminder', assignmentId: assignment.id, teams: body }, to: 'teams' }}
      touches={boardPaths}
      onClose={onClose}
    />
  );
}

/** One team, from its row. */
export function useRemindTeam(assignmentId: string) {
  const { t } = useI18n();
  const say = useTakeBack(boardPaths);
  return useCommand({
    send: (teamId: string, header) =>
      client.POST(path, { params: { path: { assignmentId }, header }, body: { teamIds: [teamId] } }),
    touches: boardPaths,
    done: ({ reminded, skipped, act }) =>
      say(
        skipped.length > 0
          ? t('board.remindedSome', { n: reminded, m: skipped.length })
          : t('board.remindedAll', { n: reminded }),
        act,
      ),
  });
}
