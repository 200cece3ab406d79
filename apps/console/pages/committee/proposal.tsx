import { Button } from '@mantine/core';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog, FormFoot } from '../../ui/form.tsx';
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
  const { proposal } = load;
  const move = useCommand({
    send: ({ from, to, teams }: Proposal, header) =>
      client.POST('/units/{unitId}/committee/support', {
        params: { path: { unitId: load.unit.id }, header },
        body: { changes: teams.map(({ id }) => ({ teamId: id, personId: to.id, insteadOf: from.id })) },
      }),
    touches: supportPaths,
    done: (_, { teams, to }) => sayAndClose(t('committee.moved', { n: teams.length, name: to.fullName }), onClose),
  });
  if (!proposal) return null;
  return (
    <Dialog title={t('committee.moveTitle')} onClose={onClose}>
      <div className="form">
        <MoveText proposal={proposal} />
        <TeamList teams={proposal.teams} />
        <FormFoot
          label={t('committee.move', { n: proposal.teams.length })}
          cancelLabel={t('act.close')}
          busy={move.isPending}
          onCancel={onClose}
          onAct={() => move.mutate(proposal)}
        />
      </div>
    </Dialog>
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
