/** Numbers that communes get anew each month: read, stopped, begun again, and what the next ones differ in. */
import { api, client, isProblem, type Schemas } from '../../../api/client.ts';
import { refresh, useCommand } from '../../../api/use-command.ts';
import { showNotice, showUndo } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';

export type NumberSeries = Schemas['NumberSeries'];
export type NextNumbers = Schemas['NextNumbers'];
export type NumberWishes = Omit<Schemas['NextNumbersInput'], 'version'>;

const paths = ['/units/{unitId}/number-series', '/number-series/{seriesId}/next'] as const;

export const useNumberSeries = (unitId: string, enabled: boolean) =>
  api.useQuery('get', '/units/{unitId}/number-series', { params: { path: { unitId } } }, { enabled });

export const useNextNumbers = (seriesId: string, dueDay: number | null) =>
  api.useQuery('get', '/number-series/{seriesId}/next', {
    params: { path: { seriesId }, query: dueDay === null ? {} : { dueDay } },
  });

function useRecurrence(recurrence: 'none' | 'monthly', done: (series: NumberSeries) => void) {
  return useCommand({
    send: ({ last }: NumberSeries, header) =>
      client.PUT('/allotments/{allotmentId}/recurrence', {
        params: { path: { allotmentId: last.id }, header },
        body: { recurrence },
      }),
    touches: paths,
    done: (_, series) => done(series),
  });
}

export function useBeginNumbers() {
  const { t } = useI18n();
  return useRecurrence('monthly', () => showNotice(t('series.begun')));
}

export function useStopNumbers(onDone: () => void) {
  const { t } = useI18n();
  const begin = useBeginNumbers();
  return useRecurrence('none', (series) => {
    onDone();
    showUndo({ text: t('series.stopped'), label: t('series.again'), undo: () => begin.mutate(series) });
  });
}

export function useSetNextNumbers({ seriesId, version }: NumberSeries, done: (series: NumberSeries) => void) {
  return useCommand({
    send: (wishes: NumberWishes, header) =>
      client.PUT('/number-series/{seriesId}/next', {
        params: { path: { seriesId }, header },
        body: { version, ...wishes },
      }),
    touches: paths,
    done,
    // Somebody else was first: the list shows their version, what was typed stays.
    failed: (error) => {
      if (isProblem(error) && error.code.startsWith('assignment.series')) refresh(paths);
      return false;
    },
  });
}
