import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatMoment } from '#i18n';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { SignatureChip } from './signatures.tsx';
import type { SigningExport } from './signing-facts.ts';

/** A signed file that was kept by mistake makes room for another one, with a reason. */
export function SetAside({ reportId, exportId }: { reportId: string; exportId: string }) {
  const { t } = useI18n();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const aside = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/signing-exports/{exportId}/signed/set-aside', {
        params: { path: { reportId, exportId }, header },
        body: { reason: reason.trim() },
      }),
    touches: ['/reports/{reportId}/signing-exports'],
    done: () => showNotice(t('sign.replaced')),
  });
  if (!isOpen)
    return (
      <div>
        <button type="button" className="strong-link" onClick={() => setOpen(true)}>
          {t('sign.replace')}
        </button>
      </div>
    );
  return (
    <div className="sign-aside" role="group" aria-label={t('sign.replace')}>
      <NoteField
        label={t('sign.replaceWhy')}
        description={t('sign.replaceHint')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
      <div className="sign-files">
        <Button variant="default" onClick={() => setOpen(false)}>
          {t('act.close')}
        </Button>
        <Button loading={aside.isPending} disabled={reason.trim() === ''} onClick={() => aside.mutate()}>
          {t('sign.replaceAct')}
        </Button>
      </div>
    </div>
  );
}

interface EarlierProps {
  files: SigningExport['earlier'];
  onTake: (fileId: string) => void;
}

/** What was set aside stays to be seen, with who did it and why. */
export function EarlierFiles({ files, onTake }: EarlierProps) {
  const { t, lang } = useI18n();
  if (files.length === 0) return null;
  return (
    <details className="sign-earlier">
      <summary>{t('sign.earlier', { n: files.length })}</summary>
      <ul className="sign-facts">
        {files.map(({ id, check, setAside: { by, at, reason } }) => (
          <li key={id}>
            <span>{t('sign.earlierBy', { name: by.fullName, at: formatMoment(at, Date.now(), lang), reason })}</span>
            <span className="sign-files">
              <SignatureChip state={check.state} />
              <Button
                variant="default"
                size="xs"
                leftSection={<Icon name="download" size={16} />}
                onClick={() => onTake(id)}
              >
                {t('sign.takeSigned')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
