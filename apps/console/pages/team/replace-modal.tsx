import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { Choice, FormDialog } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { decisionComplete, DecisionFields, noDecision } from './decision-fields.tsx';
import { noPerson, personBody, PersonFields } from './person-fields.tsx';
import type { Team } from './team.ts';

/** Which member leaves; the one who comes takes the role over. */
function useReplacement(team: Team) {
  const { me } = useIdentity();
  const [memberId, setMemberId] = useState(team.members[0]?.id ?? '');
  const leaving = team.members.find((member) => member.id === memberId);
  const [draft, setDraft] = useState({ ...noPerson(me.today), role: leaving?.role ?? ('member' as const) });
  const choose = (id: string) => {
    const next = team.members.find((member) => member.id === id);
    setMemberId(id);
    if (next) setDraft({ ...draft, role: next.role });
  };
  return { memberId, leaving, draft, setDraft, choose };
}

/** One step: who leaves, who comes, from which day, by which decision. Open work moves along. */
export function ReplaceModal({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { memberId, leaving, draft, setDraft, choose } = useReplacement(team);
  const [byDecision, setByDecision] = useState(false);
  const [decision, setDecision] = useState(noDecision(me.today));
  const name = draft.fullName.trim();
  const save = useCommand({
    send: (_: void, header) =>
      client.POST('/teams/{teamId}/members/{memberId}/replace', {
        params: { path: { teamId: team.id, memberId }, header },
        body: { ...personBody(draft), ...(byDecision && { decision }) },
      }),
    touches: teamPaths,
    done: () => sayAndClose(t('replace.done', { out: leaving?.person.fullName ?? '', in: name }), onClose),
  });
  const submit = () => {
    if (!byDecision || decisionComplete(decision)) save.mutate();
  };
  const members = team.members.map((member) => ({
    value: member.id,
    label: `${member.person.fullName} · ${t(`role.${member.role}`)}`,
  }));
  const shared = { title: t('replace.title'), label: t('team.replace'), busy: save.isPending };
  return (
    <FormDialog {...shared} size="lg" onClose={onClose} onSubmit={submit}>
      <Choice label={t('replace.who')} options={members} value={memberId} onChange={choose} />
      <h2>{t('replace.comes')}</h2>
      <PersonFields value={draft} onChange={setDraft} />
      <Checkbox
        label={t('replace.byDecision')}
        checked={byDecision}
        onChange={(event) => setByDecision(event.currentTarget.checked)}
      />
      {byDecision && <DecisionFields value={decision} onChange={setDecision} />}
      {name && <p className="muted">{t('replace.moves', { name })}</p>}
    </FormDialog>
  );
}
