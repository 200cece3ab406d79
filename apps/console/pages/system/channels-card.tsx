import { Link } from '@tanstack/react-router';
import type { ChannelState } from '#contracts/enums';
import type { PartState } from '#contracts/system/parts';
import { useChannels } from '../../frame/use-channels.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName, lookOf } from '../../ui/channel-looks.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { failureWords } from '../../ui/text/channel-facts.ts';
import { StateChip } from './parts-table.tsx';

const states: Record<ChannelState, PartState> = {
  ok: 'good',
  quota_low: 'watch',
  failing: 'alarm',
  down: 'alarm',
  off: 'off',
};

/** Whether each channel sends, and how much it sent today; what to do about it is on the channels' own screen. */
export function ChannelsCard() {
  const { t, n } = useI18n();
  const query = useChannels();
  const open = (
    <Link to="/channels" className="link">
      {t('system.channelsOpen')}
    </Link>
  );
  return (
    <Card title={t('system.channels')} aside={open} label={t('system.channels')}>
      <Loaded query={query} rows={5}>
        {({ channels }) => (
          <ul className="system-channels">
            {channels.map(({ id, state, detail, sentToday }) => (
              <li key={id}>
                <Icon name={lookOf(id).icon} />
                <b>{channelName(t, id)}</b>
                <StateChip state={states[state]} />
                <span>
                  {state === 'failing'
                    ? t(failureWords(detail).id)
                    : state === 'off'
                      ? t('system.channelOff')
                      : t('system.sentToday', { n: n(sentToday) })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}
