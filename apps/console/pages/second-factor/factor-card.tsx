/** The second factor among the account's settings: off, or on with what is left of the paper. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { api, client, isProblem, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import '../../i18n/factor-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { CodeDialog } from './code-dialog.tsx';
import type { Secret } from './enrolment.tsx';

type Stand = Schemas['MySecondFactor'];
type Asked = 'change' | 'renew' | 'end';

interface Props {
  onSecret: (secret: Secret) => void;
  onCodes: (codes: string[]) => void;
}

function useFactorActs({ onSecret, onCodes }: Props) {
  const { t } = useI18n();
  const touches = ['/me/second-factor'] as const;
  const begin = (body: { code?: string }) => client.POST('/me/second-factor', { body });
  const start = useCommand({ send: (_: void) => begin({}), touches: [], done: onSecret });
  const change = useCommand({
    send: (code: string) => begin({ code }),
    touches: [],
    done: onSecret,
    failed: isProblem,
  });
  const renew = useCommand({
    send: (code: string) => client.POST('/me/second-factor/recovery-codes', { body: { code } }),
    touches,
    done: ({ recoveryCodes }) => onCodes(recoveryCodes),
    failed: isProblem,
  });
  const end = useCommand({
    send: (code: string) => client.POST('/me/second-factor/end', { body: { code } }),
    touches,
    done: () => showNotice(t('factor.ended')),
    failed: isProblem,
  });
  return { start, change, renew, end };
}

function Stands({ stand, onAsk }: { stand: Stand & { since: string }; onAsk: (asked: Asked) => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const isAsked = stand.requiredFrom !== null && stand.requiredFrom <= me.today;
  const day = formatDate(dateInVietnam(Date.parse(stand.since)), lang, { withYear: true });
  return (
    <>
      <p>{t('factor.on', { day })}</p>
      <p className={stand.recoveryLeft === 0 ? 'code-wrong' : 'caption'}>
        {stand.recoveryLeft === 0 ? t('factor.leftNone') : t('factor.left', { n: stand.recoveryLeft })}
      </p>
      <div className="form-foot">
        {!isAsked && (
          <Button size="xs" variant="default" onClick={() => onAsk('end')}>
            {t('factor.end')}
          </Button>
        )}
        <Button size="xs" variant="default" onClick={() => onAsk('change')}>
          {t('factor.change')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onAsk('renew')}>
          {t('factor.renew')}
        </Button>
      </div>
    </>
  );
}

function Off({ day, busy, onStart }: { day: string | null; busy: boolean; onStart: () => void }) {
  const { t, lang } = useI18n();
  return (
    <>
      <p>{t('factor.off')}</p>
      {day && <p>{t('factor.requiredFrom', { day: formatDate(day, lang, { withYear: true }) })}</p>}
      <div className="form-foot">
        <Button loading={busy} onClick={onStart}>
          {t('factor.turnOn')}
        </Button>
      </div>
    </>
  );
}

export function FactorCard(props: Props) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/me/second-factor');
  const [asked, setAsked] = useState<Asked | null>(null);
  const { start, ...act } = useFactorActs(props);
  const close = () => setAsked(null);
  const texts = { change: 'factor.changeText', renew: 'factor.renewText', end: 'factor.endText' } as const;
  const titles = { change: 'factor.change', renew: 'factor.renew', end: 'factor.endTitle' } as const;
  return (
    <Card
      title={t('factor.title')}
      aside={
        query.data?.since && (
          <Chip tone="done" icon="shield-check">
            {t('factor.chipOn')}
          </Chip>
        )
      }
    >
      <Loaded query={query} rows={2}>
        {({ since, ...stand }) => (
          <div className="card-body form">
            {since ? (
              <Stands stand={{ ...stand, since }} onAsk={setAsked} />
            ) : (
              <Off day={stand.requiredFrom} busy={start.isPending} onStart={() => start.mutate()} />
            )}
          </div>
        )}
      </Loaded>
      {asked && (
        <CodeDialog
          title={t(titles[asked])}
          text={t(texts[asked])}
          label={t(titles[asked])}
          danger={asked === 'end'}
          onCode={(code) => act[asked].mutateAsync(code).then(close)}
          onClose={close}
        />
      )}
    </Card>
  );
}
