import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { decisionComplete, DecisionFields, noDecision } from './decision-fields.tsx';
import type { Team } from './team.ts';

export function DecisionModal({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [decision, setDecision] = useState(noDecision(me.today));
  const save = useCommand({
    send: (body: typeof decision, header) =>
      client.POST('/teams/{teamId}/decision', { params: { path: { teamId: team.id }, header }, body }),
    touches: teamPaths,
    done: () => sayAndClose(t('decision.saved', { name: team.name }), onClose),
  });
  const submit = () => {
    if (decisionComplete(decision)) save.mutate(decision);
  };
  return (
    <FormDialog
      onClose={onClose}
      title={t('team.attachSigned')}
      label={t('decision.attach')}
      busy={save.isPending}
      disabled={!decisionComplete(decision)}
      onSubmit={submit}
    >
      <p className="muted">{t('decision.note')}</p>
      <DecisionFields value={decision} onChange={setDecision} />
    </FormDialog>
  );
}
