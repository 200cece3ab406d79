import { webLink } from '#contracts/links';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { decideCredit } from '#client/commands';
import { formatDate } from '#i18n';
import { api, client, type Schemas } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Chip } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';

type Credit = Schemas['Credit'];
const creditPaths = ['/units/{unitId}/credits', '/units/{unitId}/training-coverage'] as const;
const shown = 20;
/** Links to photos end after five minutes. */
const linksLiveMs = 240_000;

function useAccept(credit: Credit) {
  const { t } = useI18n();
  return useCommand({
    send: (_: void, header) =>
      client.POST('/training/credits/{creditId}/decision', {
        params: { path: { creditId: credit.id }, header },
        body: { accepted: true },
      }),
    touches: creditPaths,
    done: () => showNotice(t('train.credits.done', { name: credit.person.fullName })),
  });
}

function RefuseDialog({ credit, onClose }: { credit: Credit; onClose: () => void }) {
  const { t } = useI18n();
  const name = credit.person.fullName;
  return (
    <CommandForm
      route={decideCredit}
      path={{ creditId: credit.id }}
      touches={creditPaths}
      title={t('train.credits.refuseOf', { name })}
      body={{ accepted: false }}
      fields={{ note: { as: 'note', label: t('train.credits.refuseNote'), required: true, focus: true } }}
      label={t('train.credits.refuse')}
      said={t('train.credits.refusedDone', { name })}
      onClose={onClose}
    />
  );
}

function Acts({ credit, onRefuse }: { credit: Credit; onRefuse: () => void }) {
  const { t } = useI18n();
  const name = credit.person.fullName;
  const decide = useAccept(credit);
  return (
    <div className="session-acts">
      <Button
        size="xs"
        loading={decide.isPending}
        disabled={!credit.proofUrl && !credit.photo}
        aria-label={t('train.credits.acceptOf', { name })}
        onClick={() => decide.mutate()}
      >
        {t('train.credits.accept')}
      </Button>
      <Button size="xs" variant="default" aria-label={t('train.credits.refuseOf', { name })} onClick={onRefuse}>
        {t('train.credits.refuse')}
      </Button>
    </div>
  );
}

function Entry({ credit, onRefuse }: { credit: Credit; onRefuse: () => void }) {
  const { t, n, lang } = useI18n();
  const { course, organiser, hours, completedOn, proofUrl, photoUrl, state } = credit;
  const date = formatDate(completedOn, lang, { withYear: true });
  return (
    <li>
      <b>{credit.person.fullName}</b>
      <span className="caption num-text">{t('train.credits.line', { course, organiser, hours: n(hours), date })}</span>
      <span className="caption">
        {proofUrl && (
          <a href={webLink(proofUrl)} target="_blank" rel="noreferrer" className="fact-link">
            <Icon name="link" size={14} /> {t('train.credits.proof')}
          </a>
        )}
        {photoUrl && (
          <a href={photoUrl} target="_blank" rel="noreferrer" className="fact-link">
            <Icon name="photo" size={14} /> {t('train.credits.photo')}
          </a>
        )}
        {!proofUrl && !photoUrl && t('train.credits.noProof')}
      </span>
      {state === 'waiting' ? (
        <Acts credit={credit} onRefuse={onRefuse} />
      ) : (
        <span>
          <Chip
            tone={state === 'accepted' ? 'done' : 'mute'}
            icon={state === 'accepted' ? 'circle-check' : 'circle-off'}
          >
            {t(`train.credits.state.${state}` as MessageId)}
          </Chip>
        </span>
      )}
    </li>
  );
}

/** Courses elsewhere: what the commune accepts counts in the coverage. */
export function CreditsCard() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const [refusing, setRefusing] = useState<Credit | null>(null);
  const params = { path: { unitId: post.unit.id }, query: { limit: shown } };
  const query = api.useQuery('get', '/units/{unitId}/credits', { params }, { refetchInterval: linksLiveMs });
  return (
    <Card title={t('train.credits.title')}>
      <Loaded query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="state">{t('train.credits.none')}</p>
          ) : (
            <ul className="open-list">
              {items.map((credit) => (
                <Entry key={credit.id} credit={credit} onRefuse={() => setRefusing(credit)} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {refusing && <RefuseDialog credit={refusing} onClose={() => setRefusing(null)} />}
    </Card>
  );
}
