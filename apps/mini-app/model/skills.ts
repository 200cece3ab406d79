/** "Mình giúp được gì": said on this phone, with or without a network, and shown as said at once. */
import type { Me } from '#client';
import type { Skill } from '#contracts/membership/skill-kinds';
import { commands, isOpen } from './queue/kept-commands.ts';
import { enqueue } from './queue/enqueue.ts';
import { keepMe, me } from './sign-in/session.ts';
import { computed } from './signals.ts';
import { t } from './words/words.ts';

export type Skills = NonNullable<Me['skills']>;
const LANE = 'skills';

/** What still waits on this phone goes before what the server knew. */
export const mySkills = computed<Skills | undefined>(() => {
  const waiting = commands.value.filter((command) => command.lane === LANE && isOpen(command)).at(-1);
  return waiting ? { list: (waiting.body as { skills: Skill[] }).skills, own: true } : (me.value?.skills ?? undefined);
});

export async function saySkills(skills: Skill[]) {
  const [made] = await enqueue({
    kind: 'skills.say',
    lane: LANE,
    method: 'POST',
    path: '/me/skills',
    body: { skills },
    view: {},
  });
  if (me.value) keepMe({ ...me.value, skills: { list: skills, own: true } });
  return made;
}

/** "Dịch vụ công trực tuyến · Tiếng dân tộc" */
export const skillsText = (list: readonly Skill[]): string => list.map((skill) => t(`skill.${skill}`)).join(' · ');
