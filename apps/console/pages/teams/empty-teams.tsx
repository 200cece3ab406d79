/** A commune without any team: start from the list that it has; one main act and three others. */
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { client, commandHeader, download, queryClient, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ToneIcon } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { RosterDrop } from '../import/roster-drop.tsx';
import { NewTeamModal } from './new-team.tsx';

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

export function EmptyTeams({ list, unitId }: { list: Schemas['TeamList']; unitId: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { may, me } = useIdentity();
  const [adding, setAdding] = useState(false);
  const drafts = useMutation({
    mutationFn: async () => {
      const { data, error } = await client.POST('/units/{unitId}/teams/drafts', {
        params: { path: { unitId }, header: commandHeader() },
        body: { from: me.today },
      });
      if (!data) throw error;
      return data;
    },
    onSuccess: ({ created }) => {
      showNotice(t('empty.created', { n: created }));
      void queryClient.invalidateQueries({ queryKey: ['get', '/units/{unitId}/teams'] });
    },
    onError: (error) => showNotice(problemText(i18n, error), 'failed'),
  });
  if (!may('team.manage')) return <EmptyState icon="users-group" title={t('teams.subEmpty', { n: list.hamlets })} />;
  return (
    <section className="card empty-teams">
      <div className="empty-teams-main">
        <Houses />
        <h2>{t('empty.title')}</h2>
        <p className="muted">{t('empty.text')}</p>
        <RosterDrop unitId={unitId} wholeCard />
      </div>
      <ul className="empty-ways">
        <Way
          icon="list-numbers"
          title={t('empty.fromList', { n: list.hamlets })}
          text={t('empty.fromListText')}
          act={t('empty.createDrafts', { n: list.hamlets })}
          onAct={() => drafts.mutate()}
        />
        <Way
          icon="plus"
          title={t('empty.oneByOne')}
          text={t('empty.oneByOneText')}
          act={t('empty.createFirst')}
          onAct={() => setAdding(true)}
        />
        <Way
          icon="download"
          title={t('empty.noFile')}
          text={t('empty.noFileText')}
          act={t('empty.template')}
          onAct={() =>
            void download('/roster-template', 'phu-luc-1.xlsx').catch((error: unknown) =>
              showNotice(problemText(i18n, error), 'failed'),
            )
          }
        />
      </ul>
      <NewTeamModal hamlets={list.hamletsWithoutTeam} opened={adding} onClose={() => setAdding(false)} />
    </section>
  );
}
