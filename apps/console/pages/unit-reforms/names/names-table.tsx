import { TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { formatDate } from '#i18n';
import { lowerFirst } from '#i18n/first-letters';
import type { ReformNameState } from '#contracts/organization/reform-kinds';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../../ui/icon.tsx';
import { Chip, type Tone } from '../../../ui/layout.tsx';
import type { Reform } from '../reform-looks.ts';
import { useEdit } from '../lines/use-lines.ts';
import { Opinion } from './opinion.tsx';
import { type Hamlet, typedName, withType } from './name-patterns.ts';

const looks: Record<ReformNameState | 'editing', { tone: Tone; icon: IconName }> = {
  none: { tone: 'mute', icon: 'circle-dashed' },
  proposed: { tone: 'new', icon: 'send' },
  wrong: { tone: 'late', icon: 'alert-circle' },
  decided: { tone: 'done', icon: 'check' },
  editing: { tone: 'doing', icon: 'pencil' },
};

interface RowProps {
  reform: Reform;
  hamlet: Hamlet;
  may: boolean;
  isEdited: boolean;
  onEdit: () => void;
  /** Goes on to the next row, to type in it or only to stand there. */
  onNext: (types: boolean) => void;
  onLeave: () => void;
}

function Temporary({ hamlet: { fullName, temporary } }: Pick<RowProps, 'hamlet'>) {
  return (
    <>
      {fullName} <b className="rn-suffix">{temporary.slice(fullName.length).trim()}</b>
    </>
  );
}

function NameInput({ reform, hamlet, onNext, onLeave }: Omit<RowProps, 'may' | 'isEdited' | 'onEdit'>) {
  const { t } = useI18n();
  const edit = useEdit(reform);
  const before = hamlet.proposal?.fullName ?? '';
  const [text, setText] = useState(before || withType(hamlet, ''));
  const take = () => {
    const name = typedName(hamlet, text);
    if (!name || withType(hamlet, name) === before) return;
    edit.mutate([{ do: 'name', unitId: hamlet.id, type: hamlet.type, name }]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === 'Escape') return onLeave();
    take();
    onNext(true);
  };
  return (
    <TextInput
      autoFocus
      aria-label={t('rn.nameOf', { hamlet: hamlet.temporary })}
      maxLength={200}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        take();
        onLeave();
      }}
    />
  );
}

/** What is proposed, to be typed over where that may be. */
function Proposed(props: RowProps) {
  const { hamlet, may, isEdited, onEdit } = props;
  const { t, lang } = useI18n();
  const { state, proposal } = hamlet;
  const shown = proposal ? proposal.fullName : t('rn.notYet');
  const decided = proposal?.decided;
  return (
    <>
      {isEdited && <NameInput {...props} />}
      {!isEdited && may && state !== 'decided' && (
        <button
          type="button"
          className="rn-name"
          data-none={proposal ? undefined : true}
          aria-label={`${t('rn.nameOf', { hamlet: hamlet.temporary })}: ${shown}`}
          onClick={onEdit}
        >
          {shown}
        </button>
      )}
      {!isEdited && (!may || state === 'decided') && <span>{shown}</span>}
      {proposal?.taken && <span className="rn-taken">{t('rn.taken', { name: proposal.taken })}</span>}
      {decided && (
        <span className="cell-2">
          {t('rn.decidedBy', {
            paper: decided.directive.citation,
            day: formatDate(decided.onDate, lang, { withYear: true }),
          })}
        </span>
      )}
    </>
  );
}

function NameRow(props: RowProps) {
  const { reform, hamlet, may, isEdited, onEdit, onNext } = props;
  const { t } = useI18n();
  const edit = useEdit(reform);
  const { state, proposal, from, fullName } = hamlet;
  const look = isEdited ? 'editing' : state;
  const keep = () => {
    if (proposal && !proposal.decided) edit.mutate([{ do: 'name', unitId: hamlet.id, name: null }]);
    onNext(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isEdited || !may || state === 'decided') return;
    const acts: Record<string, () => void> = { F2: onEdit, Enter: onEdit, g: keep, G: keep };
    const act = acts[event.key];
    if (!act || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    act();
  };
  return (
    <tr data-editing={isEdited || undefined} onKeyDown={onKeyDown}>
      <th scope="row">
        <b>{fullName}</b>, {lowerFirst(from)}
      </th>
      <td>
        <Temporary hamlet={hamlet} />
      </td>
      <td>
        <Proposed {...props} />
        <Opinion reform={reform} hamlet={hamlet} may={may} />
      </td>
      <td>
        <Chip {...looks[look]}>{t(`rn.state.${look}`)}</Chip>
      </td>
    </tr>
  );
}

/** Equal names together; one row is typed in at a time. */
export function NamesTable({ reform, hamlets, may }: { reform: Reform; hamlets: readonly Hamlet[]; may: boolean }) {
  const { t } = useI18n();
  const [edited, setEdited] = useState<string | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const focusAt = (id: string | undefined) => {
    if (id) setTimeout(() => table.current?.querySelector<HTMLElement>(`tbody[data-id="${id}"] button`)?.focus());
  };
  const rows = hamlets.map((hamlet, at) => {
    const next = hamlets[at + 1]?.id;
    const startsGroup = hamlet.alike > 1 && hamlets[at - 1]?.fullName.toLowerCase() !== hamlet.fullName.toLowerCase();
    return (
      <tbody key={hamlet.id} data-id={hamlet.id}>
        {startsGroup && (
          <tr className="rn-group">
            <th scope="rowgroup" colSpan={4}>
              <Icon name="copy" size={16} /> {t('rn.group', { name: hamlet.fullName, n: hamlet.alike })}
            </th>
          </tr>
        )}
        <NameRow
          reform={reform}
          hamlet={hamlet}
          may={may}
          isEdited={edited === hamlet.id}
          onEdit={() => setEdited(hamlet.id)}
          onNext={(types) => {
            setEdited(types ? (next ?? null) : null);
            if (!types) focusAt(next);
          }}
          onLeave={() => setEdited((now) => (now === hamlet.id ? null : now))}
        />
      </tbody>
    );
  });
  return (
    <table className="rn-table" ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('rn.col.now')}</th>
          <th scope="col">{t('rn.col.temporary')}</th>
          <th scope="col">{t('rn.col.proposed')}</th>
          <th scope="col">{t('rn.col.state')}</th>
        </tr>
      </thead>
      {rows}
    </table>
  );
}
