/** The lines and findings of a draft, and what is done about them: each act is the next version. */
import { useState } from 'react';
import { client, queryClient, type Schemas } from '../../../api/client.ts';
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

const isOf =
  (reformId: string) =>
  ({ queryKey }: { queryKey: readonly unknown[] }): boolean =>
    JSON.stringify(queryKey[2]).includes(reformId);

/** @param failed true where the screen shows the refusal itself */
export function useEdit(reform: Reform, done?: (sent: Edit[]) => void, failed?: (error: unknown) => boolean) {
  const { id: reformId } = reform;
  return useReformCommand(reform, {
    send: (edits: Edit[], header, version) =>
      client.POST('/reforms/{reformId}/lines', {
        params: { path: { reformId }, header },
        body: { version, edits },
      }),
    done: (next: Reform, sent) => {
      // The next act is upon this version: whoever types on does not wait for it to be read again.
      queryClient.setQueriesData({ queryKey: ['get', '/reforms/{reformId}'], predicate: isOf(reformId) }, next);
      done?.(sent);
    },
    ...(failed && { failed }),
  });
}
