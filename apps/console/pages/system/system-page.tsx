import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import '../../i18n/notifications/channel-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import '../../i18n/frame/system-words.ts';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { Loaded } from '../../ui/states.tsx';
import { Attention } from './attention.tsx';
import { BackupsCard } from './backups-card.tsx';
import { ChannelsCard } from './channels-card.tsx';
import { PartsTable } from './parts-table.tsx';
import { QueuesDialog } from './queues-dialog.tsx';
import { StuckDialog } from './stuck-dialog.tsx';
import { type PartAct, titleOf } from './system-facts.ts';
import './system.css';
import { useBackUpNow, useSystem } from './use-system.ts';

function Board({ board }: { board: Schemas['SystemBoard'] }) {
  const { t } = useI18n();
  const crumbs = useScopeCrumbs();
  const backUp = useBackUpNow();
  const [open, setOpen] = useState<'deliveries' | 'queue'>();
  const act = (part: PartAct) => {
    if (part === 'backup') backUp.mutate();
    else setOpen(part === 'deliveries' ? 'deliveries' : 'queue');
  };
  const close = () => setOpen(undefined);
  const month = String(Number(board.publicMonth.slice(5)));
  const toPublic = (
    <Button
      component="a"
      href="/tinh-trang"
      target="_blank"
      rel="noopener"
      variant="default"
      leftSection={<Icon name="link" size={18} />}
    >
      {t('system.public', { month })}
    </Button>
  );
  const sub = t('system.sub', { time: formatTime(board.asOf, true), version: board.version });
  return (
    <>
      <PageHeader crumbs={crumbs} title={titleOf(board.parts, t)} sub={sub} actions={toPublic} />
      <Attention parts={board.parts} act={act} busy={backUp.isPending} />
      <PartsTable parts={board.parts} act={act} busy={backUp.isPending} />
      <div className="system-split">
        <ChannelsCard />
        <BackupsCard />
      </div>
      {open === 'deliveries' && <StuckDialog onClose={close} />}
      {open === 'queue' && <QueuesDialog onClose={close} />}
    </>
  );
}

/** What is slow, stuck, late or full, and what to do about it, for those who have no other tools. */
export function SystemPage() {
  const query = useSystem();
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(board) => <Board board={board} />}
      </Loaded>
    </div>
  );
}
