import { client, isProblem, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { refresh, useCommand } from '../../api/use-command.ts';
import { sayAndClose, showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { clockText, type Difficulty, daysLeft } from './difficulty-facts.ts';

const paths = [
  '/units/{unitId}/difficulties',
  '/difficulties/{difficultyId}',
  '/units/{unitId}/know-how',
  '/reports/{reportId}',
] as const;

/** Somebody else was faster: the row is shown as it stands now, the words of the failure say why. */
const whenBeaten = (error: unknown): boolean => {
  if (isProblem(error) && error.status === 409) refresh(paths);
  return false;
};

export function useDifficultyActs({ id }: Difficulty, close: () => void) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const at = (header: { 'Idempotency-Key': string }) => ({ path: { difficultyId: id }, header });
  const common = { touches: paths, failed: whenBeaten };
  return {
    take: useCommand({
      ...common,
      send: (_: void, header) => client.POST('/difficulties/{difficultyId}/take', { params: at(header) }),
      done: (row) => {
        const left = daysLeft(row, me.today);
        showNotice(t('difficulty.taken', { due: left === null ? '–' : clockText(t, left) }));
      },
    }),
    passUp: useCommand({
      ...common,
      send: (_: void, header) => client.POST('/difficulties/{difficultyId}/pass-up', { params: at(header) }),
      done: () => showNotice(t('difficulty.passedUp')),
    }),
    passOn: useCommand({
      ...common,
      send: (body: Schemas['PassOnInput'], header) =>
        client.POST('/difficulties/{difficultyId}/pass-on', { params: at(header), body }),
      done: (row) => showNotice(t('difficulty.passedOn', { name: row.provider?.name ?? '' })),
    }),
    publish: useCommand({
      ...common,
      send: (body: Schemas['PublishInput'], header) =>
        client.POST('/difficulties/{difficultyId}/publish', { params: at(header), body }),
      done: () => showNotice(t('difficulty.publishedNow')),
    }),
    withdraw: useCommand({
      ...common,
      send: (_: void, header) => client.POST('/difficulties/{difficultyId}/withdraw-answer', { params: at(header) }),
      done: () => showNotice(t('difficulty.withdrawn')),
    }),
    answer: useCommand({
      ...common,
      send: (body: Schemas['DifficultyAnswer'], header) =>
        client.POST('/difficulties/{difficultyId}/answer', { params: at(header), body }),
      done: () => sayAndClose(t('difficulty.sent'), close),
    }),
  };
}
