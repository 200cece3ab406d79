import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, TextField } from '../../../ui/form.tsx';
import { asFound, type Field, type Found, type LineForm, typesWithin } from '../lines/line-form.ts';
import { heirsOf } from '../lines/offers.ts';
import type { Line, Reform } from '../reform-looks.ts';
import { UnitPick } from '../lines/unit-pick.tsx';

interface Props {
  reform: Reform;
  lines: readonly Line[];
  form: LineForm;
  /** Which unit goes on can still be chosen. */
  isNew: boolean;
  change: (part: Partial<LineForm>) => void;
  errorAt: (field: Field) => string | undefined;
}

/** The reform's own unit, and units of the day under which others may stand. */
function aboves({ reform, lines, form }: Props): Found[] {
  const { id, kind, name, fullName } = reform.unit;
  const root: Found = { id, kind, name, label: fullName, type: '', code: null, parent: null };
  const near = form.old?.parent ?? form.stays?.parent;
  const beside: Found[] =
    near && near.id !== id ? [{ ...root, id: near.id, kind: near.kind, label: near.fullName }] : [];
  const heirs = heirsOf(lines)
    .map(asFound)
    .filter(({ kind: own }) => own !== 'commune');
  return [...beside, root, ...heirs];
}

function Names({ reform, form, change, errorAt }: Props) {
  const { t } = useI18n();
  const isNew = form.into === 'new';
  const types = [...new Set([...(form.type ? [form.type] : []), ...typesWithin(reform.unit.kind)])];
  return (
    <div className="ur-named">
      <Choice
        label={t('ur.line.type')}
        options={types.map((value) => ({ value, label: value }))}
        required={isNew}
        error={errorAt('type')}
        value={form.type || null}
        onChange={(type) => change({ type })}
      />
      <TextField
        label={t('ur.line.name')}
        required={isNew}
        maxLength={200}
        error={errorAt('name')}
        value={form.name}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={t('ur.line.code')}
        inputMode="numeric"
        maxLength={10}
        error={errorAt('code')}
        value={form.code}
        onChange={(code) => change({ code })}
      />
    </div>
  );
}

/** A unit as it is called from the day on, and where it stands. One that goes on keeps what is not said. */
export function HeirFields(props: Props) {
  const { reform, form, isNew, change, errorAt } = props;
  const { t } = useI18n();
  const stays = form.into === 'stays';
  return (
    <>
      {stays && isNew && (
        <UnitPick
          label={t('ur.line.which')}
          required
          error={errorAt('stays')}
          reform={reform}
          kinds={['commune', 'district', 'province']}
          value={form.stays}
          onPick={(unit) =>
            change({ stays: unit, type: unit?.type ?? '', name: unit?.name ?? '', code: unit?.code ?? '' })
          }
        />
      )}
      <Names {...props} />
      <UnitPick
        label={t('ur.line.parent')}
        description={stays ? t('ur.line.parentStays') : undefined}
        error={errorAt('parent')}
        reform={reform}
        kinds={['country', 'province', 'district']}
        more={aboves(props)}
        value={form.parent}
        onPick={(parent) => change({ parent })}
      />
    </>
  );
}
