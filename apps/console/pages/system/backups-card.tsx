import { Link } from '@tanstack/react-router';
import { addDays, dateInVietnam, formatDate, formatMoment } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Card, type Tone } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { failureText } from '../channels/backup-card.tsx';
import { type BackupDay, backupDays, sizeText } from './system-facts.ts';
import { useBackups } from './use-system.ts';

const DAYS = 7;

const looks = {
  done: { tone: 'done', icon: 'check' },
  failed: { tone: 'late', icon: 'x' },
  running: { tone: 'doing', icon: 'hourglass' },
  none: { tone: 'mute', icon: 'minus' },
} as const satisfies Record<BackupDay['state'], { tone: Tone; icon: IconName }>;

function Note({ board: { runs, last, schedule, asOf } }: { board: Schemas['BackupBoard'] }) {
  const { t, lang, has } = useI18n();
  const failed = runs.find(({ state }) => state === 'failed');
  if (failed)
    return (
      <>
        {t('system.weekFailed', { at: formatMoment(failed.startedAt, asOf, lang), why: failureText(t, has, failed) })}
      </>
    );
  if (!last && schedule) return <>{t('system.weekFirst', { at: formatMoment(schedule.nextAt, asOf, lang) })}</>;
  return <>{t(last ? 'system.weekWell' : 'system.weekNone')}</>;
}

function Week({ board }: { board: Schemas['BackupBoard'] }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const days = Array.from({ length: DAYS }, (_, index) => addDays(me.today, index - DAYS + 1));
  return (
    <>
      <ol className="system-week">
        {backupDays(board.runs, days, dateInVietnam).map(({ day, state, bytes }) => (
          <li key={day}>
            <span className="num">{formatDate(day, lang)}</span>
            <span className={`chip-${looks[state].tone}`} data-state={state}>
              <Icon name={looks[state].icon} />
            </span>
            <span className="caption">{bytes === null ? t(`system.day.${state}`) : sizeText(bytes, lang)}</span>
          </li>
        ))}
      </ol>
      <p className="caption">
        <Note board={board} />
      </p>
    </>
  );
}

/** A week of backups at a glance. */
export function BackupsCard() {
  const { t } = useI18n();
  const query = useBackups();
  const open = (
    <Link to="/channels" className="link">
      {t('system.weekOpen')}
    </Link>
  );
  return (
    <Card title={t('system.week')} aside={open} label={t('system.week')}>
      <div className="system-week-body">
        <Loaded query={query} rows={3}>
          {(board) => <Week board={board} />}
        </Loaded>
      </div>
    </Card>
  );
}
