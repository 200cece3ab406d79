import { Button } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card, ToneIcon } from '../../../ui/layout.tsx';
import { useFindingText } from './finding-text.ts';
import { editOfPick, type Offer, offersOf, pickOf } from './offers.ts';
import { OtherReform } from './other-reform.tsx';
import { PickDialog } from './pick-dialog.tsx';
import type { Finding, Line, Reform } from '../reform-looks.ts';
import { useEdit } from './use-lines.ts';

interface RowsProps {
  reform: Reform;
  findings: readonly Finding[];
  /** The place of the first one among all that the keys go through. */
  from: number;
  /** Where the keys are. */
  at: number;
  busy: boolean;
  may: boolean;
  onStop: (index: number) => void;
  onOffer: (offer: Offer) => void;
  onPick: (finding: Finding) => void;
}

function Offers({
  finding,
  busy,
  onOffer,
  onPick,
}: Pick<RowsProps, 'busy' | 'onOffer' | 'onPick'> & { finding: Finding }) {
  const { t } = useI18n();
  const pick = pickOf(finding);
  return (
    <span className="ur-offers">
      {offersOf(finding).map((offer, at) => (
        <Button
          key={offer.label + offer.name}
          size="xs"
          variant={at === 0 ? 'default' : 'subtle'}
          disabled={busy}
          onClick={() => onOffer(offer)}
        >
          {t(offer.label, { name: offer.name })}
        </Button>
      ))}
      {pick && (
        <Button size="xs" variant="subtle" disabled={busy} onClick={() => onPick(finding)}>
          {t(pick.of === 'old' ? 'ur.pick.type' : 'ur.pick.other')}
        </Button>
      )}
    </span>
  );
}

function Rows({ reform, findings, from, at, may, onStop, ...acts }: RowsProps) {
  const text = useFindingText();
  return (
    <ul className="ur-findings">
      {findings.map((finding, index) => (
        <li
          key={`${finding.code} ${finding.position} ${finding.unit?.id} ${index}`}
          data-finding={from + index}
          tabIndex={may ? (at === from + index ? 0 : -1) : undefined}
          onFocus={() => onStop(from + index)}
        >
          <ToneIcon tone={finding.blocks ? 'late' : 'mute'} icon={finding.blocks ? 'alert-circle' : 'alert-triangle'} />
          <div>
            <p>{text(finding)}</p>
            {may && <Offers finding={finding} {...acts} />}
            {finding.code === 'otherReform' && reform.state !== 'applied' && (
              <span className="ur-offers">
                <OtherReform reform={reform} params={finding.params} />
              </span>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The arrows go from one to the next, Enter takes the first offer, F2 types what is meant. */
function useFindingKeys(
  all: readonly Finding[],
  { may, offer, pick }: { may: boolean; offer: (offer: Offer) => void; pick: (finding: Finding) => void },
) {
  const [at, stop] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isItem = (event.target as HTMLElement).dataset['finding'] !== undefined;
    const finding = all[at];
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (!may || !finding) return;
    if (step !== 0) {
      const next = Math.max(0, Math.min(all.length - 1, at + step));
      list.current?.querySelector<HTMLElement>(`[data-finding="${next}"]`)?.focus();
    } else if (event.key === 'Enter' && isItem) {
      const [first] = offersOf(finding);
      if (first) offer(first);
    } else if (event.key === 'F2' && pickOf(finding)) pick(finding);
    else return;
    event.preventDefault();
  };
  return { at: Math.min(at, Math.max(0, all.length - 1)), stop, list, onKeyDown };
}

type Editing = ReturnType<typeof useEdit>;

/** Codes that others bear today: all of them are new units in one press. */
function AllNew({ findings, edit }: { findings: readonly Finding[]; edit: Editing }) {
  const { t } = useI18n();
  const positions = findings.flatMap(({ code, position }) => (code === 'codeReused' && position ? [position] : []));
  if (positions.length < 2) return null;
  return (
    <Button
      size="xs"
      variant="default"
      loading={edit.isPending}
      onClick={() => edit.mutate([{ do: 'answer', positions, as: 'new' }])}
    >
      {t('ur.allNew')}
    </Button>
  );
}

function Picking({
  reform,
  lines,
  finding,
  edit,
  onClose,
}: {
  reform: Reform;
  lines: readonly Line[];
  finding: Finding;
  edit: Editing;
  onClose: () => void;
}) {
  const text = useFindingText();
  const pick = pickOf(finding);
  if (!pick) return null;
  return (
    <PickDialog
      reform={reform}
      lines={lines}
      pick={pick}
      title={text(finding)}
      busy={edit.isPending}
      onClose={onClose}
      onPick={(chosen) => edit.mutate([editOfPick(pick, chosen)])}
    />
  );
}

/** What has to be settled, then what is worth a look. */
export function FindingsSide({
  reform,
  findings,
  total,
  may,
  lines = [],
}: {
  reform: Reform;
  findings: readonly Finding[];
  total: number;
  may: boolean;
  /** Among whose units one is chosen by hand. */
  lines?: readonly Line[];
}) {
  const { t } = useI18n();
  const [picked, setPicked] = useState<Finding | null>(null);
  const edit = useEdit(reform, () => setPicked(null));
  const must = findings.filter(({ blocks }) => blocks);
  const other = findings.filter(({ blocks }) => !blocks);
  const offer = ({ edits }: Offer) => !edit.isPending && edit.mutate(edits);
  const keys = useFindingKeys([...must, ...other], { may, offer, pick: setPicked });
  const rows = { reform, at: keys.at, busy: edit.isPending, may, onStop: keys.stop, onOffer: offer, onPick: setPicked };
  return (
    <Card title={t('ur.must')} note={reform.blocks || undefined} aside={may && <AllNew findings={must} edit={edit} />}>
      <div ref={keys.list} onKeyDown={keys.onKeyDown}>
        {must.length === 0 ? (
          <p className="card-body muted">{t('ur.none')}</p>
        ) : (
          <Rows findings={must} from={0} {...rows} />
        )}
        {other.length > 0 && (
          <>
            <h3 className="ur-may">{t('ur.may')}</h3>
            <Rows findings={other} from={must.length} {...rows} />
          </>
        )}
      </div>
      {total > findings.length && (
        <p className="card-body muted">{t('ur.moreFindings', { n: total - findings.length })}</p>
      )}
      {may && must.length > 0 && <p className="ur-note ur-keys-note">{t('ur.findingKeys')}</p>}
      {picked && <Picking reform={reform} lines={lines} finding={picked} edit={edit} onClose={() => setPicked(null)} />}
    </Card>
  );
}
