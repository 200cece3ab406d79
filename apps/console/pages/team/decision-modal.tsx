import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { Dialog, FormFoot } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { decisionComplete, DecisionFields, noDecision } from './decision-fields.tsx';
import type { Team } from './team-page.tsx';

export function DecisionModal({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [decision, setDecision] = useState(noDecision(me.today));
  const save = useCommand({
    send: (body: typeof decision, header) =>
      client.POST('/teams/{teamId}/decision', { params: { path: { teamId: team.id }, header }, body }),
    touches: teamPaths,
    done: () => {
      showNotice(t('decision.saved', { name: team.name }));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (decisionComplete(decision)) save.mutate(decision);
  };
  return (
    <Dialog onClose={onClose} title={t('team.attachSigned')}>
      <form className="form" onSubmit={submit}>
        <p className="muted">{t('decision.note')}</p>
        <DecisionFields value={decision} onChange={setDecision} />
        <FormFoot
          label={t('decision.attach')}
          onCancel={onClose}
          busy={save.isPending}
          disabled={!decisionComplete(decision)}
        />
      </form>
    </Dialog>
  );
}
