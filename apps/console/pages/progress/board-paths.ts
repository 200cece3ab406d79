/** What a command on the board changes. */
export const boardPaths = [
  '/assignments/{assignmentId}',
  '/assignments/{assignmentId}/tasks',
  '/assignments/{assignmentId}/reach',
  '/assignments/{assignmentId}/roll-up',
  '/assignments/{assignmentId}/call-list',
  '/units/{unitId}/assignments',
] as const;
