import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { noPerson, personBody, type PersonDraft, PersonFields } from './person-fields.tsx';
import type { Team } from './team.ts';

type Member = Team['members'][number];

function draftOf(member: Member | undefined, today: string): PersonDraft {
  if (!member) return noPerson(today);
  return {
    ...noPerson(today),
    personId: member.person.id,
    fullName: member.person.fullName,
    role: member.role,
    position: member.position ?? '',
    affiliation: member.affiliation,
  };
}

/** Adds a person to the team, or changes one from a day on; the past stays as it was. */
export function MemberModal({ team, member, onClose }: { team: Team; member?: Member; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [draft, setDraft] = useState(draftOf(member, me.today));
  const save = useCommand({
    send: ({ personId, ...person }: PersonDraft, header) =>
      member
        ? client.PATCH('/teams/{teamId}/members/{memberId}', {
            params: { path: { teamId: team.id, memberId: member.id }, header },
            body: personBody(person),
          })
        : client.POST('/teams/{teamId}/members', {
            params: { path: { teamId: team.id }, header },
            body: personBody({ personId, ...person }),
          }),
    touches: teamPaths,
    done: () => sayAndClose(t(member ? 'member.changed' : 'member.added', { name: draft.fullName }), onClose),
  });
  const submit = () => save.mutate(draft);
  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={member ? t('member.edit') : t('member.add')}
      label={member ? t('act.save') : t('member.add')}
      busy={save.isPending}
      onSubmit={submit}
    >
      <PersonFields value={draft} onChange={setDraft} phoneRequired={!member} />
    </FormDialog>
  );
}
