/** What the person can help with: a hint for the team, said freely and taken back as freely. */
import { useState } from 'preact/hooks';
import { MOST_SKILLS, type Skill, skills } from '#contracts/membership/skill-kinds';
import { tellWhatBecame, useSending } from '../../model/queue/tell.ts';
import { teamPosts } from '../../model/sign-in/session.ts';
import { mySkills, saySkills, skillsText } from '../../model/skills.ts';
import { t } from '../../model/words/words.ts';
import { Switch } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button, GroupHeading } from '../../ui/parts.tsx';
import { AskSheet } from '../../ui/sheet.tsx';

/** For whoever is in a team. */
export function Skills() {
  const [open, setOpen] = useState(false);
  if (teamPosts.value.length === 0) return null;
  const said = mySkills.value;
  const some = said && said.list.length > 0;
  return (
    <>
      <GroupHeading>{t('skills.act')}</GroupHeading>
      <div class="card rows">
        <button type="button" class="row" onClick={() => setOpen(true)}>
          <p class="grow">
            <b>{some ? skillsText(said.list) : t('skills.none')}</b>
            {some && !said.own && <span class="muted">{t('skills.others')}</span>}
          </p>
          <Icon name="next" />
        </button>
      </div>
      {open && <SkillsSheet onClose={() => setOpen(false)} />}
    </>
  );
}

function SkillsSheet({ onClose }: { onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly Skill[]>(mySkills.value?.list ?? []);
  const tooMany = chosen.length > MOST_SKILLS;
  const send = useSending(async () => {
    if (tooMany) return;
    const made = await saySkills(skills.filter((skill) => chosen.includes(skill)));
    onClose();
    if (made) await tellWhatBecame(made.id, () => t('skills.sent'));
  });
  const set = (skill: Skill, on: boolean) =>
    setChosen(on ? [...chosen, skill] : chosen.filter((other) => other !== skill));
  return (
    <AskSheet
      title={t('skills.act')}
      lead={t('skills.lead', { n: MOST_SKILLS })}
      onClose={onClose}
      act={<Button onClick={send}>{t('skills.send')}</Button>}
    >
      <div class="rows">
        {skills.map((skill) => (
          <Switch
            key={skill}
            label={t(`skill.${skill}`)}
            on={chosen.includes(skill)}
            onChange={(on) => set(skill, on)}
          />
        ))}
      </div>
      {tooMany && (
        <p class="error" role="alert">
          {t('skills.tooMany', { n: MOST_SKILLS })}
        </p>
      )}
    </AskSheet>
  );
}
