/** The monthly works of the unit: read, stopped, begun again, and what the next order differs in. */
import { api, client, isProblem, type Schemas } from '../../../api/client.ts';
import { refresh, useCommand } from '../../../api/use-command.ts';
import { showNotice, showUndo } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';

export type Series = Schemas['OrderSeries'];
export type Wishes = Series['wishes'];

const paths = ['/units/{unitId}/order-series', '/order-series/{seriesId}/next', '/assignments/{assignmentId}'] as const;

export const useSeries = (unitId: string) =>
  api.useQuery('get', '/units/{unitId}/order-series', { params: { path: { unitId } } });

export function useNext(seriesId: string, { title, dueDay, target, withNewTeams }: Wishes) {
  const query = {
    ...(title && { title }),
    ...(dueDay !== null && { dueDay }),
    ...(target !== null && { target }),
    withNewTeams: String(withNewTeams) as 'true' | 'false',
  };
  return api.useQuery('get', '/order-series/{seriesId}/next', { params: { path: { seriesId }, query } });
}

function useRecurrence(recurrence: 'none' | 'monthly', done: (series: Series) => void) {
  return useCommand({
    send: ({ last }: Series, header) =>
      client.PUT('/assignments/{assignmentId}/recurrence', {
        params: { path: { assignmentId: last.id }, header },
        body: { recurrence },
      }),
    touches: paths,
    done: (_, series) => done(series),
  });
}

export function useBegin() {
  const { t } = useI18n();
  return useRecurrence('monthly', () => showNotice(t('series.begun')));
}

export function useStop(onDone: () => void) {
  const { t } = useI18n();
  const begin = useBegin();
  return useRecurrence('none', (series) => {
    onDone();
    showUndo({ text: t('series.stopped'), label: t('series.again'), undo: () => begin.mutate(series) });
  });
}

/** Somebody else was first: the list shows their version, what was typed stays. */
function refreshIfChanged(error: unknown): boolean {
  if (isProblem(error) && error.code.startsWith('assignment.series')) refresh(paths);
  return false;
}

export function useSetNext({ seriesId, version }: Series, done: (series: Series) => void) {
  return useCommand({
    send: (wishes: Wishes, header) =>
      client.PUT('/order-series/{seriesId}/next', {
        params: { path: { seriesId }, header },
        body: { version, ...wishes },
      }),
    touches: paths,
    done,
    failed: refreshIfChanged,
  });
}
