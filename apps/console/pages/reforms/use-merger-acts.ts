/** What is done with a merger: kept as a draft, scheduled or applied, revoked, dropped. */
import { useNavigate } from '@tanstack/react-router';
import { uuid } from '#client/uuid';
import { formatDate } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { refresh, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Reform } from './merger-form.ts';

const touches = [
  '/units/{unitId}/reorganisations',
  '/reorganisations/{reorganisationId}',
  '/units/{unitId}/hamlet-merger',
  '/units/{unitId}/children',
  '/units/{unitId}/teams',
] as const;

export type MergerInput = Schemas['MergerInput'];

type Header = { 'Idempotency-Key': string };

/** Keeps what was typed: as a draft of its own, or as the next version. */
const write = (unitId: string, reform: Reform | null, input: MergerInput, header: Header) =>
  reform
    ? client.PUT('/reorganisations/{reorganisationId}', {
        params: { path: { reorganisationId: reform.id }, header },
        body: { ...input, version: reform.version },
      })
    : client.POST('/units/{unitId}/reorganisations', { params: { path: { unitId }, header }, body: input });

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
function useSchedule(unitId: string, reform: Reform | null) {
  const { t, lang } = useI18n();
  const open = useOpen();
  return useCommand({
    send: async (input: MergerInput | null, header) => {
      if (!input && reform) return begin(reform, header);
      if (!input) throw new Error('nothing was typed');
      const written = await write(unitId, reform, input, header);
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
export function useMergerActs(unitId: string, reform: Reform | null) {
  const { t } = useI18n();
  const open = useOpen();
  const save = useCommand({
    send: (input: MergerInput, header) => write(unitId, reform, input, header),
    touches,
    done: (saved) => {
      showNotice(t('reforms.m.saved'));
      open(saved);
    },
  });
  return { save, schedule: useSchedule(unitId, reform), ...useWaysBack(reform?.id ?? '', reform?.version ?? 1) };
}
