/** A commune without any team: start from the list that it has; one main act and three others. */

import { useState } from 'react';
import { client, download, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ToneIcon } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { RosterDrop } from '../import/roster-drop.tsx';
import { NewTeamModal } from './new-team.tsx';
import './teams.css';

function Houses() {
  const house = (x: number, y: number, scale: number, main: boolean) => (
    <g
      transform={`translate(${x} ${y}) scale(${scale})`}
      stroke={main ? 'var(--bar-1)' : 'var(--bar-2)'}
      strokeWidth="2.500"
      fill="none"
    >
      <path d="M0 36 34 8 68 36M8 32v58h52V32" />
      <rect x="26" y="66" width="16" height="24" fill="var(--bar-3)" stroke="none" />
      {main && <path d="M34 8V-14" stroke="var(--strip)" strokeWidth="2" />}
      {main && <path d="M34-14l18 7-18 7z" fill="var(--strip)" stroke="none" />}
    </g>
  );
  return (
    <svg viewBox="0 0 220 118" width="220" height="118" aria-hidden="true">
      {house(6, 32, 0.86, false)}
      {house(80, 20, 0.95, true)}
      {house(152, 32, 0.86, false)}
      <path d="M0 112H220" stroke="var(--line-strong)" strokeWidth="2" />
    </svg>
  );
}

function Way({
  icon,
  title,
  text,
  act,
  onAct,
}: {
  icon: IconName;
  title: string;
  text: string;
  act: string;
  onAct: () => void;
}) {
  return (
    <li>
      <ToneIcon tone="new" icon={icon} />
      <strong>{title}</strong>
      <span className="caption">{text}</span>
      <button type="button" className="strong-link" onClick={onAct}>
        {act} <Icon name="arrow-right" size={15} />
      </button>
    </li>
  );
}

/** A draft team for every hamlet that has none. */
function useCreateDrafts(unitId: string) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/teams/drafts', {
        params: { path: { unitId }, header },
        body: { from: me.today },
      }),
    touches: teamPaths,
    done: ({ created }) => showNotice(t('empty.created', { n: created })),
  });
}

function useTemplateDownload() {
  const i18n = useI18n();
  return () =>
    void download('/roster-template', 'phu-luc-1.xlsx').catch((error: unknown) =>
      showNotice(problemText(i18n, error), 'failed'),
    );
}

function Ways({ sums, unitId, onAdd }: { sums: Schemas['TeamSums']; unitId: string; onAdd: () => void }) {
  const { t } = useI18n();
  const drafts = useCreateDrafts(unitId);
  const fetchTemplate = useTemplateDownload();
  const n = sums.hamlets;
  return (
    <ul className="empty-ways">
      {n > 0 && (
        <Way
          icon="list-numbers"
          title={t('empty.fromList', { n })}
          text={t('empty.fromListText')}
          act={t('empty.createDrafts', { n })}
          onAct={() => drafts.mutate()}
        />
      )}
      <Way
        icon="plus"
        title={t('empty.oneByOne')}
        text={t('empty.oneByOneText')}
        act={t('empty.createFirst')}
        onAct={onAdd}
      />
      <Way
        icon="download"
        title={t('empty.noFile')}
        text={t('empty.noFileText')}
        act={t('empty.template')}
        onAct={fetchTemplate}
      />
    </ul>
  );
}

export function EmptyTeams({ sums, unitId }: { sums: Schemas['TeamSums']; unitId: string }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [adding, setAdding] = useState(false);
  if (!may('team.manage')) return <EmptyState icon="users-group" title={t('teams.subEmpty', { n: sums.hamlets })} />;
  return (
    <section className="card empty-teams">
      <div className="empty-teams-main">
        <Houses />
        <h2>{t('empty.title')}</h2>
        <p className="muted">{t('empty.text')}</p>
        <RosterDrop unitId={unitId} wholeCard />
      </div>
      <Ways sums={sums} unitId={unitId} onAdd={() => setAdding(true)} />
      <NewTeamModal unitId={unitId} opened={adding} onClose={() => setAdding(false)} />
    </section>
  );
}
