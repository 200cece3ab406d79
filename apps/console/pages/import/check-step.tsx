import { Button } from '@mantine/core';
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { FilterChips } from '../../ui/layout.tsx';
import { DiffCard } from './diff-card.tsx';
import {
  type ChoiceKind,
  countBySeverity,
  type Finding,
  type FindingFilter,
  findingKey,
  isOfFile,
  type KeyAct,
  keyAct,
  nextAfter,
  type Roster,
  walk,
} from './findings.ts';
import { Inspector } from './inspector.tsx';
import { NotImportedCard } from './not-imported.tsx';
import { SheetGrid } from './sheet-grid.tsx';
import { useChoices } from './use-choices.ts';

const filters: readonly { key: FindingFilter; icon?: IconName }[] = [
  { key: 'all' },
  { key: 'must_fix', icon: 'alert-circle' },
  { key: 'choose', icon: 'help-hexagon' },
  { key: 'auto_fixed', icon: 'wand' },
  { key: 'info', icon: 'info-circle' },
];

/** Keys act on the sheet and on the bare page; inside fields, buttons and dialogs they keep their own meaning. */
export function elsewhere(target: EventTarget | null, act: KeyAct): boolean {
  if (!(target instanceof HTMLElement) || target.closest('[role="grid"]')) return false;
  if (target.closest('[role="dialog"], input:not([type="checkbox"]), textarea, select')) return true;
  const moves = act === 'take' || act === 'next' || act === 'previous';
  return moves && Boolean(target.closest('button, a, input'));
}

function focusSheet(): void {
  document.querySelector<HTMLElement>('.sheet [role="grid"]')?.focus({ preventScroll: true });
}

function useFindingCursor(roster: Roster) {
  const [filter, setFilter] = useState<FindingFilter>('all');
  const [key, setKey] = useState<string | null>(null);
  const order = useMemo(() => walk(roster.findings, filter), [roster.findings, filter]);
  const found = order.findIndex((finding) => findingKey(finding) === key);
  const at =
    found >= 0
      ? found
      : Math.max(
          0,
          order.findIndex((finding) => !finding.settled),
        );
  const go = (index: number) => {
    const next = order[Math.max(0, Math.min(order.length - 1, index))];
    if (next) setKey(findingKey(next));
  };
  return { filter, setFilter, order, at, current: order[at], go, setKey };
}

type Cursor = ReturnType<typeof useFindingCursor>;

/** The six acts of the keyboard, bound while the screen is open. */
function useCheckKeys(acts: Record<KeyAct, () => unknown>): void {
  const latest = useRef(acts);
  latest.current = acts;
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act = keyAct(event);
      if (!act || elsewhere(event.target, act)) return;
      event.preventDefault();
      latest.current[act]();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, []);
}

function Toolbar({ roster, cursor, onFix }: { roster: Roster; cursor: Cursor; onFix: (all: Finding[]) => void }) {
  const { t } = useI18n();
  const counts = countBySeverity(roster.findings);
  const fixable = roster.findings.filter((finding) => finding.severity === 'auto_fixed' && finding.choice === null);
  const options = filters
    .filter(({ key }) => key === 'all' || counts[key] > 0)
    .map(({ key, icon }) => ({ key, icon, label: t(`import.filter.${key}`), count: counts[key] }));
  return (
    <div className="toolbar">
      <FilterChips label={t('import.filters')} value={cursor.filter} onChange={cursor.setFilter} options={options} />
      {roster.cells.notImported > 0 && (
        <a className="link" href="#not-imported">
          {t('import.out.top', { n: roster.cells.notImported })}
        </a>
      )}
      <span className="toolbar-space" />
      {fixable.length > 0 && (
        <Button size="xs" variant="light" leftSection={<Icon name="wand" size={16} />} onClick={() => onFix(fixable)}>
          {t('import.fixAll', { n: fixable.length })}
        </Button>
      )}
    </div>
  );
}

export function CheckStep({ roster, onColumns }: { roster: Roster; onColumns: () => void }) {
  const cursor = useFindingCursor(roster);
  const { order, at, current, go } = cursor;
  const choices = useChoices(roster);
  const [typing, setTyping] = useState(false);
  const choose = (findings: readonly Finding[], choice: ChoiceKind, value?: string) => {
    setTyping(false);
    choices.choose(findings, choice, value);
    go(nextAfter(order, at));
    focusSheet();
  };
  const pick = (finding: Finding) => {
    cursor.setFilter('all');
    cursor.setKey(findingKey(finding));
    focusSheet();
  };
  const undo = () => {
    const key = choices.undo();
    if (key) cursor.setKey(key);
  };
  useCheckKeys({
    take: () => current?.proposed != null && choose([current], 'take'),
    keep: () => current && current.severity !== 'must_fix' && choose([current], 'keep'),
    retype: () => current && setTyping(!isOfFile(current)),
    next: () => go(at + 1),
    previous: () => go(at - 1),
    undo,
  });
  return (
    <div className="split import-split">
      <div>
        <section className="card">
          <Toolbar roster={roster} cursor={cursor} onFix={(all) => choices.choose(all, 'take')} />
          <SheetGrid roster={roster} current={current} onPick={pick} />
        </section>
        <DiffCard roster={roster} />
        <NotImportedCard roster={roster} onColumns={onColumns} />
      </div>
      <div>
        <Inspector {...{ roster, order, at, typing, setTyping, choose, go, pick }} />
      </div>
    </div>
  );
}
