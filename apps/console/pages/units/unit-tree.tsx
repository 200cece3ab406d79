/** The tree of units as of a day, with the keys of a tree: arrows, Home, End, letters. Branches load when they are opened. */
import { type KeyboardEvent, useState } from 'react';
import { foldMarks } from '#i18n/fold';
import { api, type Schemas } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Loaded } from '../../ui/states.tsx';

export type Part = Schemas['UnitPart'];
type Node = Pick<Part, 'id' | 'kind' | 'fullName'> & { parts: number; note?: string };

interface TreeProps {
  root: Node;
  at: string | undefined;
  selected: string;
  onSelect: (unitId: string) => void;
  /** Of communes only those without hamlets. */
  onlyEmpty: boolean;
}
interface BranchProps extends TreeProps {
  level: number;
  opened: ReadonlySet<string>;
  onOpen: (unitId: string, open: boolean) => void;
}

/** Equal names side by side are told apart by where they came from. */
export function notesOf(parts: readonly Part[], note: (parent: string) => string): Map<string, string> {
  const seen = new Map<string, number>();
  for (const { fullName } of parts) seen.set(fullName, (seen.get(fullName) ?? 0) + 1);
  return new Map(
    parts.flatMap(({ id, fullName, formerParent }) =>
      formerParent && (seen.get(fullName) ?? 0) > 1 ? [[id, note(formerParent.name)] as const] : [],
    ),
  );
}

function Item({ node, ...props }: BranchProps & { node: Node }) {
  const { t } = useI18n();
  const { level, selected, opened, onOpen, onSelect } = props;
  const open = opened.has(node.id);
  const hasParts = node.parts > 0;
  const count = node.kind === 'commune' ? 'units.partsHamlets' : 'units.parts';
  return (
    // The row is the item, not what lies below it: it is called by what is seen in it.
    <li role="none">
      <div
        role="treeitem"
        aria-level={level}
        aria-selected={node.id === selected}
        aria-expanded={hasParts ? open : undefined}
        data-unit={node.id}
        tabIndex={node.id === selected ? 0 : -1}
        className="tree-row"
        style={{ paddingLeft: 6 + (level - 1) * 20 }}
        onClick={() => onSelect(node.id)}
      >
        <span
          className="tree-mark"
          onClick={(event) => {
            event.stopPropagation();
            if (hasParts) onOpen(node.id, !open);
          }}
        >
          {hasParts && <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />}
        </span>
        <span className="tree-name">
          {node.fullName} {node.note && <span className="caption">({node.note})</span>}
        </span>
        {hasParts && level > 1 && <span className="caption num">{t(count, { n: node.parts })}</span>}
      </div>
      {open && hasParts && <Parts {...props} of={node.id} level={level + 1} />}
    </li>
  );
}

function Parts({ of, ...props }: BranchProps & { of: string }) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/units/{unitId}/children', {
    params: { path: { unitId: of }, query: props.at ? { at: props.at } : {} },
  });
  return (
    <ul role="group">
      <Loaded query={query} rows={3}>
        {(parts) => {
          const notes = notesOf(parts, (parent) => t('units.former', { parent }));
          return parts
            .filter(({ kind, parts: below }) => !props.onlyEmpty || kind !== 'commune' || below === 0)
            .map((part) => <Item key={part.id} node={{ ...part, note: notes.get(part.id) }} {...props} />);
        }}
      </Loaded>
    </ul>
  );
}

const itemsOf = (tree: Element): HTMLElement[] => [...tree.querySelectorAll<HTMLElement>('[role=treeitem]')];

/** Where a key leads among the items that are seen. */
function targetOf(key: string, items: HTMLElement[], at: number): HTMLElement | undefined {
  const current = items[at];
  switch (key) {
    case 'ArrowDown':
      return items[at + 1];
    case 'ArrowUp':
      return items[at - 1];
    case 'Home':
      return items[0];
    case 'End':
      return items.at(-1);
    case 'ArrowRight':
      return current?.parentElement?.querySelector<HTMLElement>(':scope > ul [role=treeitem]') ?? undefined;
    case 'ArrowLeft':
      return current?.closest('ul')?.parentElement?.querySelector<HTMLElement>('[role=treeitem]') ?? undefined;
    default:
      return letterTarget(key, items, at);
  }
}

function letterTarget(key: string, items: HTMLElement[], at: number): HTMLElement | undefined {
  if (key.length !== 1 || key === ' ') return undefined;
  const letter = foldMarks(key);
  const startsWith = (item: HTMLElement) =>
    foldMarks(item.querySelector('.tree-name')?.textContent ?? '')
      .split(' ')
      .some((word) => word.startsWith(letter));
  return [...items.slice(at + 1), ...items.slice(0, at)].find(startsWith);
}

export function UnitTree(props: TreeProps) {
  const { t } = useI18n();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set([props.root.id]));
  const open = (unitId: string, isOpen: boolean) =>
    setOpened((now) => new Set(isOpen ? [...now, unitId] : [...now].filter((one) => one !== unitId)));
  const press = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const items = itemsOf(event.currentTarget);
    const at = items.indexOf(document.activeElement as HTMLElement);
    const unitId = items[at]?.dataset['unit'];
    if (!unitId) return;
    const isOpen = items[at]?.getAttribute('aria-expanded');
    const folds =
      (event.key === 'ArrowRight' && isOpen === 'false') || (event.key === 'ArrowLeft' && isOpen === 'true');
    const chooses = event.key === 'Enter' || event.key === ' ';
    const target = folds || chooses ? undefined : targetOf(event.key, items, at);
    if (!folds && !chooses && !target) return;
    event.preventDefault();
    event.stopPropagation();
    if (folds) open(unitId, event.key === 'ArrowRight');
    else if (chooses) props.onSelect(unitId);
    else target?.focus();
  };
  const shown = opened.has(props.selected) || props.selected === props.root.id;
  return (
    <ul
      role="tree"
      aria-label={t('units.tree')}
      className="unit-tree"
      onKeyDown={press}
      data-reach={shown || undefined}
    >
      <Item node={props.root} {...props} level={1} opened={opened} onOpen={open} />
    </ul>
  );
}
