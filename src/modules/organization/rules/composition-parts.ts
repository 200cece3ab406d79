/** What a team or committee is to be made of, as the rows that teams are judged by. Pure. */
import type { CompositionRule } from '../dated-rules/composition-rule.entity.ts';
import type { RuleValue } from '../dated-rules/rule-registry.ts';

export type Part = Pick<CompositionRule, 'code' | 'subject' | 'kind' | 'role' | 'affiliation' | 'min' | 'max'>;

const NONE = { role: null, affiliation: null, max: null };

/** A team has one leader, whatever else is asked. */
export function partsOf(value: Extract<RuleValue, { kind: 'composition' | 'committee' }>): Part[] {
  const subject = value.kind === 'committee' ? 'committee' : 'team';
  const asked = [...new Set(value.affiliations)].map(
    (affiliation): Part => ({
      ...NONE,
      code: `${subject}.${affiliation}`,
      subject,
      kind: 'affiliation',
      affiliation,
      min: 1,
    }),
  );
  if (value.kind === 'committee') return asked;
  const of = (part: Pick<Part, 'code' | 'kind' | 'min'> & Partial<Part>): Part => ({ ...NONE, subject, ...part });
  const deputies = of({ code: 'team.deputy', kind: 'role_count', role: 'deputy', min: value.deputies });
  return [
    of({ code: 'team.min_members', kind: 'min_members', min: value.members }),
    of({ code: 'team.leader', kind: 'role_count', role: 'leader', min: 1, max: 1 }),
    ...(value.deputies > 0 ? [deputies] : []),
    ...asked,
  ];
}
