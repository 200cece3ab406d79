/** The commands behind Confirm and Return: of a task as a whole, or of one quick report that belongs to no task. */
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice, showUndo } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { idOf, type ResultRow } from './decision.ts';

/** What a decision makes stale. */
export const touched = [
  '/units/{unitId}/results',
  '/units/{unitId}/assignments',
  '/assignments/{assignmentId}',
  '/assignments/{assignmentId}/tasks',
  '/assignments/{assignmentId}/reach',
  '/units/{unitId}/ocop-products',
  '/units/{unitId}/registers',
] as const;

type Header = { 'Idempotency-Key': string };
interface Decided {
  alreadyBy: { fullName: string } | null;
}
type Sent = Promise<{ data?: Decided; error?: unknown; response: Response }>;
interface Senders {
  confirm: (input: Schemas['ConfirmTaskInput'], header: Header) => Sent;
  giveBack: (input: Schemas['ReturnInput'], header: Header) => Sent;
  undo: (input: void, header: Header) => Sent;
}

function sendersOf(result: ResultRow): Senders {
  if (result.task) {
    const path = { taskId: result.task.id };
    return {
      confirm: (body, header) => client.POST('/tasks/{taskId}/confirm', { params: { path, header }, body }),
      giveBack: (body, header) => client.POST('/tasks/{taskId}/return', { params: { path, header }, body }),
      undo: (_, header) => client.POST('/tasks/{taskId}/undo-decision', { params: { path, header } }),
    };
  }
  const path = { entryId: idOf(result) };
  return {
    confirm: (body, header) => client.POST('/entries/{entryId}/confirm', { params: { path, header }, body }),
    giveBack: ({ reasons, comment }, header) =>
      client.POST('/entries/{entryId}/return', { params: { path, header }, body: { reasons, comment } }),
    undo: (_, header) => client.POST('/entries/{entryId}/undo-decision', { params: { path, header } }),
  };
}

export function useDecide(result: ResultRow, onDone: () => void) {
  const { t } = useI18n();
  const senders = sendersOf(result);
  const undo = useCommand({ send: senders.undo, touches: touched, done: () => showNotice(t('confirm.undone')) });
  const settled = (text: string, already: string | null) => {
    if (already) showNotice(t('confirm.already', { name: already }));
    else showUndo({ text, label: t('confirm.undo'), undo: () => undo.mutate() });
    onDone();
  };
  const confirm = useCommand({
    send: senders.confirm,
    touches: touched,
    done: (answer) => settled(t('confirm.confirmed', { team: result.team.name }), answer.alreadyBy?.fullName ?? null),
  });
  const giveBack = useCommand({
    send: senders.giveBack,
    touches: touched,
    done: (answer) => settled(t('confirm.returned', { team: result.team.name }), answer.alreadyBy?.fullName ?? null),
  });
  return { confirm, giveBack };
}
