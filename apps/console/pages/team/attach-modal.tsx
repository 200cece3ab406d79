import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { attachDecisionToTeams } from '#client/commands';
import { isProblem, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { gapText } from '../../ui/text/gap-text.ts';
import { Notice } from '../../ui/layout.tsx';
import { useDecisionFields } from './decision-fields.tsx';
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
  onChange: (chosen: string[]) => void;
}) {
  const { t } = useI18n();
  return (
    <fieldset className="team-choice choices">
      <legend>{t('paper.attach.which')}</legend>
      {teams.map(({ id, name, gaps }) => (
        <label key={id}>
          <input type="checkbox" checked={chosen.has(id)} onChange={() => onChange([...toggled(chosen, id)])} />
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

const idsOf = (teams: readonly DraftTeam[]): string[] => teams.map(({ id }) => id);

/** Which of the chosen teams lack something, by today's rules or by those of the day of signature, and whether that is known. */
function useLacking(teams: readonly DraftTeam[]) {
  const [found, setFound] = useState<readonly string[]>([]);
  const [knows, setKnows] = useState(false);
  const lackingOf = (chosen: readonly string[] | null | undefined) =>
    teams.filter(({ id, gaps }) => chosen?.includes(id) && (gaps.length > 0 || found.includes(id)));
  const refused = (error: unknown): boolean => {
    const ids = lackingIn(error);
    // The rules of the day of signature may ask for more than today's.
    if (ids.length > 0) setKnows(false);
    setFound((before) => [...before, ...ids]);
    return ids.length > 0;
  };
  return { lackingOf, knows, setKnows, refused };
}

/** The signed decision of one draft team or of several: all of them are active from the day of signature. */
export function AttachModal({ unitId, teams, more, onClose }: Props) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const decisionFields = useDecisionFields();
  const { lackingOf, knows, setKnows, refused } = useLacking(teams);
  const only = teams.length === 1 ? teams[0] : undefined;
  return (
    <CommandForm
      route={attachDecisionToTeams}
      path={{ unitId }}
      touches={teamPaths}
      title={t('paper.attach.title')}
      text={<p className="muted">{t('decision.note')}</p>}
      start={{ teamIds: idsOf(teams), signedOn: me.today }}
      body={({ teamIds }) => ({ knowsOfGaps: idsOf(lackingOf(teamIds)) })}
      fields={({ teamIds }) => ({
        teamIds: {
          as: 'own',
          forgets: true,
          show: ({ value, onChange }) => (
            <>
              {!only && <TeamChoice teams={teams} chosen={new Set(value)} onChange={onChange} />}
              {more && <p className="caption">{t('paper.attach.more', { n: teams.length })}</p>}
            </>
          ),
        },
        ...decisionFields,
        knowsOfGaps: {
          as: 'own',
          show: () => <Gaps teams={lackingOf(teamIds)} knows={knows} onKnows={setKnows} />,
        },
      })}
      ready={({ teamIds }) => (teamIds?.length ?? 0) > 0 && (knows || lackingOf(teamIds).length === 0)}
      label={({ teamIds }) => (only ? t('paper.attach.one') : t('paper.attach.do', { n: teamIds?.length ?? 0 }))}
      said={({ activated }, { number }) =>
        only
          ? t('decision.saved', { name: only.name })
          : t('paper.attach.done', { n: activated, number: number?.trim() ?? '' })
      }
      failed={refused}
      onClose={onClose}
    />
  );
}
