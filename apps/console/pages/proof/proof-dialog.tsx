import { Button, PasswordInput } from '@mantine/core';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useState } from 'react';
import { api, client } from '../../api/client.ts';
import { refresh } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Loading } from '../../ui/states.tsx';
import { CodeField, type FactorWay, useCode } from '../second-factor/code-field.tsx';
import { keyTrouble, signByKey } from '../second-factor/keys.ts';
import type { Asked } from './asked.ts';
import './proof.css';
import { dialogHead } from '../../ui/dialog-head.ts';
import { PageModal } from '../../ui/dialogs/page-modal.tsx';

const icons: Record<Asked['act'], IconName> = {
  lists: 'file-export',
  numbers: 'phone',
  contacts: 'phone',
  invites: 'mail',
  appointments: 'user-plus',
  rules: 'scale',
  units: 'sitemap',
  erasing: 'trash',
  channels: 'broadcast',
  factor: 'lock',
};
/** Above the dialogue that may have asked. */
const ABOVE = 350;

type Shown = { code: string } | { password: string } | 'key';
/** Of a first password. */
const SHORTEST = 10;

/** Whoever came in by an invite and has no password sets it here, and has shown it by that. */
async function setFirst(next: string): Promise<void> {
  const { error } = await client.PUT('/me/password', { body: { next } });
  if (error) throw error;
  refresh(['/me', '/me/sessions']);
}

function useProof(onEnd: (isShown: boolean) => void) {
  const i18n = useI18n();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (shown: Shown, failed: () => void, isFirst = false) => {
    setBusy(true);
    try {
      if (isFirst && typeof shown === 'object' && 'password' in shown) await setFirst(shown.password);
      const body = shown === 'key' ? { passkey: await signByKey(client) } : shown;
      const { error } = await client.POST('/me/proof', { body });
      if (!error) return onEnd(true);
      throw error;
    } catch (error) {
      setWrong(keyTrouble(i18n, error));
      setBusy(false);
      failed();
    }
  };
  return { wrong, busy, send };
}

/** Esc closes this dialogue alone, also where it stands over another one, which would hear it first. */
function useOwnDialog(onEnd: (isShown: boolean) => void) {
  return {
    onFocusCapture: ({ target }: FocusEvent<HTMLElement>) =>
      target.setAttribute('data-mantine-stop-propagation', 'true'),
    onKeyDown: ({ key }: KeyboardEvent) => key === 'Escape' && onEnd(false),
    attributes: dialogHead,
  };
}

type Proof = ReturnType<typeof useProof>;

function Foot({ busy, disabled, label, onClose }: Pick<Proof, 'busy'> & FootProps) {
  const { t } = useI18n();
  return (
    <>
      <p className="caption">{t('proof.then')}</p>
      <div className="form-foot">
        <Button variant="default" onClick={onClose}>
          {t('act.close')}
        </Button>
        <Button type="submit" loading={busy} disabled={disabled}>
          {label}
        </Button>
      </div>
    </>
  );
}

interface FootProps {
  disabled: boolean;
  label: string;
  onClose: () => void;
}

/** What asked may be a form around this one: in React's tree, not on the page. */
function alone(event: FormEvent, send: () => void): void {
  event.preventDefault();
  event.stopPropagation();
  send();
}

type PartProps = { proof: Proof; onClose: () => void };

function ByFactor({ proof, ways, onClose }: PartProps & { ways: readonly FactorWay[] }) {
  const { t } = useI18n();
  const entry = useCode(ways[0]);
  const isKey = entry.mode === 'passkey';
  const send = (code: string) => void proof.send(isKey ? 'key' : { code }, entry.again);
  return (
    <form className="form" onSubmit={(event) => alone(event, () => send(entry.code))}>
      <CodeField
        entry={entry}
        ways={ways}
        wrong={proof.wrong}
        onFull={send}
        onKey={() => void proof.send('key', entry.again)}
      />
      <Foot
        busy={proof.busy}
        disabled={!entry.isReady}
        label={t(isKey ? 'factor.useKey' : 'proof.confirm')}
        onClose={onClose}
      />
    </form>
  );
}

function ByPassword({ proof, isFirst, onClose }: PartProps & { isFirst: boolean }) {
  const { t } = useI18n();
  const [password, setPassword] = useState('');
  const isReady = password.length >= (isFirst ? SHORTEST : 1);
  const send = () => isReady && void proof.send({ password }, () => setPassword(''), isFirst);
  return (
    <form className="form" onSubmit={(event) => alone(event, send)}>
      {isFirst && <p>{t('proof.firstPassword')}</p>}
      <PasswordInput
        size="md"
        data-autofocus
        label={t(isFirst ? 'account.newPassword' : 'proof.password')}
        description={isFirst && t('account.passwordRule', { n: SHORTEST })}
        autoComplete={isFirst ? 'new-password' : 'current-password'}
        error={proof.wrong}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
      />
      <Foot busy={proof.busy} disabled={!isReady} label={t('proof.confirm')} onClose={onClose} />
    </form>
  );
}

/** By what the person can show it; where that cannot be read, by a code. */
function useWays(isAsked: boolean): readonly FactorWay[] | undefined {
  const { data, error } = api.useQuery('get', '/me/second-factor', {}, { enabled: isAsked });
  if (error) return ['code'];
  return (
    data && [
      ...(data.authenticator ? ['code' as const] : []),
      ...(data.passkeys.length > 0 ? ['passkey' as const] : []),
    ]
  );
}

export function ProofDialog({ asked, onEnd }: { asked: Asked; onEnd: (isShown: boolean) => void }) {
  const { t } = useI18n();
  const proof = useProof(onEnd);
  const byCode = asked.by === 'code';
  const ways = useWays(byCode);
  const me = api.useQuery('get', '/me', {}, { enabled: !byCode }).data;
  const close = () => onEnd(false);
  return (
    <PageModal
      opened
      zIndex={ABOVE}
      size="sm"
      title={t('factor.ask')}
      onClose={close}
      closeButtonProps={{ 'aria-label': t('act.close') }}
      {...useOwnDialog(onEnd)}
    >
      <p className="proof-act">
        <Icon name={icons[asked.act]} size={20} /> <b>{t(`proof.act.${asked.act}`)}</b>
      </p>
      {!byCode && <ByPassword proof={proof} isFirst={me?.person.hasPassword === false} onClose={close} />}
      {byCode && (ways ? <ByFactor proof={proof} ways={ways} onClose={close} /> : <Loading rows={2} />)}
    </PageModal>
  );
}
