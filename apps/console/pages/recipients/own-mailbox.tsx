import { useState } from 'react';
import { api, client, isProblem, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, TextField } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';

const path = '/units/{unitId}/office-papers';
type Settings = Schemas['DocumentSettings'];

function OwnDialog({ settings, unitId, onClose }: { settings: Settings; unitId: string; onClose: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [mailbox, setMailbox] = useState(settings.mailbox ?? '');
  const save = useCommand({
    send: (_: void, header) => {
      const { symbol, capacity, signerPost, signer, place, recipients } = settings;
      return client.PUT(path, {
        params: { path: { unitId }, header },
        body: { symbol, capacity, signerPost, signer, place, recipients, mailbox: mailbox.trim() || null },
      });
    },
    touches: [path],
    done: () => sayAndClose(t('rcp.ownSaved'), onClose),
    failed: isProblem,
  });
  return (
    <FormDialog
      title={t('rcp.ownChange')}
      label={t('act.save')}
      busy={save.isPending}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <p>{t('rcp.ownText')}</p>
      <TextField
        label={t('rcp.address')}
        inputMode="email"
        data-autofocus
        maxLength={200}
        value={mailbox}
        error={save.error && problemText(i18n, save.error)}
        onChange={setMailbox}
      />
    </FormDialog>
  );
}

/** Where copies for the unit itself come. */
export function OwnMailbox({ unitId, name }: { unitId: string; name: string }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { data } = api.useQuery('get', path, { params: { path: { unitId } } });
  if (!data) return null;
  return (
    <Card title={t('rcp.own', { unit: name })}>
      <div className="rcp-own">
        <span className={data.mailbox ? 'rcp-address' : 'muted'}>{data.mailbox ?? t('rcp.ownNone')}</span>
        <span className="caption">{t('rcp.ownText')}</span>
        <button type="button" className="strong-link" onClick={() => setOpen(true)}>
          {t('rcp.ownChange')}
        </button>
      </div>
      {open && <OwnDialog settings={data} unitId={unitId} onClose={() => setOpen(false)} />}
    </Card>
  );
}
