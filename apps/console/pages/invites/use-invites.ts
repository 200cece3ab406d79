import { useMemo, useState } from 'react';
import { addDays } from '#contracts/reporting/periods';
import { api, client, download, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { type InviteFilter, type Invitations, rowsOf, slipsIn, toPrint } from './invite-facts.ts';

const REFRESH_MS = 20_000;
/** As long as the paper may take through the leader's hands. */
const USUAL_DAYS = 14;

/** Who comes in meanwhile is seen without loading anew. */
export function useInvitations(unitId: string, enabled: boolean) {
  return api.useQuery(
    'get',
    '/units/{unitId}/invitations',
    { params: { path: { unitId } } },
    { enabled, refetchInterval: REFRESH_MS },
  );
}

/** What is chosen before anything is printed. */
export function usePrintChoice(given: Invitations) {
  const { me } = useIdentity();
  const [filter, setFilter] = useState<InviteFilter>('none');
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [keepOld, setKeepOld] = useState(false);
  const [looks, setLooks] = useState({ byTeam: true, ticking: true });
  const [until, setUntil] = useState(addDays(me.today, Math.min(USUAL_DAYS, given.rule.slipDays)));
  const rows = useMemo(() => rowsOf(given, filter), [given, filter]);
  const printed = useMemo(() => toPrint(rows, { without, keepOld }), [rows, without, keepOld]);
  const toggle = (id: string) => {
    const next = new Set(without);
    if (!next.delete(id)) next.add(id);
    setWithout(next);
  };
  const toggleAll = () => setWithout(without.size > 0 ? new Set() : new Set(rows.map(({ id }) => id)));
  return {
    rule: given.rule,
    filter,
    setFilter,
    without,
    toggle,
    toggleAll,
    keepOld,
    setKeepOld,
    looks,
    setLooks,
    until,
    setUntil,
    rows,
    printed,
    slips: slipsIn(printed),
  };
}

export type PrintChoice = ReturnType<typeof usePrintChoice>;

/** Makes the invites, then takes their paper; it can be taken again without making others. */
export function usePrint(unitId: string, { printed, until, looks }: PrintChoice) {
  const i18n = useI18n();
  const [made, setMade] = useState<Schemas['SlipsMade'] | null>(null);
  const take = async ({ printId }: Schemas['SlipsMade']) => {
    const asked = new URLSearchParams({ byTeam: looks.byTeam ? 'yes' : 'no', ticking: looks.ticking ? 'yes' : 'no' });
    try {
      await download(`/units/${unitId}/invite-slips/${printId}/file?${asked}`, 'phieu-moi.pdf');
    } catch (error) {
      showNotice(problemText(i18n, error), 'failed');
    }
  };
  const command = useCommand({
    send: (_: void, header) =>
      client.POST('/units/{unitId}/invite-slips', {
        params: { path: { unitId }, header },
        body: { personIds: printed.flatMap(({ shown }) => shown.map(({ person }) => person.id)), until },
      }),
    touches: ['/units/{unitId}/invitations', '/units/{unitId}/readiness'],
    done: (answer) => {
      setMade(answer);
      void take(answer);
    },
  });
  return { print: () => command.mutate(), busy: command.isPending, made, again: () => made && void take(made) };
}
