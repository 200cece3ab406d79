import type { RouteAnswer, routes } from '#contracts';
import { returnReasonsEn } from '#i18n/server/return-reasons.en';
import { returnReasonsVi } from '#i18n/server/return-reasons.vi';
import type { CardRow } from './card.queries.ts';
import { figuresOf } from '../../work/task/figures.ts';

export type TaskCard = RouteAnswer<typeof routes.myTasks>['tasks'][number];
export interface Reader {
  personId: string;
  language: 'vi' | 'en';
}

export function toCard(row: CardRow, reader: Reader): TaskCard {
  return {
    id: row.id,
    assignmentId: row.assignmentId,
    title: row.title,
    pillar: row.pillar,
    templateCode: row.templateCode,
    state: row.state,
    dueOn: row.dueOn,
    replyByOn: row.replyByOn,
    indicator: row.indicator,
    figures: figuresOf(row, row.state === 'submitted'),
    team: { id: row.teamId, name: row.teamName },
    doer: row.doerId ? { id: row.doerId, fullName: row.doerName ?? '', position: null } : null,
    doerIsMe: row.doerId === reader.personId,
    returnedBecause: row.state === 'returned' ? becauseOf(row, reader.language) : null,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    extension: extensionOf(row),
    priority: row.priority,
    confirmedSeen: row.state === 'confirmed' && row.seen,
  };
}

function extensionOf(row: CardRow): TaskCard['extension'] {
  if (!row.extensionId || !row.extensionUntil) return null;
  return {
    id: row.extensionId,
    until: row.extensionUntil,
    answeredAt: row.extensionAnsweredAt?.toISOString() ?? null,
    granted: row.extensionGranted,
  };
}

/** The commune's own words; without them the reasons that it ticked. */
function becauseOf(row: CardRow, language: 'vi' | 'en'): string {
  const words = language === 'en' ? returnReasonsEn : returnReasonsVi;
  return row.returnComment ?? (row.returnReasons ?? []).map((reason) => words[reason]).join(', ');
}
