import type { Lack } from '#contracts/access/readiness';

/** In the order of the legend: from what is ready to what is missing first. */
export const lacks: readonly Lack[] = ['none', 'invite', 'roster', 'entry', 'focal'];
