import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName, lookOf } from '../../ui/channel-looks.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';

type Setting = Schemas['ChannelSetting'];

function Variable({ name, isSet, needed, value }: Setting['variables'][number]) {
  const { t } = useI18n();
  const said = value ?? t(isSet ? 'channels.env.set' : needed ? 'channels.env.missing' : 'channels.env.notSet');
  return (
    <div className="env-variable">
      <dt>
        <code>{name}</code>
      </dt>
      <dd className={!isSet && needed ? 'warn' : value === null ? 'muted' : undefined}>{said}</dd>
    </div>
  );
}

function Row({ setting, open, onOpen }: { setting: Setting; open: boolean; onOpen: () => void }) {
  const { t } = useI18n();
  const { channel, on, variables } = setting;
  const missing = variables.filter(({ isSet, needed }) => needed && !isSet).map(({ name }) => name);
  return (
    <li>
      <button type="button" className="cell-button env-row" aria-expanded={open} onClick={onOpen}>
        <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
        <Icon name={channel ? lookOf(channel).icon : 'list-details'} size={18} />
        <b>{channel ? channelName(t, channel) : t('channels.env.all')}</b>
        {channel && (
          <Chip tone={on ? 'done' : 'mute'} icon={on ? 'circle-check' : 'ban'}>
            {t(on ? 'channels.env.on' : 'channels.env.off')}
          </Chip>
        )}
      </button>
      {open && (
        <div className="env-detail">
          <dl>
            {variables.map((variable) => (
              <Variable key={variable.name} {...variable} />
            ))}
          </dl>
          {missing.length > 0 && (
            <p className="caption">
              {t('channels.env.how')} <code>{missing.map((name) => `${name}=…`).join(' ')}</code>
            </p>
          )}
        </div>
      )}
    </li>
  );
}

/** What the environment of the server sets stays there: what is set, what is missing, and where it is written. */
export function SettingsCard() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/channels/settings', {}, { staleTime: 300_000 });
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title={t('channels.env.title')} note={t('channels.env.note')}>
      <Loaded query={query} rows={5}>
        {(settings) => (
          <ul className="env-list">
            {settings.map((setting) => {
              const key = setting.channel ?? 'all';
              return (
                <Row
                  key={key}
                  setting={setting}
                  open={open === key}
                  onOpen={() => setOpen((now) => (now === key ? null : key))}
                />
              );
            })}
          </ul>
        )}
      </Loaded>
    </Card>
  );
}
