import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import '../../i18n/report-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/layout.tsx';
import { PaperPreview, TakeButtons } from './paper-view.tsx';
import { paperPath } from './take-paper.ts';

/** Appendix 1 as of a day. It is shown only when asked for: each one that is made stands in the access log. */
export function AppendixDialog({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [at, setAt] = useState(me.today);
  const [shown, setShown] = useState<string | null>(null);
  const path = (format: 'pdf' | 'docx' | 'xlsx') => paperPath(`/units/${unitId}/appendix-1`, format, { at });
  return (
    <Dialog title={t('pap.appendixTitle')} size="min(1120px, 100vw)" onClose={onClose}>
      <div className="print-split">
        {shown ? (
          <PaperPreview path={shown} />
        ) : (
          <div className="paper-preview paper-preview-none">
            <Button
              variant="default"
              leftSection={<Icon name="eye" />}
              style={{ justifySelf: 'start' }}
              onClick={() => setShown(path('pdf'))}
            >
              {t('pap.appendixShow')}
            </Button>
          </div>
        )}
        <div className="print-side">
          <DayField
            label={t('pap.appendixAt')}
            value={at}
            maxDate={me.today}
            onChange={(day) => {
              setAt(day);
              setShown(null);
            }}
          />
          <section>
            <h3>{t('pap.take')}</h3>
            <TakeButtons path={path} formats={['pdf', 'docx', 'xlsx']} list />
          </section>
          <Notice tone="doing" icon="lock">
            {t('pap.appendixNote')}
          </Notice>
        </div>
      </div>
    </Dialog>
  );
}
