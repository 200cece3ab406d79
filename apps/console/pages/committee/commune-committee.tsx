import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { lowerFirst } from '#i18n/first-letters';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { AddDialog } from './add-dialog.tsx';
import { AloneCard } from './alone-card.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { AttachDialog } from './attach-dialog.tsx';
import { ChecksCard } from './checks-card.tsx';
import { MemberDialog } from './member-dialog.tsx';
import { MembersTable } from './members-table.tsx';
import { MoveDialog, ProposalNotice } from './proposal.tsx';
import { type Load, type Member, sumsOf, useLoad } from './use-committee.ts';

type Open =
  | { what: 'add' }
  | { what: 'attach' }
  | { what: 'move' }
  | { what: 'assign'; teamId: string }
  | { what: 'member'; member: Member; onlySilent: boolean }
  | null;

function useTitle(load: Load | undefined) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const unit = load?.unit.fullName ?? post.unit.fullName;
  const title = t('committee.title', { unit: lowerFirst(unit) });
  if (!load?.committee) return { title };
  const { people } = sumsOf(load.members);
  const { decision } = load.committee;
  return {
    title,
    state: decision
      ? t('committee.sub', {
          number: decision.number,
          day: formatDate(decision.signedOn, lang, { withYear: true }),
          n: people,
        })
      : t('committee.subNoDecision', { n: people }),
  };
}

function Dialogs({ open, load, onOpen }: { open: Open; load: Load; onOpen: (open: Open) => void }) {
  const close = () => onOpen(null);
  if (!open) return null;
  if (open.what === 'add') return <AddDialog load={load} onClose={close} />;
  if (open.what === 'attach') return <AttachDialog unitId={load.unit.id} onClose={close} />;
  if (open.what === 'move') return <MoveDialog load={load} onClose={close} />;
  if (open.what === 'assign') return <AssignDialog load={load} teamId={open.teamId} onClose={close} />;
  return <MemberDialog load={load} member={open.member} onlySilent={open.onlySilent} onClose={close} />;
}

interface ContentProps {
  load: Load;
  canChange: boolean;
  onOpen: (open: Open) => void;
}

function NoCommittee({ canChange, onOpen }: Omit<ContentProps, 'load'>) {
  const { t } = useI18n();
  return (
    <Card>
      <EmptyState
        icon="building-community"
        title={t('committee.none')}
        actions={
          canChange && (
            <Button leftSection={<Icon name="file-certificate" />} onClick={() => onOpen({ what: 'attach' })}>
              {t('committee.attach')}
            </Button>
          )
        }
      >
        {t('committee.noneText')}
      </EmptyState>
    </Card>
  );
}

function Content({ load, canChange, onOpen }: ContentProps) {
  const { t } = useI18n();
  if (!load.committee) return <NoCommittee canChange={canChange} onOpen={onOpen} />;
  return (
    <div className="committee">
      <div className="committee-main">
        {load.committee.draft && (
          <Notice
            tone="doing"
            icon="file-certificate"
            action={
              canChange && (
                <button type="button" className="strong-link" onClick={() => onOpen({ what: 'attach' })}>
                  {t('committee.attach')}
                </button>
              )
            }
          >
            {t('committee.isDraft')}
          </Notice>
        )}
        <Card title={t('committee.members')}>
          <MembersTable load={load} onOpen={(member, onlySilent) => onOpen({ what: 'member', member, onlySilent })} />
        </Card>
        {load.proposal && <ProposalNotice proposal={load.proposal} onSee={() => onOpen({ what: 'move' })} />}
      </div>
      <div className="committee-side">
        <ChecksCard load={load} />
        {load.alone.length > 0 && (
          <AloneCard load={load} canChange={canChange} onAssign={(teamId) => onOpen({ what: 'assign', teamId })} />
        )}
      </div>
    </div>
  );
}

export function CommuneCommittee({ unitId }: { unitId: string }) {
  const { t } = useI18n();
  const { may, commune } = useIdentity();
  const at = useAt();
  const query = useLoad(unitId, at);
  const heading = useTitle(query.data);
  const [open, setOpen] = useState<Open>(null);
  const canChange = may('committee.manage') && !at;
  return (
    <div className="page">
      <PageHeader
        parent={commune ? undefined : { label: t('nav.committee'), to: '/committee' }}
        {...heading}
        main={
          canChange &&
          query.data?.committee && (
            <Button leftSection={<Icon name="user-plus" />} onClick={() => setOpen({ what: 'add' })}>
              <MainWords long={t('committee.add')} short={t('committee.addShort')} />
            </Button>
          )
        }
      />
      <Loaded query={query} rows={10}>
        {(load) => (
          <>
            <Content load={load} canChange={canChange} onOpen={setOpen} />
            <Dialogs open={open} load={load} onOpen={setOpen} />
          </>
        )}
      </Loaded>
    </div>
  );
}
