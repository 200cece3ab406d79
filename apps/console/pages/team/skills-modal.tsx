/** What a member can help with, beside the name: a hint, and written here as long as the member has not said it. */
import { Checkbox } from '@mantine/core';
import { setMemberSkills } from '#client/commands';
import { MOST_SKILLS, skillsOfOthers } from '#contracts/membership/skill-kinds';
import { teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
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

type Skill = (typeof skillsOfOthers)[number];

function Boxes({ chosen, onChange }: { chosen: readonly Skill[]; onChange: (chosen: Skill[]) => void }) {
  const { t } = useI18n();
  return (
    <Checkbox.Group
      value={[...chosen]}
      onChange={(next) => onChange(skillsOfOthers.filter((skill) => next.includes(skill)))}
      aria-label={t('skills.act')}
    >
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
  );
}

interface ModalProps {
  teamId: string;
  member: Member;
  onClose: () => void;
}

export function SkillsModal({ teamId, member: { person, skills }, onClose }: ModalProps) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={setMemberSkills}
      path={{ teamId, personId: person.id }}
      touches={teamPaths}
      title={t('skills.title', { name: person.fullName })}
      text={<p className="muted">{t('skills.lead', { n: MOST_SKILLS })}</p>}
      start={{ skills: skillsOfOthers.filter((skill) => skills?.list.some((own) => own === skill)) }}
      fields={{
        skills: { as: 'own', show: ({ value, onChange }) => <Boxes chosen={value ?? []} onChange={onChange} /> },
      }}
      label={t('act.save')}
      said={t('skills.saved', { name: person.fullName })}
      onClose={onClose}
    />
  );
}
