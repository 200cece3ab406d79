import { useState } from 'react';
import { writeDocumentSettings } from '#client/commands';
import { signingCapacities } from '#contracts/reporting/report-states';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { NoteField, TextField } from '../../ui/form.tsx';

type Settings = Schemas['DocumentSettings'];
const path = '/units/{unitId}/office-papers';

/** "TM. ỦY BAN NHÂN DÂN" is the server's; here only who signs in which capacity. */
export function signerOf({ capacity, signerPost, signer }: Settings): string {
  const post = capacity === 'none' ? signerPost : `${capacity}. ${signerPost}`;
  return signer ? `${post} ${signer}` : post;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** One in a line; while somebody types, an empty line is one. */
function RecipientsField({ value, onChange }: { value: readonly string[]; onChange: (lines: string[]) => void }) {
  const { t } = useI18n();
  const [text, setText] = useState(value.join('\n'));
  return (
    <NoteField
      label={t('doc.recipients')}
      description={t('doc.recipientsHint')}
      value={text}
      onChange={(typed) => {
        setText(typed);
        onChange(linesOf(typed));
      }}
    />
  );
}

function SettingsForm({ settings, unitId, onClose }: { settings: Settings; unitId: string; onClose: () => void }) {
  const { t } = useI18n();
  const { symbol, capacity, signerPost, signer, place, drafter, recipients } = settings;
  return (
    <CommandForm
      route={writeDocumentSettings}
      path={{ unitId }}
      touches={[path, '/units/{unitId}/recipients']}
      title={t('doc.officeTitle')}
      text={<p className="caption">{t('doc.officeNote')}</p>}
      start={{ symbol, capacity, signerPost, signer, place, drafter, recipients }}
      fields={{
        symbol: {
          as: 'own',
          required: true,
          show: ({ value, error, onChange }) => (
            <TextField
              label={t('doc.symbol')}
              description={t('doc.symbolHint')}
              required
              maxLength={writeDocumentSettings.fields.symbol.max}
              error={error}
              value={value ?? ''}
              onChange={(typed) => onChange(typed.toLocaleUpperCase('vi'))}
            />
          ),
        },
        capacity: {
          as: 'choice',
          required: false,
          label: t('doc.capacity'),
          options: signingCapacities.map((value) => ({ value, label: t(`doc.capacity.${value}`) })),
        },
        signerPost: { as: 'text', label: t('doc.signerPost') },
        signer: { as: 'text', label: t('doc.signer') },
        place: { as: 'text', label: t('doc.place'), description: t('doc.placeHint') },
        drafter: { as: 'text', label: t('doc.drafter'), description: t('doc.drafterHint') },
        recipients: {
          as: 'own',
          required: false,
          show: ({ value, onChange }) => <RecipientsField value={value ?? []} onChange={onChange} />,
        },
      }}
      label={t('act.save')}
      said={t('doc.officeSaved')}
      onClose={onClose}
    />
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
