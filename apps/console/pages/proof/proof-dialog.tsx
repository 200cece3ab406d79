import { Button, Modal, PasswordInput } from '@mantine/core';
import { type FocusEvent, type FormEvent, type KeyboardEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import '../../i18n/error-words.ts';
import '../../i18n/factor-words.ts';
import '../../i18n/account-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { CodeField, isWholeCode, useCode } from '../second-factor/code-field.tsx';
import type { Asked } from './asked.ts';
import './proof.css';
import { dialogHead } from '../../ui/dialog-head.ts';

const icons: Record<Asked['act'], IconName> = {
  lists: 'file-export',
  contacts: 'phone',
  invites: 'mail',
  appointments: 'user-plus',
  rules: 'scale',
  units: 'sitemap',
  erasing: 'trash',
  channels: 'broadcast',
};
/** Above the dialogue that may have asked. */
const ABOVE = 350;

function useProof(onEnd: (isShown: boolean) => void) {
  const i18n = useI18n();
  const entry = useCode();
  const [password, setPassword] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (body: { code: string } | { password: string }) => {
    setBusy(true);
    const { error } = await client.POST('/me/proof', { body }).catch((failure: unknown) => ({ error: failure }));
    if (!error) return onEnd(true);
    setBusy(false);
    setWrong(problemText(i18n, error));
    setPassword('');
    entry.again();
  };
  return { entry, password, setPassword, wrong, busy, send };
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

export function ProofDialog({ asked, onEnd }: { asked: Asked; onEnd: (isShown: boolean) => void }) {
  const { t } = useI18n();
  const { entry, password, setPassword, wrong, busy, send } = useProof(onEnd);
  const byCode = asked.by === 'code';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // What asked may be a form around this one: in React's tree, not on the page.
    event.stopPropagation();
    void send(byCode ? { code: entry.code } : { password });
  };
  return (
    <Modal
      opened
      zIndex={ABOVE}
      size="sm"
      title={t('factor.ask')}
      onClose={() => onEnd(false)}
      closeButtonProps={{ 'aria-label': t('act.close') }}
      {...useOwnDialog(onEnd)}
    >
      <form className="form" onSubmit={submit}>
        <p className="proof-act">
          <Icon name={icons[asked.act]} size={20} /> <b>{t(`proof.act.${asked.act}`)}</b>
        </p>
        {byCode ? (
          <CodeField entry={entry} wrong={wrong} onFull={(code) => void send({ code })} />
        ) : (
          <PasswordInput
            size="md"
            data-autofocus
            label={t('proof.password')}
            autoComplete="current-password"
            error={wrong}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.showPassword') }}
          />
        )}
        <p className="caption">{t('proof.then')}</p>
        <div className="form-foot">
          <Button variant="default" onClick={() => onEnd(false)}>
            {t('act.close')}
          </Button>
          <Button type="submit" loading={busy} disabled={byCode ? !isWholeCode(entry.code) : password === ''}>
            {t('proof.confirm')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
