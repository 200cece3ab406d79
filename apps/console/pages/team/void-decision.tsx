import { useState } from 'react';
import { voidDecision } from '#client/commands';
import { refresh, teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
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
  return (
    <CommandForm
      route={voidDecision}
      path={{ teamId: team.id, decisionId }}
      touches={teamPaths}
      danger
      title={t('decision.void.title', { number })}
      text={<p className="muted">{t(`decision.void.note.${kind}`)}</p>}
      body={{ version }}
      start={{ everywhere: false }}
      fields={{
        everywhere: {
          as: 'own',
          show: ({ value, onChange }) => (
            <EverywhereBox
              teams={teams}
              label={t('decision.void.everywhere', { n: teams })}
              checked={value === true}
              onChange={onChange}
            />
          ),
        },
        reason: { as: 'note', label: t('decision.void.reason') },
      }}
      label={t('decision.void.do')}
      said={t('decision.void.done', { number })}
      failed={() => refresh(teamPaths)}
      onClose={onClose}
    />
  );
}
