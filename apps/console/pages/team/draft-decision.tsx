import { Button } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog, TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DocumentPreview, TakeButtons } from '../documents/document-preview.tsx';
import { type DocumentPath, documentPath } from '../documents/download-document.ts';

interface Props {
  unitId: string;
  /** One draft team; all of the commune when absent. */
  team?: { id: string; name: string };
  drafts?: number;
  onClose: () => void;
}

/** The text of the decision before it is signed, for one draft team or for all of the commune. */
export function DraftDecision({ unitId, team, drafts, onClose }: Props) {
  const { t } = useI18n();
  const [proposer, setProposer] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const asked = { teamId: team?.id, proposer: proposer.trim() };
  const path: DocumentPath = (format) => documentPath(`/units/${unitId}/team-decision`, format, asked);
  return (
    <Dialog title={t('paper.draft.title')} size="min(1120px, 100vw)" onClose={onClose}>
      <div className="print-split">
        {shown === path('pdf') ? (
          <DocumentPreview path={shown} />
        ) : (
          <div className="document-preview document-preview-none">
            <Button
              variant="default"
              leftSection={<Icon name="eye" />}
              style={{ justifySelf: 'start' }}
              onClick={() => setShown(path('pdf'))}
            >
              {t('paper.draft.show')}
            </Button>
          </div>
        )}
        <div className="print-side">
          <b>{team ? team.name : t('paper.draft.all', { n: drafts ?? 0 })}</b>
          <TextField
            label={t('paper.draft.proposer')}
            placeholder={t('paper.draft.proposerHint')}
            maxLength={200}
            value={proposer}
            onChange={setProposer}
          />
          <section className="print-files">
            <h3>{t('doc.take')}</h3>
            <TakeButtons path={path} formats={['docx', 'pdf']} />
          </section>
          <p className="caption">{t('paper.draft.note')}</p>
        </div>
      </div>
    </Dialog>
  );
}
