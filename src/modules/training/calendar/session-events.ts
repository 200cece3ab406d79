/** A person's sessions as events of a calendar; pure. */
import type { CalendarEvent } from '#documents';
import { fill } from '#i18n';
import { documentsEn } from '#i18n/server/documents.en';
import { documentsVi } from '#i18n/server/documents.vi';
import type { InvitationState } from '#contracts/training/training-states';

export interface CalendarSession {
  id: string;
  state: 'published' | 'done' | 'cancelled';
  mine: InvitationState;
  title: string;
  startsAt: Date;
  endsAt: Date;
  place: string | null;
  commune: string;
  onlineUrl: string | null;
  trainer: string;
  provider: string;
  bring: string | null;
  materials: string | null;
  cancelReason: string | null;
  version: number;
  /** Time or place have changed since it was published. */
  isMoved: boolean;
  /** The last step of the session that is known by its time. */
  changedAt: Date;
}
type Language = 'vi' | 'en';

/** A day and an hour before: once to keep the day free, once to leave. */
const REMIND_MINUTES = [24 * 60, 60];
const CALENDAR_DOMAIN = 'tap-huan.to-so';

/** @param appUrl what the mini-app's addresses start with */
export function eventOf(session: CalendarSession, language: Language, appUrl: string): CalendarEvent {
  const url = `${appUrl}/tap-huan/${session.id}`;
  const location = [session.place, session.place ? session.commune : null].filter((part) => part !== null).join(', ');
  return {
    uid: `${session.id}@${CALENDAR_DOMAIN}`,
    sequence: session.version,
    changedAt: session.changedAt,
    startsAt: session.startsAt,
    endsAt: session.endsAt,
    state: stateOf(session),
    summary: session.title,
    description: descriptionOf(session, language, url),
    ...(location && { location }),
    url,
    remindBefore: REMIND_MINUTES,
  };
}

export const calendarName = (language: Language): string => words(language)['calendar.name'];

function stateOf({ state, mine }: CalendarSession): CalendarEvent['state'] {
  if (state === 'cancelled') return 'cancelled';
  return mine === 'seated' || state === 'done' ? 'confirmed' : 'tentative';
}

function descriptionOf(session: CalendarSession, language: Language, url: string): string {
  const { trainer, provider, bring, materials, onlineUrl, cancelReason: reason } = session;
  const word = words(language);
  const isOpen = session.state === 'published';
  return [
    session.state === 'cancelled' && fill(word['calendar.cancelled'], { reason: reason ?? '' }),
    isOpen && session.mine === 'invited' && word['calendar.invited'],
    isOpen && session.mine === 'waiting' && word['calendar.waiting'],
    isOpen && session.isMoved && word['calendar.moved'],
    fill(word['calendar.trainer'], { trainer, provider }),
    bring && fill(word['calendar.bring'], { bring }),
    materials && fill(word['calendar.materials'], { materials }),
    // The link to the room is for those who have a seat.
    onlineUrl && session.mine === 'seated' && fill(word['calendar.online'], { url: onlineUrl }),
    fill(word['calendar.open'], { url }),
  ]
    .filter((line) => typeof line === 'string')
    .join('\n');
}

const words = (language: Language) => (language === 'vi' ? documentsVi : documentsEn);
