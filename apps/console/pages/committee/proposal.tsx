import { Button } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, untold } from '../../ui/bulk/outcome.ts';
import { Notice } from '../../ui/layout.tsx';
import { TeamList } from './team-list.tsx';
import { type Load, supportPaths } from './use-committee.ts';

type Proposal = NonNullable<Load['proposal']>;

/** What the two would carry afterwards. */
function useOutcome({ fromTeams, to, toTeams, teams }: Proposal): string {
  const { t } = useI18n();
  const moved = { n: teams.length, name: to.fullName };
  const [from, with_] = [fromTeams - teams.length, toTeams + teams.length];
  return from === with_
    ? t('committee.even', { ...moved, each: from })
    : t('committee.nearlyEven', { ...moved, from, to: with_ });
}

export function ProposalNotice({ proposal, onSee }: { proposal: Proposal; onSee: () => void }) {
  const { t } = useI18n();
  const { from, fromTeams, fromSilent } = proposal;
  const outcome = useOutcome(proposal);
  const said = { name: from.fullName, n: fromTeams, silent: fromSilent };
  return (
    <Notice
      tone="doing"
      icon="volume-off"
      action={
        <Button size="xs" variant="default" onClick={onSee}>
          {t('committee.see')}
        </Button>
      }
    >
      <b>{t(fromSilent > 0 ? 'committee.proposal' : 'committee.proposalQuiet', said)}</b> {outcome}
    </Notice>
  );
}

/** The proposal by name; nothing moves before its button is pressed. */
export function MoveDialog({ load, onClose }: { load: Load; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  // What was proposed when the dialogue opened: afterwards nothing is.
  const [proposal] = useState(load.proposal);
  if (!proposal) return null;
  const { from, to, teams } = proposal;
  return (
    <BulkAct
      title={t('committee.moveTitle')}
      label={(n) => t('committee.move', { n })}
      done={(n) => t('committee.moved', { n, name: to.fullName })}
      preview={{ data: untold(teams.length, me.holdSeconds) }}
      send={async ({ header }) =>
        asOutcome(
          await client.POST('/units/{unitId}/committee/support', {
            params: { path: { unitId: load.unit.id }, header },
            body: { changes: teams.map(({ id }) => ({ teamId: id, personId: to.id, insteadOf: from.id })) },
          }),
          ({ act }) => ({ done: teams.length, failed: [], act }),
        )
      }
      touches={supportPaths}
      onClose={onClose}
    >
      <MoveText proposal={proposal} />
      <TeamList teams={teams} />
    </BulkAct>
  );
}

function MoveText({ proposal }: { proposal: Proposal }) {
  const { t } = useI18n();
  const outcome = useOutcome(proposal);
  return (
    <>
      <p>{outcome}</p>
      <p className="caption">{t('committee.moveText', { from: proposal.from.fullName, to: proposal.to.fullName })}</p>
    </>
  );
}
