import { useState } from 'react';
import { signingCapacities } from '#contracts/reporting/report-states';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog, NoteField, TextField } from '../../ui/form.tsx';

type Settings = Schemas['DocumentSettings'];
const path = '/units/{unitId}/office-papers';

/** "TM. ỦY BAN NHÂN DÂN" is the server's; here only who signs in which capacity. */
export function signerOf({ capacity, signerPost, signer }: Settings): string {
  const post = capacity === 'none' ? signerPost : `${capacity}. ${signerPost}`;
  return signer ? `${post} ${signer}` : post;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

type Form = Omit<Settings, 'recipients'> & { recipients: string };

function OfficeFields({ form, set }: { form: Form; set: (part: Partial<Form>) => void }) {
  const { t } = useI18n();
  const capacities = signingCapacities.map((value) => ({ value, label: t(`doc.capacity.${value}`) }));
  return (
    <>
      <p className="caption">{t('doc.officeNote')}</p>
      <TextField
        label={t('doc.symbol')}
        description={t('doc.symbolHint')}
        required
        maxLength={40}
        value={form.symbol}
        onChange={(symbol) => set({ symbol: symbol.toLocaleUpperCase('vi') })}
      />
      <Choice
        label={t('doc.capacity')}
        options={capacities}
        value={form.capacity}
        onChange={(capacity) => set({ capacity })}
      />
      <TextField
        label={t('doc.signerPost')}
        required
        value={form.signerPost}
        onChange={(signerPost) => set({ signerPost })}
      />
      <TextField label={t('doc.signer')} value={form.signer ?? ''} onChange={(signer) => set({ signer })} />
      <TextField
        label={t('doc.place')}
        description={t('doc.placeHint')}
        value={form.place ?? ''}
        onChange={(place) => set({ place })}
      />
      <TextField
        label={t('doc.drafter')}
        description={t('doc.drafterHint')}
        maxLength={60}
        value={form.drafter ?? ''}
        onChange={(drafter) => set({ drafter })}
      />
      <NoteField
        label={t('doc.recipients')}
        description={t('doc.recipientsHint')}
        value={form.recipients}
        onChange={(recipients) => set({ recipients })}
      />
    </>
  );
}

function SettingsForm({ settings, unitId, onClose }: { settings: Settings; unitId: string; onClose: () => void }) {
  const { t } = useI18n();
  const [form, setForm] = useState<Form>({ ...settings, recipients: settings.recipients.join('\n') });
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }));
  const save = useCommand({
    send: (_: void, header) =>
      client.PUT(path, {
        params: { path: { unitId }, header },
        body: {
          symbol: form.symbol.trim(),
          capacity: form.capacity,
          signerPost: form.signerPost.trim(),
          signer: form.signer?.trim() || null,
          place: form.place?.trim() || null,
          recipients: lines(form.recipients),
          drafter: form.drafter?.trim() || null,
        },
      }),
    touches: [path, '/units/{unitId}/recipients'],
    done: () => sayAndClose(t('doc.officeSaved'), onClose),
  });
  const isReady = form.symbol.trim() !== '' && form.signerPost.trim() !== '';
  return (
    <FormDialog
      title={t('doc.officeTitle')}
      label={t('act.save')}
      busy={save.isPending}
      disabled={!isReady}
      onClose={onClose}
      onSubmit={() => save.mutate()}
    >
      <OfficeFields form={form} set={set} />
    </FormDialog>
  );
}

/** What the unit's documents carry; its own officer may change it. */
export function DocumentSettings({ unitId }: { unitId: string }) {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const [open, setOpen] = useState(false);
  const { data } = api.useQuery('get', path, { params: { path: { unitId } } });
  if (!data) return null;
  return (
    <section>
      <h3>{t('doc.office')}</h3>
      <span className="caption">{t('doc.officeOf', { symbol: data.symbol, signer: signerOf(data) })}</span>
      {data.fromUnitId !== unitId && <span className="caption">{t('doc.officeAbove')}</span>}
      {post.unit.id === unitId && may('report.write') && (
        <button type="button" className="strong-link" onClick={() => setOpen(true)}>
          {t('doc.officeChange')}
        </button>
      )}
      {open && <SettingsForm settings={data} unitId={unitId} onClose={() => setOpen(false)} />}
    </section>
  );
}
