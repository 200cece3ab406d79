/** The second factor among the account's settings: off, or on with what it is made of and what is left of the paper. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import type { Secret } from './enrolment.tsx';
import { KeyList } from './key-list.tsx';
import { browserHasKeys } from './keys.ts';
import './second-factor.css';
import { useNewKey } from './use-key.ts';

type Stand = Schemas['MySecondFactor'];
type Asked = 'renew' | 'end';

interface Props {
  onSecret: (secret: Secret) => void;
  onCodes: (codes: string[]) => void;
}

/** What the server wants to have proven first, it asks in place. */
function useFactorActs({ onSecret, onCodes }: Props) {
  const { t } = useI18n();
  const touches = ['/me/second-factor'] as const;
  const start = useCommand({ send: (_: void) => client.POST('/me/second-factor'), touches: [], done: onSecret });
  const renew = useCommand({
    send: (_: void) => client.POST('/me/second-factor/recovery-codes'),
    touches,
    done: ({ recoveryCodes }) => onCodes(recoveryCodes),
  });
  const end = useCommand({
    send: (_: void) => client.POST('/me/second-factor/end'),
    touches,
    done: () => showNotice(t('factor.ended')),
  });
  const key = useNewKey(onCodes);
  return { start, renew, end, key };
}

type Acts = ReturnType<typeof useFactorActs>;

function Paper({ left, onRenew }: { left: number; onRenew: () => void }) {
  const { t } = useI18n();
  return (
    <div className="factor-paper">
      <p className={left === 0 ? 'code-wrong' : 'caption'}>
        {left === 0 ? t('factor.leftNone') : t('factor.left', { n: left })}
      </p>
      <Button size="xs" variant="default" onClick={onRenew}>
        {t('factor.renew')}
      </Button>
    </div>
  );
}

function Stands({ stand, acts, onAsk }: { stand: Stand; acts: Acts; onAsk: (asked: Asked) => void }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { authenticator, passkeys, requiredFrom } = stand;
  const isRequired = requiredFrom !== null && requiredFrom <= me.today;
  const day = formatDate(dateInVietnam(Date.parse(stand.since ?? '')), lang, { withYear: true });
  return (
    <>
      <p>{t(authenticator ? (passkeys.length > 0 ? 'factor.onBoth' : 'factor.on') : 'factor.onByKey', { day })}</p>
      {passkeys.length > 0 && <KeyList keys={passkeys} hasApp={authenticator} isRequired={isRequired} />}
      <Paper left={stand.recoveryLeft} onRenew={() => onAsk('renew')} />
      <div className="form-foot">
        {!isRequired && (
          <Button size="xs" variant="default" onClick={() => onAsk('end')}>
            {t('factor.end')}
          </Button>
        )}
        <Button size="xs" variant="default" loading={acts.start.isPending} onClick={() => acts.start.mutate()}>
          {t(authenticator ? 'factor.change' : 'factor.addApp')}
        </Button>
        {stand.keysOffered && browserHasKeys() && (
          <Button size="xs" variant="default" loading={acts.key.isPending} onClick={() => acts.key.mutate()}>
            {t('factor.addKey')}
          </Button>
        )}
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

const texts = { renew: 'factor.renewText', end: 'factor.endText' } as const;
const titles = { renew: 'factor.renew', end: 'factor.endTitle' } as const;

export function FactorCard(props: Props) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/me/second-factor');
  const [asked, setAsked] = useState<Asked | null>(null);
  const acts = useFactorActs(props);
  const close = () => setAsked(null);
  const chip = (
    <Chip tone="done" icon="shield-check">
      {t('factor.chipOn')}
    </Chip>
  );
  return (
    <Card title={t('factor.title')} aside={query.data?.since && chip}>
      <Loaded query={query} rows={2}>
        {(stand) => (
          <div className="card-body form">
            {stand.since ? (
              <Stands stand={stand} acts={acts} onAsk={setAsked} />
            ) : (
              <Off day={stand.requiredFrom} busy={acts.start.isPending} onStart={() => acts.start.mutate()} />
            )}
          </div>
        )}
      </Loaded>
      {asked && (
        <FormDialog
          title={t(titles[asked])}
          label={t(titles[asked])}
          danger={asked === 'end'}
          busy={acts[asked].isPending}
          onSubmit={() => acts[asked].mutate(undefined, { onSettled: close })}
          onClose={close}
        >
          <p>{t(texts[asked])}</p>
        </FormDialog>
      )}
    </Card>
  );
}
