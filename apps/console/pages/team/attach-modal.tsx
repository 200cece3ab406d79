import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { client, isProblem, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { gapText } from '../../ui/text/gap-text.ts';
import { Notice } from '../../ui/layout.tsx';
import { decisionComplete, DecisionFields, noDecision } from './decision-fields.tsx';
import './team.css';

export type DraftTeam = Pick<Schemas['TeamRow'], 'id' | 'name' | 'gaps'>;

/** Teams that the server found lacking by the rules of the day of signature. */
export const lackingIn = (error: unknown): string[] => {
  const detail = isProblem(error) && error.code === 'membership.composition' ? error.details[0] : undefined;
  return (detail?.params['teams'] as string[] | undefined) ?? [];
};

export function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

interface GapsProps {
  teams: readonly DraftTeam[];
  knows: boolean;
  onKnows: (knows: boolean) => void;
}

/** What was signed can be recorded; who records it has seen what it lacks. */
export function Gaps({ teams, knows, onKnows }: GapsProps) {
  const { t } = useI18n();
  if (teams.length === 0) return null;
  const names = teams.map(({ name, gaps }) => {
    // Several stand with their gaps in the list above.
    const what = teams.length > 1 ? '' : gaps.map((gap) => gapText(t, gap)).join(', ');
    return what ? `${name} (${what})` : name;
  });
  return (
    <>
      <Notice tone="doing" icon="user-exclamation">
        {t('paper.attach.gaps', { names: names.join(', ') })}
      </Notice>
      <Checkbox
        label={t('paper.attach.knows')}
        checked={knows}
        onChange={(event) => onKnows(event.currentTarget.checked)}
      />
    </>
  );
}

function TeamChoice({
  teams,
  chosen,
  onChange,
}: {
  teams: readonly DraftTeam[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const { t } = useI18n();
  return (
    <fieldset className="team-choice choices">
      <legend>{t('paper.attach.which')}</legend>
      {teams.map(({ id, name, gaps }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => onChange(toggled(chosen, id))} />
          <span>
            <b>{name}</b>
            <span className={gaps.length > 0 ? 'cell-2 warn' : 'cell-2'}>
              {gaps.length > 0 ? gaps.map((gap) => gapText(t, gap)).join(', ') : t('gap.none')}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface Props {
  unitId: string;
  /** All drafts that the paper may name. */
  teams: readonly DraftTeam[];
  more?: boolean;
  onClose: () => void;
}

function useAttach({ unitId, teams, onClose }: Props, onLacking: (ids: readonly string[]) => void) {
  const { t } = useI18n();
  return useCommand({
    send: (body: Schemas['AttachDecisionToTeams'], header) =>
      client.POST('/units/{unitId}/teams/decision', { params: { path: { unitId }, header }, body }),
    touches: teamPaths,
    done: ({ activated }, { number }) => {
      const [only] = teams;
      const said =
        teams.length === 1 && only
          ? t('decision.saved', { name: only.name })
          : t('paper.attach.done', { n: activated, number: number.trim() });
      sayAndClose(said, onClose);
    },
    failed: (error) => {
      const ids = lackingIn(error);
      onLacking(ids);
      return ids.length > 0;
    },
  });
}

/** The signed decision of one draft team or of several: all of them are active from the day of signature. */
export function AttachModal(props: Props) {
  const { teams, more, onClose } = props;
  const { t } = useI18n();
  const { me } = useIdentity();
  const [decision, setDecision] = useState(noDecision(me.today));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(teams.map(({ id }) => id)));
  const [found, setFound] = useState<readonly string[]>([]);
  const [knows, setKnows] = useState(false);
  const save = useAttach(props, (ids) => {
    // The rules of the day of signature may ask for more than today's.
    if (ids.length > 0) setKnows(false);
    setFound((before) => [...before, ...ids]);
  });
  const picked = teams.filter(({ id }) => chosen.has(id));
  const lacking = picked.filter(({ id, gaps }) => gaps.length > 0 || found.includes(id));
  const complete = decisionComplete(decision) && picked.length > 0 && (lacking.length === 0 || knows);
  const idsOf = (some: readonly DraftTeam[]) => some.map(({ id }) => id);
  const submit = () => complete && save.mutate({ ...decision, teamIds: idsOf(picked), knowsOfGaps: idsOf(lacking) });
  return (
    <FormDialog
      onClose={onClose}
      title={t('paper.attach.title')}
      label={teams.length === 1 ? t('paper.attach.one') : t('paper.attach.do', { n: picked.length })}
      busy={save.isPending}
      disabled={!complete}
      onSubmit={submit}
    >
      <p className="muted">{t('decision.note')}</p>
      {teams.length > 1 && <TeamChoice teams={teams} chosen={chosen} onChange={setChosen} />}
      {more && <p className="caption">{t('paper.attach.more', { n: teams.length })}</p>}
      <DecisionFields value={decision} onChange={setDecision} />
      <Gaps teams={lacking} knows={knows} onKnows={setKnows} />
    </FormDialog>
  );
}
