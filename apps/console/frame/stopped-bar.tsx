import { Button } from '@mantine/core';
import { client } from '../api/client.ts';
import { useCommand } from '../api/use-command.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Icon } from '../ui/icon.tsx';
import { clockText } from '../ui/text/clock-text.ts';
import { showNotice } from '../notices/undo.tsx';
import { channelPaths, useChannels } from './use-channels.ts';

/** Red, on every screen, while all external messages are stopped; whoever may, lets them go again from here. */
export function StoppedBar() {
  const { t, lang } = useI18n();
  const { data } = useChannels();
  const resume = useCommand({
    send: (_: void, header) => client.POST('/channels/resume', { params: { header } }),
    touches: channelPaths,
    done: () => showNotice(t('stopped.resumed')),
  });
  if (!data?.stopped) return null;
  const { at, by, reason } = data.stopped;
  const names = (data.keepers ?? []).map(({ fullName }) => fullName).join(', ');
  const time = clockText(at, Date.now(), lang);
  return (
    <div className="stopped-bar" role="alert">
      <Icon name="hand-stop" />
      <span>
        <b>{by ? t('stopped.bar', { time, name: by.fullName }) : t('stopped.barNobody', { time })}</b>{' '}
        {reason && <span className="stopped-why">“{reason.replace(/[.\s]+$/, '')}”.</span>}{' '}
        {names && t('stopped.keptBy', { names })}
      </span>
      {data.mayManage && (
        <Button size="xs" variant="default" loading={resume.isPending} onClick={() => resume.mutate()}>
          {t('stopped.resume')}
        </Button>
      )}
    </div>
  );
}
