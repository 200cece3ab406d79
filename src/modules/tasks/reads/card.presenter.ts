import type { RouteAnswer, routes } from '#contracts';
import { returnReasonsEn } from '#i18n/server/return-reasons.en';
import { returnReasonsVi } from '#i18n/server/return-reasons.vi';
import type { CardRow } from './card.queries.ts';
import { figuresOf } from './figures.ts';

export type TaskCard = RouteAnswer<typeof routes.myTasks>['tasks'][number];
export interface Reader {
  personId: string;
  language: 'vi' | 'en';
}

export function toCard(row: CardRow, reader: Reader): TaskCard {
  return {
    id: row.id,
    assignmentId: row.assignment_id,
    title: row.title,
    pillar: row.pillar,
    templateCode: row.template_code,
    state: row.state,
    dueOn: row.due_on,
    replyByOn: row.reply_by_on,
    indicator: row.indicator,
    figures: figuresOf(row, row.state === 'submitted'),
    team: { id: row.team_id, name: row.team_name },
    doer: row.doer_id ? { id: row.doer_id, fullName: row.doer_name ?? '', position: null } : null,
    doerIsMe: row.doer_id === reader.personId,
    returnedBecause: row.state === 'returned' ? becauseOf(row, reader.language) : null,
    submittedAt: row.submitted_at?.toISOString() ?? null,
    extension: extensionOf(row),
    priority: row.priority,
    confirmedSeen: row.state === 'confirmed' && row.seen,
  };
}

function extensionOf(row: CardRow): TaskCard['extension'] {
  if (!row.extension_id || !row.extension_until) return null;
  return {
    id: row.extension_id,
    until: row.extension_until,
    answeredAt: row.extension_answered_at?.toISOString() ?? null,
    granted: row.extension_granted,
  };
}

/** The commune's own words; without them the reasons that it ticked. */
function becauseOf(row: CardRow, language: 'vi' | 'en'): string {
  const words = language === 'en' ? returnReasonsEn : returnReasonsVi;
  return row.return_comment ?? (row.return_reasons ?? []).map((reason) => words[reason]).join(', ');
}
