import { Button } from '@mantine/core';
import { useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';
import { spaceIcons } from './space-icons.ts';

type Account = Schemas['LinkedAccount'];
type Person = Schemas['PersonRef'];

export const accountPaths = ['/people/{personId}/accounts', '/link-requests', '/teams/{teamId}'] as const;

function useUnlink(person: Person, account: Account) {
  const { t } = useI18n();
  return useCommand({
    send: (_: void) =>
      client.DELETE('/people/{personId}/accounts/{accountId}', {
        params: { path: { personId: person.id, accountId: account.id } },
      }),
    touches: accountPaths,
    done: () => showNotice(t('person.unlinked', { space: t(`space.${account.space}`) })),
  });
}

function AskUnlink({ person, account, onClose }: { person: Person; account: Account; onClose: () => void }) {
  const { t } = useI18n();
  const unlink = useUnlink(person, account);
  const space = t(`space.${account.space}`);
  return (
    <div className="account-ask" role="alertdialog" aria-label={t('person.unlinkAct', { space })}>
      <p>{t('person.unlinkAsk', { space, name: person.fullName })}</p>
      <div className="form-foot">
        <Button size="xs" variant="default" onClick={onClose}>
          {t('act.close')}
        </Button>
        <Button size="xs" className="danger" loading={unlink.isPending} onClick={() => unlink.mutate()}>
          {t('person.unlinkAct', { space })}
        </Button>
      </div>
    </div>
  );
}

function AccountRow({ person, account }: { person: Person; account: Account }) {
  const { t, lang } = useI18n();
  const [asking, setAsking] = useState(false);
  const date = formatDate(dateInVietnam(account.linkedAt), lang, { withYear: true });
  return (
    <li>
      <Icon name={spaceIcons[account.space]} />
      <span>
        <b>{t(`space.${account.space}`)}</b>
        <span className="cell-2">{t('person.linkedAt', { proof: t(`person.proof.${account.proof}`), date })}</span>
        {account.state === 'suspended' && (
          <span className="cell-2 warn-text">
            <Icon name="alert-triangle" size={14} /> {t('person.suspended')}
          </span>
        )}
      </span>
      {!asking && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          {t('person.unlink')}
        </Button>
      )}
      {asking && <AskUnlink person={person} account={account} onClose={() => setAsking(false)} />}
    </li>
  );
}

/** The person's accounts of messaging platforms, and taking one off (lost phone, wrong person). */
export function Accounts({ person }: { person: Person }) {
  const { t } = useI18n();
  const query = api.useQuery(
    'get',
    '/people/{personId}/accounts',
    { params: { path: { personId: person.id } } },
    { staleTime: 0 },
  );
  return (
    <Loaded query={query} rows={2}>
      {(accounts) =>
        accounts.length === 0 ? (
          <p className="muted">{t('person.noAccounts')}</p>
        ) : (
          <ul className="accounts">
            {accounts.map((account) => (
              <AccountRow key={account.id} person={person} account={account} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
}
