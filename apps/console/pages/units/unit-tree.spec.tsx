import { jest } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { queryClient } from '../../api/client.ts';
import { show, testId as id } from '../../testing/render.tsx';
import { type Part, UnitTree } from './unit-tree.tsx';

const part = (n: number, fullName: string, more: Partial<Part> = {}): Part => ({
  id: id(n),
  kind: 'hamlet',
  name: fullName,
  fullName,
  type: 'thôn',
  code: null,
  parent: null,
  validFrom: '2022-01-01',
  validTo: null,
  successors: [],
  parts: 0,
  formerParent: null,
  ...more,
});
const was = (name: string) => ({ id: id(90), kind: 'commune' as const, name, fullName: `Xã ${name}` });
const answers: Record<string, Part[]> = {
  [id(1)]: [
    part(2, 'Xã Dân Lực', { kind: 'commune', parts: 2 }),
    part(3, 'Xã Minh Sơn', { kind: 'commune' }),
    part(4, 'Xã Thọ Dân', { kind: 'commune' }),
  ],
  [id(2)]: [part(5, 'Thôn 1', { formerParent: was('Minh Dân') }), part(6, 'Thôn 1')],
};

const chosen = jest.fn();
const open = (onlyEmpty = false) => {
  for (const [unitId, parts] of Object.entries(answers))
    queryClient.setQueryData(['get', '/units/{unitId}/children', { params: { path: { unitId }, query: {} } }], parts);
  show(
    <UnitTree
      root={{ id: id(1), kind: 'district', fullName: 'Huyện Triệu Sơn', parts: 3 }}
      at={undefined}
      selected={id(1)}
      onSelect={chosen}
      onlyEmpty={onlyEmpty}
    />,
  );
};
const key = (name: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key: name });
/** What is seen of it; that is also what it is called. */
const focused = () => document.activeElement?.querySelector('.tree-name')?.textContent?.trim();

describe('the tree of units', () => {
  it('is walked by arrows, ends and letters, and opens and closes a branch', async () => {
    open();
    await screen.findByRole('treeitem', { name: 'Xã Minh Sơn' });
    screen.getByRole('treeitem', { name: /^Huyện Triệu Sơn/u }).focus();
    key('ArrowDown');
    expect(focused()).toBe('Xã Dân Lực');
    key('m');
    expect(focused()).toBe('Xã Minh Sơn');
    key('End');
    expect(focused()).toBe('Xã Thọ Dân');
    key('Enter');
    expect(chosen).toHaveBeenLastCalledWith(id(4));
    key('d');
    expect(focused()).toBe('Xã Dân Lực');
    key('ArrowLeft');
    expect(focused()).toBe('Huyện Triệu Sơn');
    key('ArrowRight');
    key('ArrowRight');
    await screen.findByRole('treeitem', { name: 'Thôn 1' });
    expect(screen.getByRole('treeitem', { name: 'Thôn 1 (Minh Dân cũ)' })).toBeTruthy();
    key('ArrowLeft');
    expect(screen.queryByRole('treeitem', { name: 'Thôn 1' })).toBeNull();
    key('ArrowUp');
    expect(focused()).toBe('Huyện Triệu Sơn');
  });

  it('calls each row by all that is seen in it, and by nothing that lies below', async () => {
    open();
    const row = await screen.findByRole('treeitem', { name: 'Xã Dân Lực 2 thôn' });
    expect([row.getAttribute('aria-label'), row.querySelector('[role=treeitem]')]).toEqual([null, null]);
  });

  it('shows communes without hamlets only, when that is asked', async () => {
    open(true);
    await screen.findByRole('treeitem', { name: 'Xã Minh Sơn' });
    expect(screen.queryByRole('treeitem', { name: /^Xã Dân Lực/u })).toBeNull();
  });
});
