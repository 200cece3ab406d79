import { useState } from 'react';
import { correctDecision } from '#client/commands';
import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { refresh, teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { changesOf, CorrectionsDialog } from '../../ui/corrections.tsx';
import { useDecisionFields } from './decision-fields.tsx';
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
  const decisionFields = useDecisionFields();
  // As it stood when the dialogue was opened: what somebody else writes meanwhile is not overwritten.
  const [{ id: decisionId, version, teams, kind, number, signedOn, signer }] = useState(decision);
  return (
    <CommandForm
      route={correctDecision}
      path={{ teamId: team.id, decisionId }}
      touches={[...teamPaths, history]}
      title={t('decision.correctTitle', { number })}
      text={<p className="muted">{t(kind === 'establish' ? 'decision.correctNoteFirst' : 'decision.correctNote')}</p>}
      body={{ version }}
      start={{ number, signedOn, signer, everywhere: teams > 1 }}
      fields={{
        ...decisionFields,
        everywhere: {
          as: 'own',
          show: ({ value, onChange }) => (
            <EverywhereBox
              teams={teams}
              label={t('decision.everywhere', { n: teams })}
              checked={value === true}
              onChange={onChange}
            />
          ),
        },
        reason: { as: 'note', label: t('correction.reason') },
      }}
      label={t('act.save')}
      said={(_, values) => t('decision.corrected', { number: values.number?.trim() ?? '' })}
      failed={() => refresh(teamPaths)}
      onClose={onClose}
    />
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
