import { accountRoutes } from './accounts.ts';
import { accessRoutes } from './access.ts';
import { assignmentRoutes } from './assignments.ts';
import { channelRoutes } from './channels.ts';
import { committeeRoutes } from './committees.ts';
import { correctionRoutes } from './corrections.ts';
import { membershipRoutes } from './membership.ts';
import { notificationRoutes } from './notifications.ts';
import { officerRoutes } from './officers.ts';
import { organizationRoutes } from './organization.ts';
import { referenceRoutes } from './references.ts';
import { reportRoutes } from './reporting.ts';
import { boardRoutes } from './reporting-board.ts';
import { listRoutes } from './reporting-lists.ts';
import { paperRoutes } from './reporting-papers.ts';
import { restatedRoutes } from './reporting-restated.ts';
import { rosterRoutes } from './rosters.ts';
import { resultRoutes } from './results.ts';
import { taskRoutes } from './tasks.ts';
import { trainingDoorRoutes } from './training-door.ts';
import { trainingMemberRoutes } from './training-members.ts';
import { trainingPlanRoutes } from './training.ts';
import { workDayRoutes } from './work-days.ts';

/** Every endpoint of the API, by operation id. */
export const routes = {
  ...accessRoutes,
  ...accountRoutes,
  ...organizationRoutes,
  ...referenceRoutes,
  ...membershipRoutes,
  ...committeeRoutes,
  ...correctionRoutes,
  ...rosterRoutes,
  ...officerRoutes,
  ...assignmentRoutes,
  ...taskRoutes,
  ...resultRoutes,
  ...notificationRoutes,
  ...channelRoutes,
  ...trainingPlanRoutes,
  ...trainingMemberRoutes,
  ...trainingDoorRoutes,
  ...reportRoutes,
  ...boardRoutes,
  ...paperRoutes,
  ...listRoutes,
  ...restatedRoutes,
  ...workDayRoutes,
};
export type RouteId = keyof typeof routes;
