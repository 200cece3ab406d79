import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate, formatMoment } from '#i18n';
import { api, client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { AskedRow } from './asked-row.tsx';
import {
  agreeRest,
  answersOf,
  type AskedNames,
  type Saying,
  type Sayings,
  sayingsOf,
  sentAt,
  unsaid,
} from './sayings.ts';
import './asked-names.css';

const route = getRouteApi('/asked-names/$reformId');
const path = '/reforms/{reformId}/asked-names/{unitId}';

function useSend(reformId: string, unitId: string) {
  const { t } = useI18n();
  return useCommand({
    send: (answers: ReturnType<typeof answersOf>, header) =>
      client.POST(path, { params: { path: { reformId, unitId }, header }, body: { answers } }),
    touches: [path],
    done: (_, answers) => showNotice(t('an.done', { n: answers.length })),
  });
}

/** Whether it still can be answered, and what was sent. */
function Standing({ asked }: { asked: AskedNames }) {
  const { t, lang } = useI18n();
  const day = formatDate(asked.answerBy, lang, { withYear: true });
  const at = sentAt(asked.hamlets);
  const sent = at && t('an.sent', { at: formatMoment(Date.parse(at), Date.now(), lang) });
  if (asked.closed)
    return (
      <Notice tone="doing" icon="lock">
        <b>{asked.closed === 'late' ? t('an.late', { day }) : t('an.settled', { issuer: asked.issuer })}</b> {sent}
      </Notice>
    );
  return sent ? (
    <Notice tone="done" icon="circle-check">
      <b>{sent}</b> {t('an.sentMore', { day })}
    </Notice>
  ) : (
    <Notice tone="new" icon="info-circle">
      {t('an.about')}
    </Notice>
  );
}

interface FootProps {
  asked: AskedNames;
  reformId: string;
  sayings: Sayings;
  onAgree: () => void;
}

/** What is left to say, and the one press that sends all of it. */
function Foot({ asked: { hamlets, unit }, reformId, sayings, onAgree }: FootProps) {
  const { t } = useI18n();
  const send = useSend(reformId, unit.id);
  const left = unsaid(hamlets, sayings);
  return (
    <div className="an-foot">
      <span role="status">{left > 0 && t('an.left', { n: left })}</span>
      {hamlets.some(({ id }) => sayings[id]?.choice === null) && (
        <Button variant="default" onClick={onAgree}>
          {t('an.agreeAll')}
        </Button>
      )}
      <Button
        leftSection={<Icon name="send" size={16} />}
        disabled={left > 0}
        loading={send.isPending}
        onClick={() => send.mutate(answersOf(hamlets, sayings))}
      >
        {t(sentAt(hamlets) ? 'an.sendAgain' : 'an.send')}
      </Button>
    </div>
  );
}

function Form({ asked, reformId }: { asked: AskedNames; reformId: string }) {
  const { t } = useI18n();
  const { hamlets, closed } = asked;
  const [sayings, setSayings] = useState(() => sayingsOf(hamlets));
  const set = (id: string, change: Partial<Saying>) =>
    setSayings((now) => {
      const before = now[id];
      return before ? { ...now, [id]: { ...before, ...change } } : now;
    });
  return (
    <Card>
      <table className="an-table">
        <thead>
          <tr>
            <th scope="col">{t('an.col.now')}</th>
            <th scope="col">{t('an.col.proposed')}</th>
            <th scope="col">{t('an.col.opinion')}</th>
          </tr>
        </thead>
        <tbody>
          {hamlets.map((hamlet) => (
            <AskedRow
              key={hamlet.id}
              hamlet={hamlet}
              saying={sayings[hamlet.id]}
              readOnly={closed !== null}
              onSay={(change) => set(hamlet.id, change)}
            />
          ))}
        </tbody>
      </table>
      {closed === null && (
        <Foot
          asked={asked}
          reformId={reformId}
          sayings={sayings}
          onAgree={() => setSayings((now) => agreeRest(hamlets, now))}
        />
      )}
    </Card>
  );
}

/** A commune says what it thinks of the names that are proposed for its hamlets: each by itself, all sent at once. */
export function AskedNamesPage() {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const { reformId } = route.useParams();
  const { unit: unitId = post.unit.id } = route.useSearch();
  const query = api.useQuery('get', path, { params: { path: { reformId, unitId } } });
  return (
    <div className="page">
      <Loaded query={query} rows={8}>
        {(asked) => {
          const { issuer, unit, answerBy, hamlets } = asked;
          const day = formatDate(answerBy, lang, { withYear: true });
          return (
            <>
              <PageHeader
                title={t('an.title', { n: hamlets.length })}
                state={t('an.sub', { issuer, unit: unit.fullName, day })}
              />
              <Standing asked={asked} />
              {/* Asked about other names, it begins anew. */}
              <Form key={hamlets.map(({ name }) => name).join()} asked={asked} reformId={reformId} />
            </>
          );
        }}
      </Loaded>
    </div>
  );
}
