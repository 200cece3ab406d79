/** The keys among the account's settings: what each is called, when it was used, another name, away with it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';

type Key = Schemas['Passkey'];
const touches = ['/me/second-factor'] as const;
const pathOf = ({ id }: Key) => ({ path: { passkeyId: id } });

function Rename({ passkey, onClose }: { passkey: Key; onClose: () => void }) {
  const { t } = useI18n();
  const [name, setName] = useState(passkey.name);
  const rename = useCommand({
    send: (_: void) => client.PATCH('/me/passkeys/{passkeyId}', { params: pathOf(passkey), body: { name } }),
    touches,
    done: onClose,
  });
  return (
    <FormDialog
      title={t('factor.keyRename')}
      label={t('factor.keyRenameAct')}
      busy={rename.isPending}
      disabled={name.trim() === ''}
      onSubmit={() => rename.mutate()}
      onClose={onClose}
    >
      <TextField
        data-autofocus
        label={t('factor.keyName')}
        description={t('factor.keyNameHint')}
        maxLength={60}
        value={name}
        onChange={setName}
      />
    </FormDialog>
  );
}

function Remove({ passkey, isLast, onClose }: { passkey: Key; isLast: boolean; onClose: () => void }) {
  const { t } = useI18n();
  const remove = useCommand({
    send: (_: void) => client.DELETE('/me/passkeys/{passkeyId}', { params: pathOf(passkey) }),
    touches,
    done: () => {
      showNotice(t(isLast ? 'factor.ended' : 'factor.keyGone', { name: passkey.name }));
      onClose();
    },
  });
  return (
    <FormDialog
      danger
      title={t('factor.keyRemove', { name: passkey.name })}
      label={t('factor.keyRemoveAct')}
      busy={remove.isPending}
      onSubmit={() => remove.mutate()}
      onClose={onClose}
    >
      <p>{t(isLast ? 'factor.keyRemoveLast' : 'factor.keyRemoveText')}</p>
    </FormDialog>
  );
}

function Row({ passkey, onAsk }: { passkey: Key; onAsk: (what: 'rename' | 'remove') => void }) {
  const { t, lang } = useI18n();
  const day = (at: string) => formatDate(dateInVietnam(Date.parse(at)), lang, { withYear: true });
  const { name, madeAt, usedAt } = passkey;
  return (
    <li>
      <Icon name="lock" />
      <div>
        <b>{name}</b>
        <span className="caption">
          {t('factor.keyMade', { day: day(madeAt) })}
          {' · '}
          {usedAt ? t('factor.keyUsed', { day: day(usedAt) }) : t('factor.keyUnused')}
        </span>
      </div>
      <div className="key-acts">
        <Button
          size="xs"
          variant="default"
          aria-label={t('factor.keyRenameOf', { name })}
          onClick={() => onAsk('rename')}
        >
          {t('factor.keyRenameAct')}
        </Button>
        <Button
          size="xs"
          variant="default"
          aria-label={t('factor.keyRemove', { name })}
          onClick={() => onAsk('remove')}
        >
          {t('factor.keyRemoveAct')}
        </Button>
      </div>
    </li>
  );
}

interface Props {
  keys: readonly Key[];
  /** Whether codes of six digits stand beside them. */
  hasApp: boolean;
  /** By a rule: the last one stays. */
  isRequired: boolean;
}

export function KeyList({ keys, hasApp, isRequired }: Props) {
  const { t } = useI18n();
  const [asked, setAsked] = useState<{ passkey: Key; what: 'rename' | 'remove' } | null>(null);
  const isLast = !hasApp && keys.length === 1;
  const close = () => setAsked(null);
  const ask = (passkey: Key, what: 'rename' | 'remove') => {
    if (what === 'remove' && isLast && isRequired) showNotice(t('access.factorRequired'), 'failed');
    else setAsked({ passkey, what });
  };
  return (
    <>
      <ul className="key-list">
        {keys.map((passkey) => (
          <Row key={passkey.id} passkey={passkey} onAsk={(what) => ask(passkey, what)} />
        ))}
      </ul>
      {asked?.what === 'rename' && <Rename passkey={asked.passkey} onClose={close} />}
      {asked?.what === 'remove' && <Remove passkey={asked.passkey} isLast={isLast} onClose={close} />}
    </>
  );
}
