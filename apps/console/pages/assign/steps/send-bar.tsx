import { Button, Radio } from '@mantine/core';
import { useState } from 'react';
import type { Schemas } from '../../../api/client.ts';
import { useOnline } from '../../../api/clock.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { TextField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';

type Plan = Schemas['DeliveryPlan'];

/** "21:30" lies between a quiet start and a quiet end that may cross midnight. */
export function isQuiet(clock: string, from: string, to: string): boolean {
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

const clockNow = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(11, 16);

export interface Timing {
  when: 'now' | 'later';
  setWhen: (when: 'now' | 'later') => void;
  /** As typed, local time of Viet Nam: '2022-06-17T08:30'. */
  at: string;
  setAt: (at: string) => void;
  /** UTC; absent for "now". */
  sendAt: string | undefined;
}

export function useTiming(): Timing {
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [at, setAt] = useState('');
  const sendAt = when === 'later' && at ? new Date(`${at}:00+07:00`).toISOString() : undefined;
  return { when, setWhen, at, setAt, sendAt };
}

function WhenToSend({ plan, timing: { when, setWhen, at, setAt } }: { plan: Plan; timing: Timing }) {
  const { t } = useI18n();
  const quiet = isQuiet(clockNow(), plan.quietFrom, plan.quietTo);
  const choose = (value: string) => setWhen(value === 'later' ? 'later' : 'now');
  return (
    <>
      <Radio.Group value={when} onChange={choose} aria-label={t('preview.when')}>
        <div className="assign-options">
          <Radio value="now" label={t('preview.now')} />
          <Radio value="later" label={t('preview.later', { from: plan.quietTo, to: plan.quietFrom })} />
        </div>
      </Radio.Group>
      {when === 'later' && (
        <TextField type="datetime-local" size="xs" aria-label={t('preview.laterAt')} value={at} onChange={setAt} />
      )}
      {quiet && when === 'now' && (
        <span className="caption">
          <Icon name="moon" size={15} /> {t('preview.quiet', { time: plan.quietTo })}
        </span>
      )}
    </>
  );
}

interface SendBarProps {
  plan: Plan;
  busy: boolean;
  /** The order cannot be given as it is. */
  refused: boolean;
  timing: Timing;
  /** Where it is not sent at once. */
  label?: string;
  onBack: () => void;
  onSend: () => void;
}

/** One send button, with the number that it reaches. */
export function SendBar({ plan, busy, refused, timing, label, onBack, onSend }: SendBarProps) {
  const { t } = useI18n();
  const online = useOnline();
  const off = refused || !online || (timing.when === 'later' && !timing.at);
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={onBack}>
        {t('act.back')}
      </Button>
      <WhenToSend plan={plan} timing={timing} />
      <span className="foot-bar-space" />
      {plan.holdSeconds > 0 && !label && <span className="caption">{t('preview.hold', { n: plan.holdSeconds })}</span>}
      <Button leftSection={<Icon name="send" />} loading={busy} disabled={off} onClick={onSend}>
        {label ?? t('preview.send', { n: plan.reachable })}
      </Button>
    </div>
  );
}
