/** What is done with a reform of hamlets: kept as a draft, scheduled or applied, revoked, dropped. */
import { useNavigate } from '@tanstack/react-router';
import { uuid } from '#client/uuid';
import { formatDate } from '#i18n';
import { client } from '../../api/client.ts';
import { type Answer, refresh, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Reform } from './merger-form.ts';

const touches = [
  '/units/{unitId}/reorganisations',
  '/reorganisations/{reorganisationId}',
  '/units/{unitId}/hamlet-merger',
  '/units/{unitId}/hamlet-split',
  '/units/{unitId}/children',
  '/units/{unitId}/teams',
] as const;

type Header = { 'Idempotency-Key': string };

/** Keeps what was typed: as a draft of its own, or as the next version. */
export type Write<I> = (reform: Reform | null, input: I, header: Header) => Promise<Answer<Reform>>;

const begin = ({ id, version }: Reform, header: Header) =>
  client.POST('/reorganisations/{reorganisationId}/schedule', {
    params: { path: { reorganisationId: id }, header },
    body: { version },
  });

function useOpen() {
  const navigate = useNavigate();
  return ({ id }: Reform) => void navigate({ to: '/reforms/$reformId', params: { reformId: id } });
}

/** Two steps of one press: what was typed is kept as a version, then this version begins on its day. */
function useSchedule<I>(reform: Reform | null, write: Write<I>) {
  const { t, lang } = useI18n();
  const open = useOpen();
  return useCommand({
    send: async (input: I | null, header) => {
      if (!input && reform) return begin(reform, header);
      if (!input) throw new Error('nothing was typed');
      const written = await write(reform, input, header);
      if (!written.data) return { ...written, data: undefined };
      const answer = await begin(written.data, { 'Idempotency-Key': uuid() });
      if (!answer.response.ok) {
        refresh(touches);
        open(written.data);
      }
      return answer;
    },
    touches,
    done: (scheduled) => {
      const said = scheduled.state === 'applied' ? 'reforms.m.applied' : 'reforms.m.scheduled';
      showNotice(t(said, { day: formatDate(scheduled.onDate, lang, { withYear: true }) }));
      open(scheduled);
    },
  });
}

/** The ways back: of a scheduled one before its day, of a draft for good. */
function useWaysBack(reorganisationId: string, version: number) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const revoke = useCommand({
    send: (reason: string, header) =>
      client.POST('/reorganisations/{reorganisationId}/revoke', {
        params: { path: { reorganisationId }, header },
        body: { version, reason },
      }),
    touches,
    done: () => showNotice(t('reforms.m.revoked')),
  });
  const drop = useCommand({
    send: (_: void) => client.DELETE('/reorganisations/{reorganisationId}', { params: { path: { reorganisationId } } }),
    touches: ['/units/{unitId}/reorganisations'],
    done: () => {
      showNotice(t('reforms.m.dropped'));
      void navigate({ to: '/reforms' });
    },
  });
  return { revoke, drop };
}

/** @param reform null while it was never saved */
export function useReformActs<I>(reform: Reform | null, write: Write<I>) {
  const { t } = useI18n();
  const open = useOpen();
  const save = useCommand({
    send: (input: I, header) => write(reform, input, header),
    touches,
    done: (saved) => {
      showNotice(t('reforms.m.saved'));
      open(saved);
    },
  });
  return { save, schedule: useSchedule(reform, write), ...useWaysBack(reform?.id ?? '', reform?.version ?? 1) };
}

export type ReformActs<I> = ReturnType<typeof useReformActs<I>>;
