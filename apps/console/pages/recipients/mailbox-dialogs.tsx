import { Button } from '@mantine/core';
import { useState } from 'react';
import { endMailbox } from '#client/commands';
import { client, isProblem } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose, showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { FormDialog, TextField } from '../../ui/form.tsx';
import type { Act } from './office-row.tsx';
import { ownTarget, recipientPaths, type Target } from './use-recipients.ts';

interface Props {
  office: Target;
  unitId: string;
  onClose: () => void;
}

function useTry({ office, unitId }: Pick<Props, 'office' | 'unitId'>, done: (next: Target | undefined) => void) {
  const { t } = useI18n();
  const { name, isOwn } = office;
  return useCommand({
    send: (address: string, header) =>
      client.POST('/units/{unitId}/recipients/mailboxes', {
        params: { path: { unitId }, header },
        body: { ...(!isOwn && { name }), address },
      }),
    touches: recipientPaths,
    done: (view, address) => {
      showNotice(t('rcp.tried', { address }));
      done(isOwn ? ownTarget(view, name) : view.offices.find((each) => each.name === name));
    },
    failed: isProblem,
  });
}

/** Names an address; the code that goes there is asked for at once. */
export function AddressDialog({ office, unitId, onClose, onNext }: Props & { onNext: (act: Act) => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { name, isOwn, tried, untried, used: known } = office;
  const [address, setAddress] = useState(tried?.address ?? untried ?? '');
  const send = useTry({ office, unitId }, (next) => (next?.tried ? onNext({ kind: 'code', office: next }) : onClose()));
  return (
    <FormDialog
      title={t(known ? 'rcp.changeNamed' : 'rcp.addNamed', { office: name })}
      label={t('rcp.try')}
      busy={send.isPending}
      disabled={!address.trim()}
      onClose={onClose}
      onSubmit={() => send.mutate(address.trim())}
    >
      <p>{t(isOwn ? 'rcp.ownAddText' : 'rcp.addText')}</p>
      <TextField
        label={t('rcp.address')}
        description={t(isOwn ? 'rcp.ownHint' : 'rcp.addressHint')}
        inputMode="email"
        autoComplete="off"
        required
        data-autofocus
        maxLength={200}
        value={address}
        error={send.error && problemText(i18n, send.error)}
        onChange={setAddress}
      />
      {known && <p className="caption">{t('rcp.still', { address: known.address })}</p>}
    </FormDialog>
  );
}

const length = 6;

function useConfirm({ office, unitId, onClose }: Props) {
  const { t } = useI18n();
  const address = office.tried?.address ?? '';
  return useCommand({
    send: ({ mailboxId, code }: { mailboxId: string; code: string }, header) =>
      client.POST('/units/{unitId}/recipients/mailboxes/{mailboxId}/confirm', {
        params: { path: { unitId, mailboxId }, header },
        body: { code },
      }),
    touches: recipientPaths,
    done: () => sayAndClose(t('rcp.confirmed', { office: office.name, address }), onClose),
    failed: isProblem,
  });
}

/** The code that the office read out; a wrong one says how many tries are left. */
export function CodeDialog(props: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { office, unitId, onClose } = props;
  const [code, setCode] = useState('');
  const { tried, name, isOwn } = office;
  const address = tried?.address ?? '';
  const confirm = useConfirm(props);
  const another = useTry({ office, unitId }, () => {
    setCode('');
    confirm.reset();
  });
  const error = confirm.error ?? another.error;
  const foot = { label: t('rcp.confirm'), busy: confirm.isPending, disabled: code.length !== length, onClose };
  const submit = () => tried && confirm.mutate({ mailboxId: tried.id, code });
  return (
    <FormDialog title={t('rcp.codeTitle', { office: name })} {...foot} onSubmit={submit}>
      <p>{t(isOwn ? 'rcp.ownCodeText' : 'rcp.codeText', { address })}</p>
      <TextField
        label={t('rcp.codeField')}
        className="rcp-code"
        inputMode="numeric"
        autoComplete="off"
        data-autofocus
        maxLength={length}
        value={code}
        error={error && problemText(i18n, error)}
        onChange={(text) => setCode(text.replace(/\D/g, ''))}
      />
      <Button variant="subtle" loading={another.isPending} onClick={() => another.mutate(address)}>
        {t('rcp.another')}
      </Button>
    </FormDialog>
  );
}

/** Nothing goes there any more; a mailbox that is only tried is forgotten. */
export function EndDialog({ office, unitId, onClose }: Props) {
  const { t } = useI18n();
  const mailbox = office.tried ?? office.used;
  const address = mailbox?.address ?? '';
  return (
    <CommandForm
      route={endMailbox}
      path={{ unitId, mailboxId: mailbox?.id ?? '' }}
      touches={recipientPaths}
      danger
      title={t('rcp.endTitle', { office: office.name })}
      text={<p>{t('rcp.endText', { address })}</p>}
      ready={mailbox !== undefined && mailbox !== null}
      label={t(office.tried ? 'rcp.drop' : 'rcp.end')}
      said={t('rcp.ended', { address })}
      onClose={onClose}
    />
  );
}
