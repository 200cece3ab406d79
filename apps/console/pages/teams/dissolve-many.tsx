import '@mantine/dates/styles.css';
import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Answer, teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct, type Run } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, type Outcome } from '../../ui/bulk/outcome.ts';
import { useRefused } from '../../ui/bulk/refused.ts';
import { usePreview } from '../../ui/bulk/use-preview.ts';
import { DayField, NoteField } from '../../ui/form.tsx';
import { decisionComplete, type DecisionDraft, DecisionFields, noDecision } from '../team/decision-fields.tsx';
import type { ChosenTeams } from '../team/supporter-modal.tsx';

type Plan = Schemas['DissolutionsPreview'];

function usePlan({ unitId, which }: ChosenTeams, from: string) {
  const key = '/units/{unitId}/teams/dissolve/preview';
  const query = usePreview([key, unitId, which, from], () =>
    client.POST(key, { params: { path: { unitId } }, body: { teams: which, from } }),
  );
  return { query, open: (query.data as Plan | undefined)?.open ?? [] };
}

/** What is still open with the teams: it is cancelled with one reason, or handed over team by team on their own pages. */
function useNote(open: Plan['open']) {
  const { t } = useI18n();
  return (id: string) => {
    const team = open.find((one) => one.id === id);
    return team && t('dissolve.manyOpen', { n: team.tasks + team.difficulties + team.sessions });
  };
}

function useDissolve(
  { unitId, which }: ChosenTeams,
  { reason, ...paper }: DecisionDraft & { from: string; reason: string },
) {
  const told = useRefused();
  return async ({ header, only }: Run): Promise<Answer<Outcome>> => {
    const body = { ...paper, teams: only ? { only: [...only] } : which, ...(reason && { reason }) };
    const path = { unitId };
    const answer = await client.POST('/units/{unitId}/teams/dissolve', { params: { path, header }, body });
    return asOutcome(answer, ({ dissolved, refused, act }) => ({
      done: dissolved,
      failed: told(refused),
      act,
    }));
  };
}

/** Teams end by one decision. */
export function DissolveMany({ teams, onClose }: { teams: ChosenTeams; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [decision, setDecision] = useState(noDecision(me.today));
  const [from, setFrom] = useState<string>(me.today);
  const [reason, setReason] = useState('');
  const { query, open } = usePlan(teams, from);
  const note = useNote(open);
  const dissolve = useDissolve(teams, { ...decision, from, reason: reason.trim() });
  return (
    <BulkAct
      danger
      title={t('dissolve.manyTitle')}
      label={(n) => t('dissolve.manyAct', { n })}
      done={(n) => t('dissolve.manyDone', { n })}
      preview={query}
      note={note}
      ready={decisionComplete(decision)}
      {...(from <= me.today && { final: t('dissolve.manyFinal') })}
      send={dissolve}
      touches={teamPaths}
      onClose={onClose}
    >
      <DecisionFields value={decision} onChange={setDecision} />
      <DayField required label={t('dissolve.from')} value={from} onChange={setFrom} />
      {open.length > 0 && (
        <NoteField
          label={t('dissolve.reason')}
          description={t('dissolve.manyReason', { n: open.length })}
          value={reason}
          onChange={setReason}
        />
      )}
      <p className="muted">{t('dissolve.note')}</p>
    </BulkAct>
  );
}
