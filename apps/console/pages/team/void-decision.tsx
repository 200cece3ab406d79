import { useState } from 'react';
import { client } from '../../api/client.ts';
import { refresh, teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { EverywhereBox } from './everywhere-box.tsx';
import type { Team } from './team.ts';

interface Props {
  team: Team;
  decision: Team['decisions'][number];
  onClose: () => void;
}

/** A decision that never was goes, and stays in the history with the reason. */
export function VoidDecisionModal({ team, decision, onClose }: Props) {
  const { t } = useI18n();
  // As it stood when the dialogue was opened.
  const [{ id: decisionId, version, teams, kind, number }] = useState(decision);
  const [everywhere, setEverywhere] = useState(false);
  const [reason, setReason] = useState('');
  const save = useCommand({
    send: (_: void, header) =>
      client.POST('/teams/{teamId}/decisions/{decisionId}/void', {
        params: { path: { teamId: team.id, decisionId }, header },
        body: { version, reason: reason.trim(), everywhere },
      }),
    touches: teamPaths,
    done: () => sayAndClose(t('decision.void.done', { number }), onClose),
    failed: () => {
      refresh(teamPaths);
      return false;
    },
  });
  return (
    <FormDialog
      danger
      onClose={onClose}
      title={t('decision.void.title', { number })}
      label={t('decision.void.do')}
      busy={save.isPending}
      disabled={reason.trim() === ''}
      onSubmit={() => save.mutate()}
    >
      <p className="muted">{t(`decision.void.note.${kind}`)}</p>
      <EverywhereBox
        teams={teams}
        label={t('decision.void.everywhere', { n: teams })}
        checked={everywhere}
        onChange={setEverywhere}
      />
      <NoteField required label={t('decision.void.reason')} maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
