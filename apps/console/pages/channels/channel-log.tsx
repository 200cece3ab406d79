import { useState } from 'react';
import { dateInVietnam, formatDate, formatTime } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { channelName } from '../../ui/channel-looks.ts';
import { Card } from '../../ui/layout.tsx';
import { afterColon, type ChannelsBoard, failureWords } from '../../ui/text/channel-facts.ts';

type Entry = ChannelsBoard['log'][number];
const shownFirst = 6;

const tones: Record<Entry['kind'], string> = {
  failing: 'late',
  recovered: 'done',
  declared_down: 'late',
  declared_up: 'done',
  all_stopped: 'late',
  all_resumed: 'done',
  authorised: 'done',
  token_alarm: 'late',
  quota_low: 'doing',
  in_doubt_resent: 'mute',
  in_doubt_left: 'mute',
};

function Line({ entry }: { entry: Entry }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const day = dateInVietnam(entry.at);
  const spoken = entry.kind === 'all_stopped' ? (entry.detail ?? '') : afterColon(t(failureWords(entry.detail).id));
  const text = t(`channelLog.${entry.kind}`, {
    channel: entry.channel ? channelName(t, entry.channel) : '',
    by: entry.by?.fullName ?? t('channels.system'),
    n: entry.count ?? 0,
    why: spoken,
  });
  return (
    <li>
      <time dateTime={entry.at} className="num caption">
        {day === me.today ? formatTime(entry.at, true) : formatDate(day, lang)}
      </time>
      <i className={`log-dot chip-${tones[entry.kind]}`} />
      <span>
        {text}
        {entry.kind === 'declared_down' && entry.detail && <span className="cell-2">“{entry.detail}”</span>}
      </span>
    </li>
  );
}

export function ChannelLog({ log }: { log: readonly Entry[] }) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  const more = !all && log.length > shownFirst && (
    <button type="button" className="link" onClick={() => setAll(true)}>
      {t('channels.logAll')}
    </button>
  );
  return (
    <Card title={t('channels.log')} aside={more}>
      {log.length === 0 && <p className="card-body muted">{t('channels.logEmpty')}</p>}
      <ol className="channel-log">
        {(all ? log : log.slice(0, shownFirst)).map((entry) => (
          <Line key={entry.id} entry={entry} />
        ))}
      </ol>
    </Card>
  );
}
