import { type OptionsFilter, SegmentedControl, Select } from '@mantine/core';
import { useRef, useState } from 'react';
import { formatDate } from '#i18n';
import { problemText } from '../../../api/problem-text.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useErrorAt } from '../../../ui/error-at.ts';
import { CountField, FormDialog } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { lineName } from '../flow/flow-targets.ts';
import { HeirFields } from '../flow/heir-fields.tsx';
import {
  editsOf,
  emptyForm,
  type Field,
  fields,
  formOf,
  type Into,
  isComplete,
  type LineForm,
  pathsOf,
  withParent,
  type Writing,
} from './line-form.ts';
import { heirOptions } from './pick-dialog.tsx';
import type { Line, Reform } from '../reform-looks.ts';
import { foldedFilter, UnitPick } from './unit-pick.tsx';
import { useEdit } from './use-lines.ts';

interface Props {
  reform: Reform;
  lines: readonly Line[];
  /** All lines of this version are there: the place of the next one is known. */
  isReady: boolean;
  writing: Writing;
  onClose: () => void;
  onWritten: () => void;
}

function useForm({ reform, lines, writing, onClose, onWritten }: Props) {
  const [form, setForm] = useState<LineForm>(() =>
    writing.do === 'add' ? emptyForm(lines) : formOf(writing.line, lines),
  );
  const [told, setTold] = useState('');
  const first = useRef<HTMLInputElement>(null);
  const next = lines.reduce((most, { position }) => Math.max(most, position), 0) + 1;
  const done = () => {
    onWritten();
    if (writing.do !== 'add') return onClose();
    setTold(form.old?.label ?? form.stays?.label ?? lineName({ ...form, unit: null }));
    // The next one mostly goes into the same unit.
    const into = typeof form.into === 'number' ? form.into : next;
    setForm((before) => ({ ...before, old: null, whole: true, share: null, into, stays: null, name: '', code: '' }));
    first.current?.focus();
  };
  const edit = useEdit(reform, done, () => true);
  const at = useErrorAt(edit.error);
  const sent = edit.variables ?? [];
  return {
    form,
    first,
    change: (part: Partial<LineForm>) => setForm((before) => withParent({ ...before, ...part })),
    told: edit.error ? '' : told,
    error: edit.error,
    errorAt: (field: Field) => pathsOf(field, sent).map(at).find(Boolean),
    busy: edit.isPending,
    send: () => edit.mutate(editsOf(form, writing, next)),
  };
}

type Form = ReturnType<typeof useForm>;

/** The unit that goes, whole or in part. */
function OldFields({ reform, writing, form, change, errorAt, first }: Props & Form) {
  const { t, lang } = useI18n();
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <>
      <UnitPick
        inputRef={first}
        label={t('ur.line.old', { day })}
        description={writing.do === 'add' ? t('ur.line.oldHint') : undefined}
        error={errorAt('old')}
        reform={reform}
        kinds={['commune', 'district', 'province']}
        value={form.old}
        onPick={(old) => change({ old })}
      />
      <div className="ur-how">
        <SegmentedControl
          aria-label={t('ur.t.how')}
          data={[
            { value: 'whole', label: t('ur.t.whole') },
            { value: 'part', label: t('ur.part') },
          ]}
          value={form.whole ? 'whole' : 'part'}
          onChange={(how) => change({ whole: how === 'whole', share: null })}
        />
        {!form.whole && (
          <CountField
            label={t('ur.line.share')}
            min={1}
            max={100}
            suffix="%"
            error={errorAt('share')}
            value={form.share}
            onChange={(share) => change({ share })}
          />
        )}
      </div>
    </>
  );
}

/** What is offered beside units of the draft stays while one of them is looked for. */
const withMore: OptionsFilter = (asked) => [
  ...asked.options.slice(0, 1),
  ...foldedFilter({ ...asked, options: asked.options.slice(1) }),
];

function IntoField({ lines, writing, form, change, errorAt }: Props & Form) {
  const { t } = useI18n();
  const isMore = writing.do === 'add';
  const more = {
    group: t('ur.line.more'),
    items: [
      { value: 'new', label: t('ur.line.new') },
      { value: 'stays', label: t('ur.line.stays') },
    ],
  };
  const heirs = heirOptions(lines);
  const there = { group: t('ur.line.there'), items: heirs };
  return (
    <Select
      label={t('ur.line.into')}
      placeholder={t('form.choose')}
      required
      searchable
      allowDeselect={false}
      filter={isMore ? withMore : foldedFilter}
      data={isMore ? [more, ...(heirs.length > 0 ? [there] : [])] : heirs}
      nothingFoundMessage={t('ur.pick.none')}
      error={errorAt('into')}
      value={form.into === null ? null : String(form.into)}
      onChange={(chosen) => chosen && change({ into: asInto(chosen), stays: null, name: '', code: '' })}
    />
  );
}

const asInto = (chosen: string): Into => (chosen === 'new' || chosen === 'stays' ? chosen : Number(chosen));

function titleOf(writing: Writing, t: ReturnType<typeof useI18n>['t']): string {
  if (writing.do === 'add') return t('ur.line.add');
  const { line } = writing;
  const name = [line.unit ? null : line.code, lineName(line)].filter(Boolean).join(', ');
  return t(writing.do === 'part' ? 'ur.line.changeOf' : 'ur.line.unitOf', { name });
}

/** What goes where, line by line: a reform without a list, or a list that is put right. */
export function LineDialog(props: Props) {
  const { writing, reform, lines, isReady, onClose } = props;
  const i18n = useI18n();
  const { t } = i18n;
  const own = useForm(props);
  const { form, change, told, error, errorAt, busy, send } = own;
  const ready = isReady && isComplete(form, writing);
  const isShown = error !== null && fields.some((field) => errorAt(field));
  return (
    <FormDialog
      title={titleOf(writing, t)}
      label={t(writing.do === 'add' ? 'ur.line.add' : 'act.save')}
      busy={busy}
      disabled={!ready}
      onClose={onClose}
      onSubmit={() => ready && send()}
    >
      {writing.do !== 'unit' && <OldFields {...props} {...own} />}
      {writing.do !== 'unit' && <IntoField {...props} {...own} />}
      {(form.into === 'new' || form.into === 'stays') && (
        <HeirFields
          reform={reform}
          lines={lines}
          form={form}
          isNew={writing.do === 'add'}
          change={change}
          errorAt={errorAt}
        />
      )}
      {error !== null && !isShown && (
        <Notice tone="late" icon="alert-circle">
          {problemText(i18n, error)}
        </Notice>
      )}
      <p className="ur-told" role="status">
        {told && t('ur.line.added', { name: told })}
      </p>
    </FormDialog>
  );
}
