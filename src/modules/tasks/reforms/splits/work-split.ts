/** A team's work as it is shared out when its hamlet becomes two. */
import type { SplitHalves, WorkingHalf } from '#contracts/organization/splits/split-gaps';

/** Half a hamlet with its team; of one in which nobody goes on there is none. */
export interface WorkHalf extends WorkingHalf {
  unitId: string;
  communeId: string;
  teamId: string | null;
  memberIds: readonly string[];
}
export interface Split {
  earlierId: string;
  halves: SplitHalves<WorkHalf>;
  byId: string;
}
