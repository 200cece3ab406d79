/** Decisions about channels: what each sends, what it makes stale and what it says afterwards. */
import type { ChannelId } from '#contracts/enums';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { channelPaths } from '../../frame/use-channels.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName } from '../../ui/channel-looks.ts';
import { afterColon, failureWords } from '../../ui/text/channel-facts.ts';

export interface ChannelActs {
  decide: (channelId: ChannelId, again: boolean) => void;
  authorise: () => void;
  up: (channelId: ChannelId) => void;
  busy: boolean;
}

function useDecide() {
  const { t } = useI18n();
  return useCommand({
    send: ({ channelId, again }: { channelId: ChannelId; again: boolean }, header) =>
      client.POST('/channels/{channelId}/in-doubt', { params: { path: { channelId }, header }, body: { again } }),
    touches: channelPaths,
    done: ({ count }, { again }) =>
      showNotice(t(again ? 'channel.doubtAgainDone' : 'channel.doubtLeaveDone', { n: count })),
  });
}

function useUp() {
  const { t } = useI18n();
  return useCommand({
    send: (channelId: ChannelId, header) =>
      client.POST('/channels/{channelId}/up', { params: { path: { channelId }, header } }),
    touches: channelPaths,
    done: (_, channelId) => showNotice(t('channel.upDone', { channel: channelName(t, channelId) })),
  });
}

/** Consent is given on the platform's own page; this one stays and refreshes when the reader comes back. */
function useAuthorise() {
  return useCommand({
    send: (_: void) => client.POST('/channels/zalo-oa/consent'),
    touches: channelPaths,
    done: ({ url }) => location.assign(url),
  });
}

export function useChannelActs(): ChannelActs {
  const decide = useDecide();
  const up = useUp();
  const authorise = useAuthorise();
  return {
    decide: (channelId, again) => decide.mutate({ channelId, again }),
    authorise: () => authorise.mutate(),
    up: up.mutate,
    busy: decide.isPending || up.isPending || authorise.isPending,
  };
}

/** A test to the reader's own address. */
export function useTest() {
  const { t } = useI18n();
  return useCommand({
    send: (channelId: ChannelId, header) =>
      client.POST('/channels/{channelId}/test', { params: { path: { channelId }, header } }),
    touches: channelPaths,
    done: ({ ok, failure }, channelId) => {
      const channel = channelName(t, channelId);
      if (ok) showNotice(t('channels.testDone', { channel }));
      else showNotice(t('channels.testFailed', { channel, why: afterColon(t(failureWords(failure).id)) }), 'failed');
    },
  });
}
