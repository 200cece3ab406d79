import { useState } from 'react';
import { api, client, type Schemas } from '../../api/client.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { Dialog, FormFoot } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { nameList } from '../../ui/names.ts';
import { Loaded } from '../../ui/states.tsx';

interface TeamLike {
  id: string;
  name: string;
  supporters: readonly { id: string }[];
}

type Member = NonNullable<Schemas['CommitteeView']>['members'][number];

interface SupporterModalProps {
  unitId: string;
  teams: readonly TeamLike[];
  onClose: () => void;
}

/** One command a team; the first failure is the answer. */
function useSaveSupporters(teams: readonly TeamLike[], onClose: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: async (personIds: readonly string[], header) => {
      const answers = [];
      for (const [index, team] of teams.entries())
        answers.push(
          await client.PUT('/teams/{teamId}/supporters', {
            params: { path: { teamId: team.id }, header: index === 0 ? header : {} },
            body: { personIds: [...personIds] },
          }),
        );
      return answers.find((answer) => answer.error) ?? answers.at(-1) ?? { response: new Response() };
    },
    touches: teamPaths,
    done: () => sayAndClose(t('supporter.saved', { n: teams.length }), onClose),
  });
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

/** Chooses committee members for one team or several; each member's load is shown before the choice. */
export function SupporterModal({ unitId, teams, onClose }: SupporterModalProps) {
  const { t } = useI18n();
  const [only] = teams.length === 1 ? teams : [];
  const [chosen, setChosen] = useState<readonly string[]>(only?.supporters.map((person) => person.id) ?? []);
  const committee = api.useQuery('get', '/units/{unitId}/committee', { params: { path: { unitId } } });
  const save = useSaveSupporters(teams, onClose);
  const names = teams.map((team) => team.name);
  const toggle = (id: string) => () =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Dialog onClose={onClose} title={t('supporter.title')}>
      <div className="form">
        <p className="muted">{nameList(t, names, 4)}</p>
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
        <FormFoot
          label={t('supporter.save')}
          onCancel={onClose}
          onAct={() => save.mutate(chosen)}
          busy={save.isPending}
        />
      </div>
    </Dialog>
  );
}
