import { Button } from '@mantine/core';
import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import { Accounts } from './accounts.tsx';
import './person.css';
import { MergeDialog } from './merge/merge-dialog.tsx';
import { PersonTrace } from './trace.tsx';
import { dialogHead } from '../../ui/dialog-head.ts';
import { PageDrawer } from '../../ui/dialogs/page-modal.tsx';

type Person = Schemas['PersonRef'];

/** The running orders in which this team has a task, newest first as the server lists them. */
function useTeamOrders(teamId: string) {
  const { post } = useIdentity();
  const query = { open: 'true', teamId, limit: 50 };
  const { data, isPending } = api.useQuery('get', '/units/{unitId}/assignments', {
    params: { path: { unitId: post.unit.id }, query },
  });
  return { orders: data?.items.filter((row) => !row.cancelledAt) ?? [], pending: isPending };
}

function Traces({ person, teamId }: { person: Person; teamId: string }) {
  const { t } = useI18n();
  const { orders, pending } = useTeamOrders(teamId);
  const [chosen, setChosen] = useState<string | null>(null);
  const current = chosen ?? orders[0]?.id;
  if (pending) return null;
  if (!current) return <p className="muted">{t('trace.noOrders')}</p>;
  const options = orders.map((order) => ({ value: order.id, label: order.title }));
  return (
    <>
      <Choice label={t('trace.order')} options={options} value={current} onChange={setChosen} />
      <PersonTrace assignmentId={current} personId={person.id} />
    </>
  );
}

interface DrawerProps {
  person: Person;
  teamId: string;
  onClose: () => void;
}

/** One person of a team: accounts of messaging platforms, and what became of messages. */
export function PersonDrawer({ person, teamId, onClose }: DrawerProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [merging, setMerging] = useState(false);
  if (merging) return <MergeDialog person={person} onClose={onClose} />;
  return (
    <PageDrawer
      attributes={dialogHead}
      opened
      onClose={onClose}
      position="right"
      size={440}
      title={person.fullName}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="person-drawer">
        {may('account.decide') && (
          <section>
            <h3>{t('person.accounts')}</h3>
            <Accounts person={person} />
            <Button size="xs" variant="default" onClick={() => setMerging(true)}>
              {t('merge.act')}
            </Button>
          </section>
        )}
        {may('assignment.read') && (
          <section>
            <h3>{t('trace.title')}</h3>
            <Traces person={person} teamId={teamId} />
          </section>
        )}
      </div>
    </PageDrawer>
  );
}

interface TraceDrawerProps {
  person: Person;
  assignment: Pick<Schemas['AssignmentDetail'], 'id' | 'title'>;
  onClose: () => void;
}

/** What became of one order's messages to one person, from the board and the call sheet. */
export function TraceDrawer({ person, assignment, onClose }: TraceDrawerProps) {
  const { t } = useI18n();
  return (
    <PageDrawer
      attributes={dialogHead}
      opened
      onClose={onClose}
      position="right"
      size={440}
      zIndex={300}
      title={t('trace.of', { name: person.fullName })}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="person-drawer">
        <p className="caption">{assignment.title}</p>
        <PersonTrace assignmentId={assignment.id} personId={person.id} />
      </div>
    </PageDrawer>
  );
}
