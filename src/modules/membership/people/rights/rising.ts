/** Whose rights grow by a post: compared right by right, never by one that stands for all. Pure. */
import { type Action, actions, roleMay } from '#contracts/actions';
import { type Role, roles } from '#contracts/enums';

/** People of one committee let each other in: what the one could open, the other could. */
const ofCommittee: ReadonlySet<Role> = new Set<Role>(['committee_member', 'focal_officer']);

const holds = (role: Role, other: Role): boolean =>
  (ofCommittee.has(role) && ofCommittee.has(other)) ||
  (Object.keys(actions) as Action[]).every((action) => !roleMay(other, action) || roleMay(role, action));

/** Roles that carry all that this one carries, at the same place: whoever has one of them gains nothing by it. */
export const rolesWithAllOf = (role: Role): Role[] => roles.filter((one) => holds(one, role));

/** Each role with one that carries all of it: for statements that compare what is held with what is given. */
export const coveringRoles: readonly { role: Role; by: Role }[] = roles.flatMap((role) =>
  rolesWithAllOf(role).map((by) => ({ role, by })),
);
