import { useState } from 'react';
import { api, client } from '../../api/client.ts';
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

/** Chooses committee members for one team or several; each member's load is shown before the choice. */
export function SupporterModal({
  unitId,
  teams,
  onClose,
}: {
  unitId: string;
  teams: readonly TeamLike[];
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<readonly string[]>(
    teams.length === 1 ? (teams[0]?.supporters.map((person) => person.id) ?? []) : [],
  );
  const committee = api.useQuery('get', '/units/{unitId}/committee', { params: { path: { unitId } } });
  const save = useCommand({
    send: async (personIds: readonly string[], header) => {
      const answers = [];
      for (const [index, team] of teams.entries()) {
        answers.push(
          await client.PUT('/teams/{teamId}/supporters', {
            params: { path: { teamId: team.id }, header: index === 0 ? header : {} },
            body: { personIds: [...personIds] },
          }),
        );
      }
      return answers.find((answer) => answer.error) ?? answers.at(-1) ?? { response: new Response() };
    },
    touches: teamPaths,
    done: () => sayAndClose(t('supporter.saved', { n: teams.length }), onClose),
  });
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <Dialog onClose={onClose} title={t('supporter.title')}>
      <div className="form">
        <p className="muted">
          {nameList(
            t,
            teams.map((team) => team.name),
            4,
          )}
        </p>
        <Loaded query={committee} rows={4}>
          {(view) =>
            view === null || view.members.length === 0 ? (
              <p>{t('supporter.noCommittee')}</p>
            ) : (
              <ul className="choices">
                {view.members.map((member) => (
                  <li key={member.id}>
                    <label>
                      <input
                        type="checkbox"
                        checked={chosen.includes(member.person.id)}
                        onChange={() => toggle(member.person.id)}
                      />
                      <span>
                        <b>{member.person.fullName}</b>
                        {member.person.position && <span className="cell-2">{member.person.position}</span>}
                      </span>
                      <span className="caption">{t('supporter.load', { n: member.supports })}</span>
                    </label>
                  </li>
                ))}
              </ul>
            )
          }
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
