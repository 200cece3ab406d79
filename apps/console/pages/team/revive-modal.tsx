import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { reviveTeam } from '#client/commands';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Gaps, lackingIn, toggled } from './attach-modal.tsx';
import { useDecisionFields } from './decision-fields.tsx';
import type { Team } from './team.ts';

type Member = Team['history'][number];

function WhoComesBack({
  last,
  chosen,
  onToggle,
}: {
  last: readonly Member[];
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
}) {
  const { t } = useI18n();
  if (last.length === 0) return <p className="muted">{t('paper.revive.noMembers')}</p>;
  return (
    <fieldset className="team-choice choices">
      <legend>{t('paper.revive.who')}</legend>
      {last.map(({ id, person, role }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => onToggle(id)} />
          <span>{person.fullName}</span>
          <span className="caption">{t(`role.${role}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** A dissolved team goes on by a decision, with those of its last day who come back. */
export function ReviveModal({ team, ended, onClose }: { team: Team; ended: string; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const navigate = useNavigate();
  const decisionFields = useDecisionFields();
  const last = team.history.filter(({ to }) => to === ended);
  const [lacks, setLacks] = useState(false);
  const [knows, setKnows] = useState(false);
  return (
    <CommandForm
      route={reviveTeam}
      path={{ teamId: team.id }}
      touches={teamPaths}
      title={t('paper.revive.title', { name: team.name })}
      text={<p className="muted">{t('paper.revive.note')}</p>}
      body={{ knowsOfGaps: knows ? [team.id] : [] }}
      start={{ signedOn: me.today, from: me.today, memberIds: last.map(({ id }) => id) }}
      fields={{
        ...decisionFields,
        from: { as: 'day', required: true, label: t('paper.revive.from'), min: ended },
        memberIds: {
          as: 'own',
          show: ({ value, onChange }) => (
            <WhoComesBack
              last={last}
              chosen={new Set(value)}
              onToggle={(id) => onChange([...toggled(new Set(value), id)])}
            />
          ),
        },
      }}
      ready={!lacks || knows}
      label={t('paper.revive.act')}
      said={t('paper.revive.done', { name: team.name })}
      done={({ id }) => void navigate({ to: '/teams/$teamId', params: { teamId: id } })}
      failed={(error) => {
        const isLacking = lackingIn(error).length > 0;
        setLacks(isLacking);
        return isLacking;
      }}
      onClose={onClose}
    >
      {lacks && <Gaps teams={[{ id: team.id, name: team.name, gaps: [] }]} knows={knows} onKnows={setKnows} />}
      <p className="caption">{t('paper.revive.group')}</p>
    </CommandForm>
  );
}
