import { useState } from 'react';
import { stopAll } from '#client/commands';
import { channelPaths } from '../../frame/use-channels.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName, lookOf } from '../../ui/channel-looks.ts';
import { CommandForm } from '../../ui/command/command-form.tsx';
import type { ChannelsBoard } from '../../ui/text/channel-facts.ts';
import { useTest } from './use-channel-acts.ts';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

/** Stopping cannot be unsaid to those who wait, so it asks why; the reason stands in the bar and in the log. */
function StopModal({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={stopAll}
      touches={channelPaths}
      danger
      title={t('channels.stopTitle')}
      text={<p>{t('channels.stopText')}</p>}
      fields={{ reason: { as: 'note', label: t('channels.reason'), focus: true } }}
      label={t('channels.stop')}
      said={t('channels.stopped')}
      onClose={onClose}
    />
  );
}

/** Channels in which a person has an address of their own. */
const personal = (id: string): boolean => id !== 'zalo-gmf';

function Tests({ board }: { board: ChannelsBoard }) {
  const { t } = useI18n();
  const test = useTest();
  const on = board.channels.filter((row) => row.state !== 'off' && personal(row.id));
  return on.map((row) => (
    <HeaderAct key={row.id} icon={lookOf(row.id).icon} disabled={test.isPending} onClick={() => test.mutate(row.id)}>
      {t('channels.testOn', { channel: channelName(t, row.id) })}
    </HeaderAct>
  ));
}

/** Without the right there are no buttons. */
export function HeaderActs({ board }: { board: ChannelsBoard }) {
  const { t } = useI18n();
  const [stopping, setStopping] = useState(false);
  if (!board.mayManage) return null;
  return (
    <>
      <Tests board={board} />
      {!board.stopped && (
        <HeaderAct icon="hand-stop" danger onClick={() => setStopping(true)}>
          {t('channels.stop')}
        </HeaderAct>
      )}
      {stopping && <StopModal onClose={() => setStopping(false)} />}
    </>
  );
}
