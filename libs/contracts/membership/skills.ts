/** "Mình giúp được gì": a hint for whoever chooses a person, and nothing else. No list is cut or ordered by it. */
import { z } from 'zod';
import { route } from '../route.ts';
import { MOST_SKILLS, skills, skillsOfOthers } from './skill-kinds.ts';

export const MemberSkills = z
  .object({
    list: z.array(z.enum(skills)),
    /** Said by the person themself: nobody else changes it. */
    own: z.boolean(),
  })
  .meta({ id: 'MemberSkills' });

export const skillRoutes = {
  saySkills: route({
    method: 'POST',
    path: '/me/skills',
    summary: 'What I can help my teams with, six at most; an empty list takes it back, and nobody writes another one',
    access: 'self',
    command: true,
    status: 204,
    body: z.strictObject({ skills: z.array(z.enum(skills)).max(MOST_SKILLS) }).meta({ id: 'OwnSkillsInput' }),
  }),
  setMemberSkills: route({
    method: 'PUT',
    path: '/teams/{teamId}/skills/{personId}',
    summary: 'Write what a member can help with, as long as the member has not said it',
    access: 'invite.create',
    command: true,
    status: 204,
    body: z.strictObject({ skills: z.array(z.enum(skillsOfOthers)).max(MOST_SKILLS) }).meta({ id: 'SkillsInput' }),
  }),
};
