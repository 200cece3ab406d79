import { Button } from '@mantine/core';
import { useState } from 'react';
import { declareDown } from '#client/commands';
import { api } from '../../api/client.ts';
import { clockText } from '../../ui/text/clock-text.ts';
import { channelPaths } from '../../frame/use-channels.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName } from '../../ui/channel-looks.ts';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { RouteTable } from '../../ui/table/route-table.tsx';
import { Loaded } from '../../ui/states.tsx';
import type { ChannelRow } from '../../ui/text/channel-facts.ts';

/** Where the waiting messages would go, before they go; then why. */
function DivertModal({ row, onClose }: { row: ChannelRow; onClose: () => void }) {
  const { t } = useI18n();
  const path = { channelId: row.id };
  const plan = api.useQuery('get', '/channels/{channelId}/divert-plan', { params: { path } }, { staleTime: 0 });
  const people = plan.data?.routes.reduce((sum, route) => sum + route.people, 0) ?? row.couldMove;
  const act = people > 0 ? t('channels.moveAct', { n: people }) : t('channels.moveNone');
  const title = people > 0 ? t('channels.move', { n: people }) : t('channels.moveNone');
  return (
    <CommandForm
      route={declareDown}
      path={path}
      touches={channelPaths}
      size="lg"
      title={title}
      text={
        <>
          <Loaded query={plan} rows={3}>
            {({ routes, waiting }) => (
              <>
                {routes.length > 0 && <RouteTable rows={routes} />}
                {waiting > people && (
                  <p className="warn">
                    <Icon name="hourglass" size={16} /> {t('channels.staying', { n: waiting - people })}
                  </p>
                )}
              </>
            )}
          </Loaded>
          <p className="caption">{t('channels.moveNote')}</p>
        </>
      }
      fields={{ reason: { as: 'note', label: t('channels.reason') } }}
      ready={plan.data !== undefined}
      label={act}
      said={({ moved, staying }) => t(staying > 0 ? 'channels.movedSome' : 'channels.moved', { n: moved, m: staying })}
      onClose={onClose}
    />
  );
}

/** A channel that does not send: how many wait, how many have another way, and the two ways on. */
export function Outage({ row }: { row: ChannelRow }) {
  const { t, lang } = useI18n();
  const [moving, setMoving] = useState(false);
  const [calm, setCalm] = useState(false);
  if (calm) return null;
  const time = row.since ? clockText(row.since, Date.now(), lang) : '–';
  const rest = row.id === 'email' ? 'channels.alarmRestMail' : 'channels.alarmRest';
  return (
    <div className="notice chip-late outage" role="alert">
      <Icon name={row.id === 'email' ? 'mail' : 'plug-off'} />
      <div>
        <b>{t('channels.alarm', { channel: channelName(t, row.id), time })}</b>{' '}
        {t(rest, { n: row.waiting, m: row.couldMove })}
      </div>
      {row.mayManage && (
        <span className="outage-acts">
          <Button size="xs" variant="default" onClick={() => setCalm(true)}>
            {t('channels.waitMore')}
          </Button>
          <Button size="xs" onClick={() => setMoving(true)}>
            {row.couldMove > 0 ? t('channels.move', { n: row.couldMove }) : t('channels.moveNone')}
          </Button>
        </span>
      )}
      {moving && <DivertModal row={row} onClose={() => setMoving(false)} />}
    </div>
  );
}
