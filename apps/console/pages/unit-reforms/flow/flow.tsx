import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { formatDate } from '#i18n';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { FlowGroups, Legend } from './flow-groups.tsx';
import { countOld, isBig, placesOf, targetsIn, targetsNamed } from './flow-places.ts';
import { FlowTable, type LineActs } from './flow-table.tsx';
import { isDividedTarget, lineName, shownTargets, type Target, targetsOf, type Which } from './flow-targets.ts';
import { PlaceTools, Tools, type View } from './flow-tools.tsx';
import { LineDialog } from '../lines/line-dialog.tsx';
import type { Writing } from '../lines/line-form.ts';
import type { Line, Reform } from '../reform-looks.ts';
import { useEdit } from '../lines/use-lines.ts';

/** So many units of the day at first, and so many more. */
const SHOWN = 12;
const MORE = 40;
const PLACE = 60;

interface Props {
  reform: Reform;
  lines: readonly Line[];
  /** All lines of this version are there. */
  isReady: boolean;
  may: boolean;
}

/** All of a small reform; of a big one a place, the one with open questions first, or what is searched. */
function useShown({ reform, lines }: Props) {
  const [which, setWhich] = useState<Which>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const [text, setText] = useState('');
  const [count, setCount] = useState(SHOWN);
  const all = targetsOf(lines);
  const big = isBig(all);
  const places = big ? placesOf(all, reform.unit.id) : [];
  const place = places.find(({ id }) => id === chosen) ?? places[0];
  // It stays the one that is looked at while its questions are answered.
  if (chosen === null && place) setChosen(place.id);
  const isPlaced = big && text.trim() === '' && places.length > 1;
  const part = isPlaced && place ? targetsIn(all, place.id, reform.unit.id) : targetsNamed(all, big ? text : '');
  const targets = shownTargets(part, which);
  // A place is mostly small enough to be drawn whole.
  const most = isPlaced ? Math.max(count, PLACE) : count;
  const left = Math.max(0, targets.length - most);
  return {
    all,
    places: big ? { places, placeId: place?.id ?? '', onPlace: setChosen, text, onText: setText } : null,
    part,
    targets,
    drawn: targets.slice(0, most),
    left,
    more: () => setCount(most + MORE),
    which,
    setWhich,
  };
}

/** Lines by hand: what is written just now, and what is taken out again. */
function useWriting(reform: Reform, isReady: boolean) {
  const { t } = useI18n();
  const [writing, setWriting] = useState<Writing | null>(null);
  const add = useRef<HTMLButtonElement>(null);
  const drop = useEdit(reform);
  const acts: LineActs = {
    busy: drop.isPending || !isReady,
    onChange: (line) => setWriting({ do: 'part', line }),
    onUnit: (line) => setWriting({ do: 'unit', line }),
    onDrop: (line) =>
      drop.mutate([{ do: 'drop', positions: [line.position] }], {
        onSuccess: () => {
          showNotice(t('ur.line.dropped', { name: lineName(line) }));
          // The row that had it is gone.
          add.current?.focus();
        },
      }),
  };
  const close = () => {
    setWriting(null);
    // From the empty card it leads to the table, where the button is another one.
    if (writing?.do === 'add') setTimeout(() => add.current?.focus());
  };
  return { writing, setWriting, close, add, acts };
}

function AddLine({ writing }: { writing: ReturnType<typeof useWriting> }) {
  const { t } = useI18n();
  return (
    <Button
      ref={writing.add}
      variant="default"
      leftSection={<Icon name="plus" size={16} />}
      onClick={() => writing.setWriting({ do: 'add' })}
    >
      {t('ur.line.add')}
    </Button>
  );
}

function Heads({ reform, part, isPart }: { reform: Reform; part: readonly Target[]; isPart: boolean }) {
  const { t, lang } = useI18n();
  const day = formatDate(reform.onDate, lang, { withYear: true });
  return (
    <div className="ur-flow-head">
      <b>{t('ur.before', { day, n: isPart ? countOld(part) : reform.counts.old })}</b>
      <b>{t('ur.after', { day, n: part.length })}</b>
    </div>
  );
}

/** Old on the left, new on the right: what is not settled is dashed and says so in words beside it. */
function Drawn({
  reform,
  shown,
  view,
  acts,
}: {
  reform: Reform;
  shown: ReturnType<typeof useShown>;
  view: View;
  acts: LineActs | undefined;
}) {
  const { t } = useI18n();
  const { all, part, places, targets, drawn, left, more } = shown;
  const within = part.length < all.length ? targets : all;
  return (
    <>
      <Heads reform={reform} part={part} isPart={part.length < all.length} />
      {targets.length === 0 && <p className="card-body muted">{t('ur.which.none')}</p>}
      {view === 'table' ? (
        <FlowTable targets={drawn} acts={acts} />
      ) : (
        <FlowGroups all={all} targets={drawn} within={within} places={places?.places ?? []} />
      )}
      {left > 0 && (
        <Button variant="subtle" onClick={more}>
          {t('ur.more', { n: left })}
        </Button>
      )}
      {view === 'flow' && <Legend />}
      {places && (
        <p className="ur-note">
          {t('ur.total', { old: countOld(all), n: all.length, divided: all.filter(isDividedTarget).length })}
        </p>
      )}
    </>
  );
}

export function Flow(props: Props) {
  const { reform, lines, isReady, may } = props;
  const { t } = useI18n();
  const [view, setView] = useState<View>('flow');
  const shown = useShown(props);
  const writing = useWriting(reform, isReady);
  const { all, places, part, which, setWhich } = shown;
  if (all.length === 0 && !may) return null;
  return (
    <Card className="ur-flow">
      {all.length === 0 ? (
        <div className="ur-by-hand">
          <p>{t('ur.line.empty')}</p>
          <AddLine writing={writing} />
        </div>
      ) : (
        <>
          {places && <PlaceTools {...places} />}
          <Tools shown={part} which={which} onWhich={setWhich} view={view} onView={setView} />
          <Drawn reform={reform} shown={shown} view={view} acts={may ? writing.acts : undefined} />
          {may && view === 'table' && (
            <div className="ur-by-hand">
              <AddLine writing={writing} />
            </div>
          )}
        </>
      )}
      {writing.writing && (
        <LineDialog
          reform={reform}
          lines={lines}
          isReady={isReady}
          writing={writing.writing}
          onClose={writing.close}
          onWritten={() => setView('table')}
        />
      )}
    </Card>
  );
}
