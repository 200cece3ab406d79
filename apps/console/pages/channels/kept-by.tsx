import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import type { ChannelsBoard } from '../../ui/text/channel-facts.ts';

/** Instead of buttons, for who only reads: who may act, by name. */
export function KeptBy({ board }: { board: ChannelsBoard }) {
  const { t } = useI18n();
  if (board.mayManage) return null;
  const names = (board.keepers ?? []).map(({ fullName }) => fullName).join(', ');
  return (
    <Notice tone="new" icon="info-circle">
      {names ? t('channels.keptBy', { names }) : t('channels.keptByNobody')}
    </Notice>
  );
}
