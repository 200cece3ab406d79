import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, untold } from '../../ui/bulk/outcome.ts';
import { Choice } from '../../ui/form.tsx';
import { useQuietText } from './team-list.tsx';
import { type Load, supportPaths } from './use-committee.ts';

interface AssignProps {
  load: Load;
  /** The one whose button was pressed; others without a supporter can go with it. */
  teamId: string;
  onClose: () => void;
}

/** Each person once, with how many teams they have. */
function usePeople(load: Load) {
  const { t } = useI18n();
  const people = new Map(load.members.map((member) => [member.person.id, member]));
  return [...people.values()].map(({ person, teams }) => ({
    value: person.id,
    name: person.fullName,
    label: t('committee.load', { name: person.fullName, n: teams.length }),
  }));
}

function TeamChoices({
  load,
  chosen,
  onToggle,
}: {
  load: Load;
  chosen: ReadonlySet<string>;
  onToggle: (id: string) => void;
}) {
  const { t } = useI18n();
  const quiet = useQuietText();
  return (
    <fieldset className="committee-teams-choice">
      <legend className="field-label">{t('committee.assignTeams')}</legend>
      <ul className="choices">
        {load.alone.map((team) => (
          <li key={team.id}>
            <label>
              <input type="checkbox" checked={chosen.has(team.id)} onChange={() => onToggle(team.id)} />
              <span>{team.name}</span>
              <span className="caption">{quiet(team)}</span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** Several teams without a supporter get one at once. */
export function AssignDialog({ load, teamId, onClose }: AssignProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const people = usePeople(load);
  const first = load.alone.find(({ id }) => id === teamId)?.lightest?.person.id ?? null;
  const [personId, setPersonId] = useState(first);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set([teamId]));
  const name = people.find(({ value }) => value === personId)?.name ?? '';
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <BulkAct
      title={t('committee.assignTitle')}
      label={(n) => t('committee.assignAct', { n })}
      done={(n) => t('committee.assigned', { name, n })}
      preview={{ data: untold(chosen.size, me.holdSeconds) }}
      ready={personId !== null}
      send={async ({ header }) =>
        asOutcome(
          await client.POST('/units/{unitId}/committee/support', {
            params: { path: { unitId: load.unit.id }, header },
            body: { changes: [...chosen].map((id) => ({ teamId: id, personId: personId ?? '', insteadOf: null })) },
          }),
          ({ act }) => ({ done: chosen.size, failed: [], act }),
        )
      }
      touches={supportPaths}
      onClose={onClose}
    >
      <Choice label={t('committee.assignTo')} searchable options={people} value={personId} onChange={setPersonId} />
      <TeamChoices load={load} chosen={chosen} onToggle={toggle} />
    </BulkAct>
  );
}
