import { useState } from 'react';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { BulkAct } from '../../ui/bulk/bulk-act.tsx';
import { asOutcome, untold } from '../../ui/bulk/outcome.ts';
import { nameList } from '../../ui/names.ts';
import { Loaded } from '../../ui/states.tsx';

type Member = NonNullable<Schemas['CommitteeView']>['members'][number];

/** Teams as their list shows them: the server knows which they are. */
export interface ChosenTeams {
  unitId: string;
  count: number;
  /** Of them those that are here. */
  names: readonly string[];
  which: Schemas['GiveSupport']['teams'];
  /** Of a single team. */
  supporters?: readonly { id: string }[];
}

function MemberChoice({ member, checked, onToggle }: { member: Member; checked: boolean; onToggle: () => void }) {
  const { t } = useI18n();
  return (
    <label>
      <input type="checkbox" checked={checked} onChange={onToggle} />
      <span>
        <b>{member.person.fullName}</b>
        {member.person.position && <span className="cell-2">{member.person.position}</span>}
      </span>
      <span className="caption">{t('supporter.load', { n: member.supports })}</span>
    </label>
  );
}

interface MembersProps {
  unitId: string;
  chosen: readonly string[];
  onChoose: (chosen: readonly string[]) => void;
}

function Members({ unitId, chosen, onChoose }: MembersProps) {
  const { t } = useI18n();
  const committee = api.useQuery('get', '/units/{unitId}/committee', { params: { path: { unitId } } });
  const toggle = (id: string) => () =>
    onChoose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Loaded query={committee} rows={4}>
      {(view) => (
        <>
          {!view?.members.length && <p>{t('supporter.noCommittee')}</p>}
          <ul className="choices">
            {view?.members.map((member) => (
              <li key={member.id}>
                <MemberChoice
                  member={member}
                  checked={chosen.includes(member.person.id)}
                  onToggle={toggle(member.person.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </Loaded>
  );
}

/** Chooses committee members for one team or many; each member's load is shown before the choice. */
export function SupporterModal({ teams, onClose }: { teams: ChosenTeams; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { unitId, count, names, which, supporters } = teams;
  const [chosen, setChosen] = useState<readonly string[]>(supporters?.map(({ id }) => id) ?? []);
  return (
    <BulkAct
      title={t('supporter.title')}
      label={(n) => t('supporter.save', { n })}
      done={(n) => t('supporter.saved', { n })}
      preview={{ data: untold(count, me.holdSeconds) }}
      ready={chosen.length > 0 || supporters !== undefined}
      send={async ({ header }) =>
        asOutcome(
          await client.POST('/units/{unitId}/supporters', {
            params: { path: { unitId }, header },
            body: { teams: which, personIds: [...chosen] },
          }),
          ({ given, unchanged, refused, act }) => ({
            done: given + unchanged,
            failed: refused.map((team) => ({ ...team, why: t('supporter.otherCommune'), again: false })),
            act,
          }),
        )
      }
      touches={teamPaths}
      onClose={onClose}
    >
      <p className="muted">{nameList(t, names, 4, count)}</p>
      <Members unitId={unitId} chosen={chosen} onChoose={setChosen} />
    </BulkAct>
  );
}
