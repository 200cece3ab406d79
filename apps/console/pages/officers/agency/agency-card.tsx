/** Accounts of the agency's provider: those that wait for the administrator to say whose they are, and those that were decided. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '#i18n';
import { api, client, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { usePages } from '../../../api/use-pages.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import type { Choice } from '../../link-requests/choice.ts';
import { FindPerson } from '../../link-requests/find-person.tsx';
import '../../link-requests/link-requests.css';
import './agency.css';

type Account = Schemas['AgencyAccount'];
const touches = ['/agency-accounts'] as const;
const pathOf = ({ id }: Account) => ({ path: { accountId: id } });

function useAccounts(state: 'waiting' | 'decided', enabled: boolean) {
  return usePages<Account, Schemas['AgencyAccountPage']>(
    '/agency-accounts',
    { state },
    (cursor) => client.GET('/agency-accounts', { params: { query: { state, ...cursor } } }),
    { idOf: ({ id }) => id, enabled, refetchMs: 60_000 },
  );
}

function Said({ account }: { account: Account }) {
  const { t, lang } = useI18n();
  const { saidName, saidEmail, askedAt } = account;
  return (
    <div className="agency-said">
      <b>{saidName || t('agency.noName')}</b>
      <span className="caption">
        {[saidEmail, t('agency.asked', { at: formatMoment(askedAt, Date.now(), lang) })].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}

function Waiting({ account }: { account: Account }) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<Choice | null>(null);
  const decide = useCommand({
    send: (personId: string | null, header) =>
      client.POST('/agency-accounts/{accountId}/decision', {
        params: { ...pathOf(account), header },
        body: { personId },
      }),
    touches,
    done: (_, personId) => showNotice(personId ? t('agency.tied', { name: chosen?.name ?? '' }) : t('agency.refused')),
  });
  return (
    <li>
      <Said account={account} />
      <FindPerson label={t('agency.find')} onTake={setChosen} />
      {chosen && (
        <p className="agency-chosen">
          <Icon name="user" /> <b>{chosen.name}</b> <span className="caption">{chosen.place}</span>
        </p>
      )}
      <div className="form-foot">
        <Button size="xs" variant="default" loading={decide.isPending} onClick={() => decide.mutate(null)}>
          {t('agency.refuse')}
        </Button>
        <Button
          size="xs"
          disabled={!chosen}
          loading={decide.isPending}
          onClick={() => chosen && decide.mutate(chosen.id)}
        >
          {chosen ? t('agency.tie', { name: chosen.name }) : t('agency.choose')}
        </Button>
      </div>
    </li>
  );
}

function Decided({ account, onEnd }: { account: Account; onEnd: () => void }) {
  const { t } = useI18n();
  const { person, saidName, saidEmail } = account;
  const whole = t('agency.endTitle', { name: saidName || saidEmail });
  return (
    <li className="agency-decided">
      <Said account={account} />
      <span>{person ? t('agency.of', { name: person.fullName }) : t('agency.nobody')}</span>
      <Button size="xs" variant="default" aria-label={whole} onClick={onEnd}>
        {t('agency.end')}
      </Button>
    </li>
  );
}

function EndDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useI18n();
  const end = useCommand({
    send: (_: void) => client.DELETE('/agency-accounts/{accountId}', { params: pathOf(account) }),
    touches,
    done: () => {
      showNotice(t('agency.ended'));
      onClose();
    },
  });
  return (
    <FormDialog
      danger
      title={t('agency.endTitle', { name: account.saidName || account.saidEmail })}
      label={t('agency.end')}
      busy={end.isPending}
      onSubmit={() => end.mutate()}
      onClose={onClose}
    >
      <p>{t('agency.endText')}</p>
    </FormDialog>
  );
}

function More({ more }: { more: (() => void) | undefined }) {
  const { t } = useI18n();
  if (!more) return null;
  return (
    <div className="card-foot">
      <button type="button" className="link" onClick={more}>
        {t('table.more')}
      </button>
    </div>
  );
}

type Found = ReturnType<typeof useAccounts>;

function WaitingList({ pages }: { pages: Found }) {
  const { t } = useI18n();
  if (pages.total === 0) return null;
  return (
    <>
      <p className="card-body caption">{t('agency.hint')}</p>
      <ul className="agency-list">
        {pages.rows.map((account) => (
          <Waiting key={account.id} account={account} />
        ))}
      </ul>
      <More more={pages.more} />
    </>
  );
}

function DecidedList({ pages }: { pages: Found }) {
  const { t } = useI18n();
  const [ending, setEnding] = useState<Account | null>(null);
  if (pages.total === 0) return null;
  return (
    <details className="agency-more">
      <summary>
        {t('agency.decided')} ({pages.total})
      </summary>
      <ul className="agency-list">
        {pages.rows.map((account) => (
          <Decided key={account.id} account={account} onEnd={() => setEnding(account)} />
        ))}
      </ul>
      <More more={pages.more} />
      {ending && <EndDialog account={ending} onClose={() => setEnding(null)} />}
    </details>
  );
}

export function AgencyCard() {
  const { t } = useI18n();
  const ways = api.useQuery('get', '/session/ways', {}, { staleTime: Number.POSITIVE_INFINITY });
  const isOn = ways.data?.agency === true;
  const waiting = useAccounts('waiting', isOn);
  const decided = useAccounts('decided', isOn);
  if (waiting.total + decided.total === 0) return null;
  const chip = waiting.total > 0 && (
    <Chip tone="doing" icon="clock">
      {t('agency.waiting', { n: waiting.total })}
    </Chip>
  );
  return (
    <Card title={t('agency.title')} aside={chip}>
      <WaitingList pages={waiting} />
      <DecidedList pages={decided} />
    </Card>
  );
}
