import { Button } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { useActs } from '../acts.ts';
import type { SessionDetail, SessionRow } from '../looks.ts';
import { type Coverage, useCoverage } from './use-gaps.ts';
import { sessionPaths, useSession } from '../use-sessions.ts';
import { dayOfSession, whenText } from '../words.ts';

type First = Coverage['first'][number];
const shown = 6;
const chosenAtFirst = 4;

function useMissingText(coverage: Coverage) {
  const { t } = useI18n();
  return ({ missing }: First): string => {
    if (missing.length === 0) return t('train.first.rest');
    if (missing.length === coverage.topics.length) return t('train.first.none');
    const topic = coverage.topics.find(({ code }) => code === missing[0])?.title ?? '';
    return missing.length === 1
      ? t('train.first.one', { topic: topic.toLocaleLowerCase('vi') })
      : t('train.first.some', { n: missing.length });
  };
}

function Teams({
  coverage,
  first,
  chosen,
  onToggle,
}: {
  coverage: Coverage;
  first: readonly First[];
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
}) {
  const { t, n } = useI18n();
  const missingText = useMissingText(coverage);
  return (
    <div className="choices first-list">
      {first.map((row) => (
        <label key={row.team.id}>
          <input type="checkbox" checked={chosen.has(row.team.id)} onChange={() => onToggle(row.team.id)} />
          <span>
            <b>{row.team.name}</b>
            <span className="cell-2">{missingText(row)}</span>
          </span>
          <span className="num-text">{t('train.first.people', { n: n(row.people) })}</span>
        </label>
      ))}
    </div>
  );
}

interface InviteProps {
  sessionId: string;
  teams: readonly First[];
}

/** Seats left after those that are taken; people beyond them wait. */
export function seatsLeft({ capacity, taken }: Pick<SessionRow, 'capacity' | 'taken'>): number {
  return Math.max(0, capacity - taken);
}

function InviteButton({ session, teams }: { session: SessionDetail; teams: readonly First[] }) {
  const { t, lang } = useI18n();
  const known = new Set(session.teamIds);
  const fresh = teams.filter(({ team }) => !known.has(team.id));
  const people = fresh.reduce((sum, row) => sum + row.people, 0);
  const date = dayOfSession(session, lang);
  const left = seatsLeft(session);
  const invite = useCommand({
    send: (_: void, header) =>
      client.POST('/training/sessions/{sessionId}/invitations', {
        params: { path: { sessionId: session.id }, header },
        body: { teamIds: fresh.map(({ team }) => team.id) },
      }),
    touches: sessionPaths,
    done: () => showNotice(t('train.first.invited', { n: people, date })),
  });
  if (fresh.length === 0) return <p className="caption">{t('train.first.already', { date })}</p>;
  const why = people > left ? 'train.first.why' : 'train.first.whyRoom';
  return (
    <>
      <Button variant="light" loading={invite.isPending} onClick={() => invite.mutate()}>
        {t('train.first.invite', { n: people, date })}
      </Button>
      <p className="caption num-text">{t(why, { date, left, n: people, kept: session.seatsPerTeam })}</p>
    </>
  );
}

function Invite({ sessionId, teams }: InviteProps) {
  const query = useSession(sessionId);
  return query.data ? <InviteButton session={query.data} teams={teams} /> : null;
}

interface CardProps {
  communeId: string;
  group?: 'team' | 'wide';
  /** Sessions ahead in this commune that more teams can be invited to, soonest first. */
  sessions: readonly SessionRow[];
}

function Body({ coverage, communeId, sessions }: CardProps & { coverage: Coverage }) {
  const { t, lang } = useI18n();
  const acts = useActs();
  const first = coverage.first.slice(0, shown);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(first.slice(0, chosenAtFirst).map(({ team }) => team.id)),
  );
  const [picked, setPicked] = useState<string | null>(null);
  const target = sessions.find(({ id }) => id === picked) ?? sessions[0];
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  if (first.length === 0)
    return (
      <p className="state">
        <Icon name="circle-check" /> {t('train.first.nothing')}
      </p>
    );
  const teams = first.filter(({ team }) => chosen.has(team.id));
  const people = teams.reduce((sum, row) => sum + row.people, 0);
  const teamIds = teams.map(({ team }) => team.id);
  const { propose } = acts;
  return (
    <>
      <Teams coverage={coverage} first={first} chosen={chosen} onToggle={toggle} />
      <div className="card-body first-acts">
        {sessions.length > 1 && (
          <Choice
            label={t('train.first.session')}
            options={sessions.map((session) => ({
              value: session.id,
              label: `${whenText(t, lang, session)} · ${session.title}`,
            }))}
            value={target?.id ?? null}
            onChange={setPicked}
          />
        )}
        {target && teams.length > 0 && <Invite key={target.id} sessionId={target.id} teams={teams} />}
        {!target && <p className="caption">{t('train.first.noSession')}</p>}
        {!target && propose && teams.length > 0 && (
          <Button variant="light" onClick={() => propose({ communeId, teamIds })}>
            {t('train.first.propose', { n: people })}
          </Button>
        )}
      </div>
    </>
  );
}

/** Whom to invite first, because they lack most, and the session that has room for them. */
export function FirstCard({ communeId, group = 'team', sessions }: CardProps) {
  const { t } = useI18n();
  const query = useCoverage(communeId, group);
  return (
    <Card title={t('train.first')}>
      <Loaded query={query} rows={4}>
        {(coverage) => <Body key={communeId + group} coverage={coverage} communeId={communeId} sessions={sessions} />}
      </Loaded>
    </Card>
  );
}
