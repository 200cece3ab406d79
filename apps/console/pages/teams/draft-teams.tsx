import { Suspense, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { useTeams } from '../../api/use-teams.ts';

const AttachModal = later(() => import('../team/attach-modal.tsx'), 'AttachModal');
const DraftDecision = later(() => import('../team/draft-decision.tsx'), 'DraftDecision', ['documents']);

const named = 5;
/** As many as one decision names. */
const most = 100;

/** Drafts of the commune that wait for their decision: its text for all of them, and the signed one for those that it names. */
export function DraftTeams({ unitId }: { unitId: string }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<'draft' | 'attach' | null>(null);
  const { rows, total } = useTeams(unitId, { filter: 'draft' }, { limit: most });
  if (rows.length === 0) return null;
  const names = nameList(
    t,
    rows.slice(0, named).map(({ name }) => name),
    named,
    total,
  );
  const close = () => setOpen(null);
  return (
    <>
      <Notice
        tone="new"
        icon="pencil"
        action={
          <span className="notice-acts">
            <button type="button" className="strong-link" onClick={() => setOpen('draft')}>
              {t('paper.draft.act')}
            </button>
            <button type="button" className="strong-link" onClick={() => setOpen('attach')}>
              {t('team.attachSigned')}
            </button>
          </span>
        }
      >
        {t('paper.draft.waiting', { n: total, names })}
      </Notice>
      <Suspense>
        {open === 'draft' && <DraftDecision unitId={unitId} drafts={total} onClose={close} />}
        {open === 'attach' && <AttachModal unitId={unitId} teams={rows} more={total > rows.length} onClose={close} />}
      </Suspense>
    </>
  );
}
