import { CountTold } from './count-told.ts';
import { PersonRoutes } from '../../plan/planning/person-routes.ts';
import { PreviewClosings } from './preview-closings.ts';
import { PreviewManyPosts } from './preview-many-posts.ts';
import { PreviewFormRemind } from './preview-form-remind.ts';
import { PreviewRemind } from './preview-remind.ts';
import { PreviewTold } from '../../plan/planning/preview-told.ts';
import { TeamAudience } from '../../plan/planning/team-audience.ts';
import { FormRemindersController } from './form-reminders.controller.ts';
import { RemindersController } from './reminders.controller.ts';

export const reminderControllers = [FormRemindersController, RemindersController];
export const reminderProviders = [
  CountTold,
  PersonRoutes,
  PreviewClosings,
  PreviewManyPosts,
  PreviewFormRemind,
  PreviewRemind,
  PreviewTold,
  TeamAudience,
];
