/** The lines and findings of a draft, and what is done about them: each act is the next version. */
import { useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import { usePages, useWhole } from '../../../api/use-pages.ts';
import { useReformCommand } from '../reform-command.ts';
import type { Finding, Line, Reform } from '../reform-looks.ts';

export type Edit = Schemas['ReformEdit'];

const idOf = ({ position }: Line): string => String(position);

/** All lines, or while those of the next version come, all of the one before: half of them would show units without their parts. */
export function useLines({ id: reformId, version }: Reform) {
  const path = '/reforms/{reformId}/lines';
  const pages = useWhole(
    usePages<Line, Schemas['ReformLinePage']>(
      path,
      { reformId, version },
      (cursor) => client.GET(path, { params: { path: { reformId }, query: { limit: 200, ...cursor } } }),
      { idOf },
    ),
  );
  const [whole, setWhole] = useState<readonly Line[] | null>(null);
  if (pages.isWhole && whole !== pages.rows) setWhole(pages.rows);
  return { rows: whole ?? [], isRead: whole !== null, isReady: pages.isWhole && !pages.isPrevious, pages };
}

export function useFindings({ id: reformId, version }: Reform, enabled: boolean) {
  const path = '/reforms/{reformId}/findings';
  return usePages<Finding, Schemas['ReformFindingPage']>(
    path,
    { reformId, version },
    (cursor) => client.GET(path, { params: { path: { reformId }, query: { limit: 100, ...cursor } } }),
    { enabled },
  );
}

/** @param failed true where the screen shows the refusal itself */
export function useEdit(reform: Reform, done?: (sent: Edit[]) => void, failed?: (error: unknown) => boolean) {
  const { id: reformId } = reform;
  return useReformCommand(reform, {
    send: (edits: Edit[], header, version) =>
      client.POST('/reforms/{reformId}/lines', {
        params: { path: { reformId }, header },
        body: { version, edits },
      }),
    ...(done && { done: (_: Reform, sent: Edit[]) => done(sent) }),
    ...(failed && { failed }),
  });
}
