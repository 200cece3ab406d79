import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, FormDialog } from '../../ui/form.tsx';
import { Gaps, lackingIn, toggled } from './attach-modal.tsx';
import { decisionComplete, DecisionFields, noDecision } from './decision-fields.tsx';
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

function useRevive(team: Team, onClose: () => void, onLacking: (lacks: boolean) => void) {
  const { t } = useI18n();
  const navigate = useNavigate();
  return useCommand({
    send: (body: Schemas['ReviveTeam'], header) =>
      client.POST('/teams/{teamId}/revive', { params: { path: { teamId: team.id }, header }, body }),
    touches: teamPaths,
    done: ({ id }) => {
      sayAndClose(t('paper.revive.done', { name: team.name }), onClose);
      void navigate({ to: '/teams/$teamId', params: { teamId: id } });
    },
    failed: (error) => {
      const isLacking = lackingIn(error).length > 0;
      onLacking(isLacking);
      return isLacking;
    },
  });
}

/** A dissolved team goes on by a decision, with those of its last day who come back. */
export function ReviveModal({ team, ended, onClose }: { team: Team; ended: string; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const last = team.history.filter(({ to }) => to === ended);
  const [decision, setDecision] = useState(noDecision(me.today));
  const [from, setFrom] = useState<string>(me.today);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(last.map(({ id }) => id)));
  const [lacks, setLacks] = useState(false);
  const [knows, setKnows] = useState(false);
  const save = useRevive(team, onClose, setLacks);
  const complete = decisionComplete(decision) && (!lacks || knows);
  const submit = () =>
    complete && save.mutate({ ...decision, from, memberIds: [...chosen], knowsOfGaps: knows ? [team.id] : [] });
  return (
    <FormDialog
      onClose={onClose}
      title={t('paper.revive.title', { name: team.name })}
      label={t('paper.revive.act')}
      busy={save.isPending}
      disabled={!complete}
      onSubmit={submit}
    >
      <p className="muted">{t('paper.revive.note')}</p>
      <DecisionFields value={decision} onChange={setDecision} />
      <DayField required minDate={ended} label={t('paper.revive.from')} value={from} onChange={setFrom} />
      <WhoComesBack last={last} chosen={chosen} onToggle={(id) => setChosen(toggled(chosen, id))} />
      {lacks && <Gaps teams={[{ id: team.id, name: team.name, gaps: [] }]} knows={knows} onKnows={setKnows} />}
      <p className="caption">{t('paper.revive.group')}</p>
    </FormDialog>
  );
}
