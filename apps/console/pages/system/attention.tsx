import { Button } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { ToneIcon } from '../../ui/layout.tsx';
import { failureText } from '../channels/backup-card.tsx';
import type { Act } from './parts-table.tsx';
import { actOf, alarmText, type Part, partIcons } from './system-facts.ts';
import { useBackups, useStuck } from './use-system.ts';

/** What the last attempt failed of stands before what to do about it. */
function BackupCause() {
  const { t, has } = useI18n();
  const last = useBackups().data?.runs[0];
  return (
    <>
      {last?.state === 'failed' && <q>{failureText(t, has, last)}</q>} {t('system.cause.backup')}
    </>
  );
}

function Cause({ part }: { part: Part['part'] }) {
  const { t } = useI18n();
  const stuck = useStuck(part === 'deliveries');
  const others = stuck.data?.channels.reduce((sum, { otherWay }) => sum + otherWay, 0) ?? 0;
  if (part === 'deliveries' && others > 0) return <>{t('system.cause.deliveriesOther', { n: others })}</>;
  return part === 'backup' ? <BackupCause /> : <>{t(`system.cause.${part}`)}</>;
}

/** What needs a hand now: why, and the first thing to do. One button of the page is filled. */
export function Attention({ parts, act, busy }: { parts: readonly Part[]; act: Act; busy: boolean }) {
  const words = useI18n();
  const alarms = parts.filter(({ state }) => state === 'alarm');
  const first = alarms.find(({ part }) => actOf(part))?.part;
  if (alarms.length === 0) return null;
  return (
    <section className="card system-attention" aria-label={words.t('system.attention')}>
      <ul>
        {alarms.map((row) => {
          const known = actOf(row.part);
          return (
            <li key={row.part}>
              <ToneIcon tone="late" icon={partIcons[row.part]} />
              <div>
                <b>{alarmText(row, words)}</b>
                <span>
                  <Cause part={row.part} />
                </span>
              </div>
              {known && (
                <Button
                  variant={row.part === first ? 'filled' : 'default'}
                  disabled={busy || Boolean(row.facts['running'])}
                  onClick={() => act(known)}
                >
                  {words.t(`system.act.${known}`)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
