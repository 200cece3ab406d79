/** What a member can help with, beside the name: a hint, and written here as long as the member has not said it. */
import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { MOST_SKILLS, skillsOfOthers } from '#contracts/membership/skill-kinds';
import { client } from '../../api/client.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import type { Team } from './team.ts';

type Member = Team['members'][number];

/** "Dịch vụ công trực tuyến, Tiếng dân tộc"; empty where nothing is said. */
export function useSkillsText() {
  const { t } = useI18n();
  return (skills: Member['skills']): string => (skills?.list ?? []).map((skill) => t(`skill.${skill}`)).join('; ');
}

export function SkillsLine({ skills }: { skills: Member['skills'] }) {
  const { t } = useI18n();
  const list = useSkillsText()(skills);
  if (!skills || !list) return null;
  return <p className="caption hide-small">{t(skills.own ? 'skills.ownOf' : 'skills.of', { list })}</p>;
}

interface ModalProps {
  teamId: string;
  member: Member;
  onClose: () => void;
}

export function SkillsModal({ teamId, member: { person, skills }, onClose }: ModalProps) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<readonly string[]>(skills?.list ?? []);
  const save = useCommand({
    send: (_: void, header) =>
      client.PUT('/teams/{teamId}/skills/{personId}', {
        params: { path: { teamId, personId: person.id }, header },
        body: { skills: skillsOfOthers.filter((skill) => chosen.includes(skill)) },
      }),
    touches: teamPaths,
    done: () => sayAndClose(t('skills.saved', { name: person.fullName }), onClose),
  });
  return (
    <FormDialog
      title={t('skills.title', { name: person.fullName })}
      label={t('act.save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <p className="muted">{t('skills.lead', { n: MOST_SKILLS })}</p>
      <Checkbox.Group value={[...chosen]} onChange={setChosen} aria-label={t('skills.act')}>
        <div className="skill-boxes">
          {skillsOfOthers.map((skill) => (
            <Checkbox
              key={skill}
              value={skill}
              label={t(`skill.${skill}`)}
              // What is chosen can always be taken away again.
              disabled={chosen.length >= MOST_SKILLS && !chosen.includes(skill)}
            />
          ))}
        </div>
      </Checkbox.Group>
    </FormDialog>
  );
}
