import { useState } from 'react';
import { signingCapacities } from '#contracts/reporting/report-states';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog, NoteField, TextField } from '../../ui/form.tsx';

type Papers = Schemas['OfficePapers'];
const path = '/units/{unitId}/office-papers';

/** "TM. ỦY BAN NHÂN DÂN" is the server's; here only who signs in which capacity. */
export function signerOf({ capacity, signerPost, signer }: Papers): string {
  const post = capacity === 'none' ? signerPost : `${capacity}. ${signerPost}`;
  return signer ? `${post} ${signer}` : post;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

type Form = Omit<Papers, 'recipients'> & { recipients: string };

function OfficeFields({ form, set }: { form: Form; set: (part: Partial<Form>) => void }) {
  const { t } = useI18n();
  const capacities = signingCapacities.map((value) => ({ value, label: t(`pap.capacity.${value}`) }));
  return (
    <>
      <p className="caption">{t('pap.officeNote')}</p>
      <TextField
        label={t('pap.symbol')}
        description={t('pap.symbolHint')}
        required
        maxLength={40}
        value={form.symbol}
        onChange={(symbol) => set({ symbol: symbol.toLocaleUpperCase('vi') })}
      />
      <Choice
        label={t('pap.capacity')}
        options={capacities}
        value={form.capacity}
        onChange={(capacity) => set({ capacity })}
      />
      <TextField
        label={t('pap.signerPost')}
        required
        value={form.signerPost}
        onChange={(signerPost) => set({ signerPost })}
      />
      <TextField label={t('pap.signer')} value={form.signer ?? ''} onChange={(signer) => set({ signer })} />
      <TextField
        label={t('pap.place')}
        description={t('pap.placeHint')}
        value={form.place ?? ''}
        onChange={(place) => set({ place })}
      />
      <TextField
        label={t('pap.drafter')}
        description={t('pap.drafterHint')}
        maxLength={60}
        value={form.drafter ?? ''}
        onChange={(drafter) => set({ drafter })}
      />
      <NoteField
        label={t('pap.recipients')}
        description={t('pap.recipientsHint')}
        value={form.recipients}
        onChange={(recipients) => set({ recipients })}
      />
    </>
  );
}

function OfficeForm({ papers, unitId, onClose }: { papers: Papers; unitId: string; onClose: () => void }) {
  const { t } = useI18n();
  const [form, setForm] = useState<Form>({ ...papers, recipients: papers.recipients.join('\n') });
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
    touches: [path],
    done: () => sayAndClose(t('pap.officeSaved'), onClose),
  });
  const isReady = form.symbol.trim() !== '' && form.signerPost.trim() !== '';
  return (
    <FormDialog
      title={t('pap.officeTitle')}
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

/** What the unit's papers carry; its own officer may change it. */
export function OfficePapers({ unitId }: { unitId: string }) {
  const { t } = useI18n();
  const { post, may } = useIdentity();
  const [open, setOpen] = useState(false);
  const { data } = api.useQuery('get', path, { params: { path: { unitId } } });
  if (!data) return null;
  return (
    <section>
      <h3>{t('pap.office')}</h3>
      <span className="caption">{t('pap.officeOf', { symbol: data.symbol, signer: signerOf(data) })}</span>
      {data.fromUnitId !== unitId && <span className="caption">{t('pap.officeAbove')}</span>}
      {post.unit.id === unitId && may('report.write') && (
        <button type="button" className="strong-link" onClick={() => setOpen(true)}>
          {t('pap.officeChange')}
        </button>
      )}
      {open && <OfficeForm papers={data} unitId={unitId} onClose={() => setOpen(false)} />}
    </section>
  );
}
