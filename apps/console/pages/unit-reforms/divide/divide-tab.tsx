import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { DivideFile } from './divide-file.tsx';
import { useDivideKeys, usePlaces } from './divide-keys.ts';
import {
  type Division,
  editsOf,
  type Hamlet,
  isOpenRow,
  pasted,
  type Row,
  rowsOf,
  type Shown,
  shownRows,
} from './divide-places.ts';
import { Matches, Sums, Tools } from './divide-sums.tsx';
import { DivideTable } from './divide-table.tsx';
import { isOpen, type Line, type Reform } from '../reform-looks.ts';
import { SplitDrawer } from '../flow/split-drawer.tsx';
import { type Edit, useEdit, useFindings, useLines } from '../lines/use-lines.ts';

/** Units of which a part goes somewhere, each once. */
function dividedOf(lines: readonly Line[]): { id: string; fullName: string }[] {
  const units = lines.flatMap(({ kind, unit }) => (kind === 'part' && unit ? [unit] : []));
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
}

interface DivideProps {
  reform: Reform;
  division: Division;
  may: boolean;
  /** The next unit that still has something open. */
  next: { id: string; fullName: string; open: number } | null;
  onNext: () => void;
}

function useChoosing({ reform, division, next, onNext, may }: DivideProps, shown: Shown) {
  const { t } = useI18n();
  const { places, set, undo, written } = usePlaces(division);
  const [opened, setOpened] = useState<Hamlet | null>(null);
  const all = rowsOf(division);
  const rows = shownRows(all, places, shown);
  const edits = editsOf(division, places);
  const left = all.filter((row) => isOpenRow(row, places)).length;
  const goes = left === 0 && next !== null;
  const saved = (sent: readonly Edit[]) => {
    written(sent);
    showNotice(t('ur.divide.saved'));
    setOpened(null);
  };
  const edit = useEdit(reform, (sent) => {
    saved(sent);
    if (goes) onNext();
  });
  const place = (chosen: readonly Row[], heir: number | null) => {
    const position = heir === null ? null : division.heirs[heir]?.position;
    if (position !== undefined && may) set(chosen.map(({ key }) => [key, position]));
  };
  const paste = (text: string, from: number) => {
    if (!may) return;
    const { set: changes, wrong } = pasted(text, rows, division.heirs, from);
    const [first] = wrong;
    if (first) showNotice(t('ur.divide.pasteWrong', { ...first, n: wrong.length }), 'failed');
    else set(changes);
  };
  const open = ({ hamlet }: Row) => hamlet.unit.kind === 'hamlet' && setOpened(hamlet);
  const keys = useDivideKeys({ rows, heirs: division.heirs.length, place, undo, open, paste });
  const save = () => (edits.length > 0 ? edit.mutate(edits) : goes && onNext());
  return {
    all,
    rows,
    places,
    set,
    saved,
    edits,
    left,
    goes,
    busy: edit.isPending,
    save,
    keys,
    open,
    opened,
    close: () => setOpened(null),
  };
}

function Acts({
  next,
  choosing,
  onRead,
}: Pick<DivideProps, 'next'> & { choosing: ReturnType<typeof useChoosing>; onRead: () => void }) {
  const { t } = useI18n();
  const { edits, goes, busy, save } = choosing;
  return (
    <span className="ur-acts">
      <Button
        variant="default"
        leftSection={<Icon name="file-import" size={16} />}
        disabled={edits.length > 0}
        onClick={onRead}
      >
        {t('ur.divide.fromList')}
      </Button>
      <Button disabled={edits.length === 0 && !goes} loading={busy} onClick={save}>
        {goes ? t('ur.divide.next', { unit: next?.fullName ?? '', n: next?.open ?? 0 }) : t('ur.divide.save')}
      </Button>
    </span>
  );
}

function Divide(props: DivideProps) {
  const { t } = useI18n();
  const { reform, division, may } = props;
  const [shown, setShown] = useState<Shown>('all');
  const [reads, setReads] = useState(false);
  const choosing = useChoosing(props, shown);
  const { all, rows, places, edits, left, opened } = choosing;
  const unit = division.unit.fullName;
  return (
    <>
      <Sums division={division} rows={all} places={places} />
      {reads && <DivideFile reform={reform} division={division} onDone={() => setReads(false)} />}
      <Card
        title={left > 0 ? t('ur.divide.title', { unit, n: left }) : t('ur.divide.done', { unit })}
        aside={may && <Acts {...props} choosing={choosing} onRead={() => setReads(!reads)} />}
      >
        <Tools rows={all} places={places} shown={shown} onShown={setShown} />
        <div className="ur-scroll">
          <DivideTable
            division={division}
            rows={rows}
            all={all}
            places={places}
            may={may}
            keys={choosing.keys}
            onPlace={(row, place) => choosing.set([[row.key, place]])}
            onOpen={choosing.open}
          />
        </div>
        <Matches rows={all} />
      </Card>
      {opened && (
        <SplitDrawer
          reform={reform}
          division={division}
          hamlet={opened}
          pending={edits}
          may={may}
          onSaved={choosing.saved}
          onClose={choosing.close}
        />
      )}
    </>
  );
}

function NoHamlets() {
  const { t } = useI18n();
  const { may } = useIdentity();
  return (
    <Card>
      <EmptyState
        icon="sitemap"
        title={t('ur.divide.noHamlets')}
        actions={
          may('unit.manage') && (
            <Link className="link" to="/units/import">
              {t('ur.divide.importHamlets')}
            </Link>
          )
        }
      />
    </Card>
  );
}

/** What is still open of each divided unit. */
function useOpen(reform: Reform): ReadonlyMap<string, number> {
  const { rows } = useFindings(reform, reform.state !== 'applied');
  const open = new Map<string, number>();
  for (const { code, unit, params } of rows) {
    if (!unit || (code !== 'notAllotted' && code !== 'splitOpen')) continue;
    open.set(unit.id, (open.get(unit.id) ?? 0) + Number(params['count'] ?? 1));
  }
  return open;
}

function Which({
  divided,
  open,
  value,
  onChange,
}: {
  divided: readonly { id: string; fullName: string }[];
  open: ReadonlyMap<string, number>;
  value: string;
  onChange: (unitId: string) => void;
}) {
  const { t } = useI18n();
  const options = divided.map(({ id, fullName }) => {
    const left = open.get(id);
    return { value: id, label: left ? t('ur.divide.left', { unit: fullName, n: left }) : fullName };
  });
  return (
    <Choice
      label={t('ur.divide.pick', { n: divided.length })}
      searchable
      options={options}
      value={value}
      onChange={onChange}
    />
  );
}

/** Every hamlet of a divided unit goes to one heir, by hand and with nothing left over. */
export function DivideTab({ reform }: { reform: Reform }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const divided = dividedOf(useLines(reform).rows);
  const open = useOpen(reform);
  const [chosen, setChosen] = useState<string | null>(null);
  const unitId = chosen ?? divided.find(({ id }) => open.has(id))?.id ?? divided[0]?.id ?? '';
  const query = api.useQuery(
    'get',
    '/reforms/{reformId}/divided/{dividedId}',
    { params: { path: { reformId: reform.id, dividedId: unitId } } },
    { enabled: unitId !== '' },
  );
  if (divided.length === 0)
    return (
      <Card>
        <p className="card-body muted">{t('ur.divide.none')}</p>
      </Card>
    );
  const may = isOpen(reform, me.today) && reform.state !== 'scheduled';
  const after = divided.find(({ id }) => id !== unitId && open.has(id));
  const next = after ? { ...after, open: open.get(after.id) ?? 0 } : null;
  return (
    <div className="ur-stack">
      {divided.length > 1 && <Which divided={divided} open={open} value={unitId} onChange={setChosen} />}
      <Loaded query={query} rows={6}>
        {(division) =>
          division.hamlets.length === 0 ? (
            <NoHamlets />
          ) : (
            <Divide
              key={unitId}
              reform={reform}
              division={division}
              may={may}
              next={next}
              onNext={() => next && setChosen(next.id)}
            />
          )
        }
      </Loaded>
    </div>
  );
}
