import { useState } from 'react';
import { formatTime } from '#i18n';
import type { Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
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
import { HeaderOut } from '../../ui/header/header-menu.tsx';

function Board({ board }: { board: Schemas['SystemBoard'] }) {
  const { t } = useI18n();
  const backUp = useBackUpNow();
  const [open, setOpen] = useState<'deliveries' | 'queue'>();
  const act = (part: PartAct) => {
    if (part === 'backup') backUp.mutate();
    else setOpen(part === 'deliveries' ? 'deliveries' : 'queue');
  };
  const close = () => setOpen(undefined);
  const month = String(Number(board.publicMonth.slice(5)));
  const toPublic = (
    <HeaderOut icon="link" href="/tinh-trang">
      {t('system.public', { month })}
    </HeaderOut>
  );
  const sub = t('system.sub', { time: formatTime(board.asOf, true), version: board.version });
  return (
    <>
      <PageHeader title={titleOf(board.parts, t)} state={sub} acts={toPublic} />
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
