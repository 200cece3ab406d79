/** The module's tables. */
import { CalendarFeed } from './calendar/calendar-feed.entity.ts';
import { TrainingTopic } from './catalogue/training-topic.entity.ts';
import { CheckIn } from './attendance/check-in/check-in.entity.ts';
import { Certificate } from './results/certificates/certificate.entity.ts';
import { SheetPhoto } from './attendance/sheets/sheet-photo.entity.ts';
import { TrainingCredit } from './results/credits/training-credit.entity.ts';
import { AvoidTime } from './sessions/clashes/avoid-time.entity.ts';
import { TrainingFeedback } from './results/results/training-feedback.entity.ts';
import { SessionInvitation } from './sessions/seats/session-invitation.entity.ts';
import { SessionTeam, TrainingSession } from './sessions/session/training-session.entity.ts';

export const trainingEntities = [
  AvoidTime,
  CalendarFeed,
  Certificate,
  CheckIn,
  SessionInvitation,
  SessionTeam,
  SheetPhoto,
  TrainingCredit,
  TrainingFeedback,
  TrainingSession,
  TrainingTopic,
];
