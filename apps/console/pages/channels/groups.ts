/** Chat groups of the teams: how many are named right, as the server has counted them. */
import type { Schemas } from '../../api/client.ts';

export type GroupRow = Schemas['GroupRow'];
export type GroupTally = Schemas['GroupPage']['sums'];

/** The same of a district, whose teams' list tells of groups too. */
export const tallyOf = ({ activeTeams, groups, misnamedGroups }: Schemas['TeamSums']): GroupTally => ({
  right: groups,
  wrong: misnamedGroups,
  none: activeTeams - groups - misnamedGroups,
});
