/** Takes an act on many back: offered below for as long as the installation holds what the act tells. */
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import type { ReadPath } from '#client/paths';
import { useCommand } from '../../api/use-command.ts';
import { showNotice, showUndo } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { nameList } from '../names.ts';
import type { HeldAct } from './outcome.ts';

const named = 4;

/** Says what was done, with the way back where there is one. */
export function useTakeBack(touches: readonly ReadPath[]): (text: string, act: HeldAct | null) => void {
  const { t } = useI18n();
  const { me } = useIdentity();
  const takeBack = useCommand({
    send: ({ id: actId }: HeldAct) => client.DELETE('/me/acts/{actId}', { params: { path: { actId } } }),
    touches,
    done: ({ restored, kept }) => {
      const names = nameList(
        t,
        kept.map(({ name }) => name),
        named,
      );
      showNotice(kept.length === 0 ? t('bulk.back', { n: restored }) : t('bulk.backSome', { n: restored, names }));
    },
  });
  return (text, act) => {
    if (!act) showNotice(text);
    else showUndo({ text, label: t('bulk.takeBack'), seconds: me.holdSeconds, undo: () => takeBack.mutate(act) });
  };
}
