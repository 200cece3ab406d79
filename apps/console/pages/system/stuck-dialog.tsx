import { Button } from '@mantine/core';
import type { ChannelId } from '#contracts/enums';
import { formatMoment } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName, lookOf } from '../../ui/channel-looks.ts';
import { Icon } from '../../ui/icon.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { failureWords } from '../../ui/text/channel-facts.ts';
import { systemPaths, useStuck } from './use-system.ts';

type Row = Schemas['StuckMessages']['channels'][number];

function Stuck({
  row,
  asOf,
  resend,
  busy,
}: {
  row: Row;
  asOf: string;
  resend: (id: ChannelId) => void;
  busy: boolean;
}) {
  const { t, lang } = useI18n();
  return (
    <li>
      <Icon name={lookOf(row.channel).icon} />
      <div>
        <b>{channelName(t, row.channel)}</b>
        {row.since && (
          <span>{t('system.stuck.waiting', { n: row.stuck, since: formatMoment(row.since, asOf, lang) })}</span>
        )}
        {row.detail && <span>{t(failureWords(row.detail).id)}</span>}
        {row.otherWay > 0 && <span>{t('system.stuck.other', { n: row.otherWay })}</span>}
        {row.inDoubt > 0 && <span className="warn">{t('system.stuck.doubt', { n: row.inDoubt })}</span>}
      </div>
      {row.stuck > 0 && (
        <Button disabled={busy} onClick={() => resend(row.channel)}>
          {t('system.stuck.resend', { n: row.stuck })}
        </Button>
      )}
    </li>
  );
}

/** Messages that should have gone, by channel: why they wait, who else is reached, and sending them again. */
export function StuckDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const query = useStuck(true);
  const resend = useCommand({
    send: (channel: ChannelId, header) =>
      client.POST('/system/stuck/resend', { params: { header }, body: { channel } }),
    touches: systemPaths,
    done: ({ count }) => showNotice(t('system.stuck.resent', { n: count })),
  });
  return (
    <Dialog title={t('system.stuck.title')} onClose={onClose} size="lg">
      <Loaded query={query} rows={3}>
        {({ channels, asOf }) =>
          channels.length === 0 ? (
            <p>{t('system.stuck.none')}</p>
          ) : (
            <ul className="system-stuck">
              {channels.map((row) => (
                <Stuck key={row.channel} row={row} asOf={asOf} resend={resend.mutate} busy={resend.isPending} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <p className="caption">{t('system.stuck.note')}</p>
    </Dialog>
  );
}
