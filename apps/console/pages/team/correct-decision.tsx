import { useState } from 'react';
import { formatDate } from '#i18n';
import { api, client } from '../../api/client.ts';
import { refresh, teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { changesOf, CorrectionsDialog } from '../../ui/corrections.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { decisionComplete, DecisionFields } from './decision-fields.tsx';
import { EverywhereBox } from './everywhere-box.tsx';
import type { Team } from './team.ts';

type Decision = Team['decisions'][number];
interface Props {
  team: Team;
  decision: Decision;
  onClose: () => void;
}

const history = '/teams/{teamId}/decisions/{decisionId}/corrections';

/** The same paper often stands with many teams: it is put right in all of them, unless the officer says otherwise. */
export function CorrectDecisionModal({ team, decision, onClose }: Props) {
  const { t } = useI18n();
  // As it stood when the dialogue was opened: what somebody else writes meanwhile is not overwritten.
  const [{ id: decisionId, version, teams, kind, ...seen }] = useState(decision);
  const [words, setWords] = useState({ number: seen.number, signedOn: seen.signedOn, signer: seen.signer });
  const [everywhere, setEverywhere] = useState(teams > 1);
  const [reason, setReason] = useState('');
  const complete = decisionComplete(words) && reason.trim() !== '';
  const save = useCommand({
    send: (_: void, header) =>
      client.PATCH('/teams/{teamId}/decisions/{decisionId}', {
        params: { path: { teamId: team.id, decisionId }, header },
        body: { ...words, version, reason: reason.trim(), everywhere },
      }),
    touches: [...teamPaths, history],
    done: () => sayAndClose(t('decision.corrected', { number: words.number.trim() }), onClose),
    failed: () => {
      refresh(teamPaths);
      return false;
    },
  });
  return (
    <FormDialog
      onClose={onClose}
      title={t('decision.correctTitle', { number: seen.number })}
      label={t('act.save')}
      busy={save.isPending}
      disabled={!complete}
      onSubmit={() => complete && save.mutate()}
    >
      <p className="muted">{t(kind === 'establish' ? 'decision.correctNoteFirst' : 'decision.correctNote')}</p>
      <DecisionFields value={words} onChange={setWords} />
      <EverywhereBox
        teams={teams}
        label={t('decision.everywhere', { n: teams })}
        checked={everywhere}
        onChange={setEverywhere}
      />
      <NoteField required label={t('correction.reason')} maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

export function DecisionHistory({ team, decision, onClose }: Props) {
  const { t, lang } = useI18n();
  const query = api.useQuery('get', history, {
    params: { path: { teamId: team.id, decisionId: decision.id } },
  });
  const rows = query.data?.map(({ before, after, ...rest }) => ({
    ...rest,
    changes: changesOf(before, after, [
      ['number', t('decision.numberLabel')],
      ['signedOn', t('decision.dateLabel'), (day) => formatDate(day, lang, { withYear: true })],
      ['signer', t('decision.signerLabel')],
    ]),
  }));
  return (
    <CorrectionsDialog
      title={t('correction.title', { of: decision.number })}
      query={{ ...query, data: rows }}
      onClose={onClose}
    />
  );
}
