/** What an act on numbers of communes makes stale. */
export const allotmentPaths = [
  '/allotments/{allotmentId}',
  '/units/{unitId}/allotments',
  '/units/{unitId}/number-series',
] as const;
