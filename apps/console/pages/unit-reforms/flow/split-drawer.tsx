import { Button } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { dialogHead } from '../../../ui/dialog-head.ts';
import { Choice } from '../../../ui/form.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { PageDrawer } from '../../../ui/dialogs/page-modal.tsx';
import { Blocks } from '../../reforms/merger-side.tsx';
import {
  type At,
  both,
  gapsOf,
  halvesFormOf,
  type HalvesForm,
  halvesOf,
  isNamed,
  type ToSplit,
} from '../../reforms/split/split-form.ts';
import { HalfFields, SplitPeople, SplitTasks } from '../../reforms/split/split-parts.tsx';
import '../../reforms/reforms.css';
import '../../reforms/split/split.css';
import type { Division, Hamlet } from '../divide/divide-places.ts';
import type { Reform } from '../reform-looks.ts';
import { type Edit, useEdit } from '../lines/use-lines.ts';

interface DrawerProps {
  reform: Reform;
  division: Division;
  hamlet: Hamlet;
  /** What was chosen of the others and is not written yet: it is written along. */
  pending: readonly Edit[];
  may: boolean;
  onSaved: (sent: readonly Edit[]) => void;
  onClose: () => void;
}
type Into = readonly [number | null, number | null];

function Acts({
  isReady,
  isSplit,
  busy,
  onSave,
  onWhole,
}: {
  isReady: boolean;
  isSplit: boolean;
  busy: boolean;
  onSave: () => void;
  onWhole: () => void;
}) {
  const { t } = useI18n();
  return (
    <div className="ur-acts">
      <Button disabled={!isReady} loading={busy} onClick={onSave}>
        {t('ur.divide.saveSplit')}
      </Button>
      {isSplit && (
        <Button variant="default" disabled={busy} onClick={onWhole}>
          {t('ur.divide.whole')}
        </Button>
      )}
    </div>
  );
}

function Where({
  division,
  may,
  value,
  onChange,
}: Pick<DrawerProps, 'division' | 'may'> & { value: number | null; onChange: (position: number) => void }) {
  const { t } = useI18n();
  return (
    <Choice
      label={t('ur.divide.goes')}
      disabled={!may}
      options={division.heirs.map(({ position, fullName }) => ({ value: String(position), label: fullName }))}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}

function Content({ facts, ...props }: DrawerProps & { facts: ToSplit }) {
  const { reform, division, hamlet, pending, may, onSaved } = props;
  const [form, setForm] = useState<HalvesForm>(() => halvesFormOf(hamlet.halves ?? []));
  const [into, setInto] = useState<Into>([
    hamlet.halves?.[0]?.intoPosition ?? null,
    hamlet.halves?.[1]?.intoPosition ?? null,
  ]);
  const edit = useEdit(reform, onSaved);
  const hamletId = hamlet.unit.id;
  const parts = {
    form,
    facts,
    readOnly: !may,
    set: (part: Partial<HalvesForm>) => setForm((now) => ({ ...now, ...part })),
  };
  const where = (at: At) => (
    <Where
      division={division}
      may={may}
      value={into[at]}
      onChange={(chosen) => setInto(at === 0 ? [chosen, into[1]] : [into[0], chosen])}
    />
  );
  const save = () => {
    const halves = halvesOf(form, facts).map((half, at) => ({ ...half, intoPosition: into[at as At] }));
    edit.mutate([...pending, { do: 'split', hamletId, halves }]);
  };
  const whole = () => edit.mutate([...pending, { do: 'allot', hamletIds: [hamletId], intoPosition: null }]);
  const gaps = [...facts.blocks, ...gapsOf(form, facts)];
  return (
    <div className="ur-stack ur-split">
      <HalfFields {...parts} more={where} />
      {isNamed(form) && both.every((at) => form.households[at] !== null) && <Blocks blocks={gaps} />}
      <SplitPeople {...parts} />
      <SplitTasks {...parts} />
      {may && (
        <Acts
          isReady={isNamed(form)}
          isSplit={hamlet.halves !== null}
          busy={edit.isPending}
          onSave={save}
          onWhole={whole}
        />
      )}
    </div>
  );
}

/** A hamlet of a divided unit is divided itself: two names, households, who goes where, what of the work. */
export function SplitDrawer(props: DrawerProps) {
  const { t } = useI18n();
  const { reform, division, hamlet, onClose } = props;
  const query = api.useQuery('get', '/reforms/{reformId}/divided/{dividedId}/hamlets/{hamletId}', {
    params: { path: { reformId: reform.id, dividedId: division.unit.id, hamletId: hamlet.unit.id } },
  });
  return (
    <PageDrawer
      attributes={dialogHead}
      opened
      onClose={onClose}
      position="right"
      size={560}
      title={t('ur.divide.splitTitle', { hamlet: hamlet.unit.fullName })}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Loaded query={query} rows={8}>
        {(facts) => <Content {...props} facts={facts} />}
      </Loaded>
    </PageDrawer>
  );
}
