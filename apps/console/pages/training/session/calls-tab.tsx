import { Button } from '@mantine/core';
import { useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { usePages } from '../../../api/use-pages.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Chip } from '../../../ui/layout.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { MoreRows } from '../../../ui/table/more-rows.tsx';
import type { SessionDetail } from '../looks.ts';
import { sessionPaths } from '../use-sessions.ts';

type Call = Schemas['PersonToCall'];
const callPath = '/training/sessions/{sessionId}/unacknowledged';

function useTold(session: SessionDetail) {
  const { t } = useI18n();
  return useCommand({
    send: ({ person }: Call, header) =>
      client.POST('/training/sessions/{sessionId}/told', {
        params: { path: { sessionId: session.id }, header },
        body: { personId: person.id },
      }),
    touches: [...sessionPaths, callPath],
    done: (_, { person }) => showNotice(t('train.calls.toldDone', { name: person.fullName })),
  });
}

function Row({ call, busy, onTold }: { call: Call; busy: boolean; onTold: () => void }) {
  const { t } = useI18n();
  const { person, team, phone, why, told } = call;
  return (
    <li data-told={told || undefined}>
      <span className="call-who">
        <b>{person.fullName}</b>
        <span className="caption">
          {[team?.name, t(`train.calls.why.${why}` as MessageId)].filter(Boolean).join(' · ')}
        </span>
      </span>
      {phone ? (
        <a className="num phone" href={`tel:${phone}`}>
          {phone}
        </a>
      ) : (
        <span className="muted">{t('train.calls.noPhone')}</span>
      )}
      {told ? (
        <Chip tone="done" icon="check">
          {t('train.calls.told')}
        </Chip>
      ) : (
        <Button
          size="xs"
          variant="default"
          loading={busy}
          aria-label={t('train.calls.toldOf', { name: person.fullName })}
          onClick={onTold}
        >
          {t('train.calls.told')}
        </Button>
      )}
    </li>
  );
}

function useCalls({ id: sessionId }: SessionDetail) {
  const path = { sessionId };
  return usePages<Call, Schemas['PeopleToCallPage']>(
    callPath,
    { params: { path } },
    (query) => client.GET(callPath, { params: { path, query } }),
    { idOf: ({ person }) => person.id },
  );
}

function List({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const pages = useCalls(session);
  const told = useTold(session);
  return (
    <Loaded query={pages} rows={4}>
      {() =>
        pages.rows.length === 0 ? (
          <EmptyState icon="circle-check" title={t('train.calls.none')} />
        ) : (
          <>
            <ul className="calls">
              {pages.rows.map((call) => (
                <Row
                  key={call.person.id}
                  call={call}
                  busy={told.isPending && told.variables?.person.id === call.person.id}
                  onTold={() => told.mutate(call)}
                />
              ))}
            </ul>
            <MoreRows more={pages.more} hasMore={pages.hasMore} />
            {!pages.hasMore && (
              <p className="caption no-print">
                <button type="button" className="link" onClick={() => print()}>
                  <Icon name="printer" size={15} /> {t('train.calls.print')}
                </button>
              </p>
            )}
          </>
        )
      }
    </Loaded>
  );
}

/** Whom to call; full numbers are shown on a press, and that look is logged. */
export function CallsTab({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  const { unaware } = session;
  if (shown) return <List session={session} />;
  return (
    <div className="form">
      <p>{t('train.calls.text')}</p>
      <div className="session-acts">
        <Button leftSection={<Icon name="phone" size={16} />} onClick={() => setShown(true)}>
          {unaware > 0 ? t('train.calls.show', { n: unaware }) : t('train.calls.showAny')}
        </Button>
      </div>
      <p className="caption">{t('train.calls.logged')}</p>
    </div>
  );
}
