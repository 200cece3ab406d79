import { testId as id } from '../../testing/render.tsx';
import { courseOf, type Heir, type Made, type Version } from './course.ts';

const parent = (n: number, fullName: string): NonNullable<Version['parent']> => ({
  id: id(n),
  kind: 'district',
  name: fullName,
  fullName,
});
const version = (part: Partial<Version>): Version => ({
  name: 'Triệu Sơn',
  type: 'thị trấn',
  code: '15664',
  parentId: id(1),
  parent: parent(1, 'Huyện Triệu Sơn'),
  from: '2022-01-01',
  to: null,
  basis: null,
  ...part,
});
const heir = (fullName: string, on: string): Heir => ({
  unit: { id: id(9), kind: 'commune', name: fullName, fullName },
  code: null,
  on,
  basis: 'NQ 1686',
});
const today = '2026-11-24';
const none = { predecessors: [], successors: [] };

describe('the course of a unit', () => {
  it('tells name, place and what came in on one day as one change, the newest first', () => {
    const versions = [
      version({ to: '2025-07-01' }),
      version({
        type: 'xã',
        parentId: id(2),
        parent: parent(2, 'Tỉnh Thanh Hóa'),
        from: '2025-07-01',
        basis: 'NQ 1686',
      }),
    ];
    const lineage = { predecessors: [heir('Xã Minh Sơn', '2025-07-01')], successors: [] };
    expect(courseOf(versions, lineage, { changes: [], today })).toEqual([
      {
        on: '2025-07-01',
        basis: 'NQ 1686',
        ahead: false,
        made: [],
        line: versions[1],
        steps: [
          { what: 'name', from: 'thị trấn Triệu Sơn', to: 'xã Triệu Sơn' },
          { what: 'parent', from: 'Huyện Triệu Sơn', to: 'Tỉnh Thanh Hóa' },
          { what: 'took', names: ['Xã Minh Sơn'] },
        ],
      },
      {
        on: '2022-01-01',
        basis: null,
        ahead: false,
        made: [],
        line: versions[0],
        steps: [{ what: 'begin', parent: 'Huyện Triệu Sơn' }],
      },
    ]);
  });

  it('marks what begins after today, the end too', () => {
    const lineage = { predecessors: [], successors: [heir('Xã Thọ Ngọc', '2027-01-01')] };
    const events = courseOf([version({ to: '2027-01-01' })], lineage, { changes: [], today });
    expect(events[0]).toMatchObject({ ahead: true, steps: [{ what: 'end', names: ['Xã Thọ Ngọc'] }] });
    expect(events[1]).toMatchObject({ ahead: false });
    expect(courseOf([version({ to: '2026-11-24' })], none, { changes: [], today })[0]).toMatchObject({ ahead: false });
  });

  it('names who entered each day and its document, and what was taken back', () => {
    const made = (kind: Made['kind'], on: string, name: string, basis: string): Made => ({
      kind,
      on,
      basis,
      reason: kind === 'correct' ? 'Gõ nhầm' : null,
      by: { id: id(3), fullName: name, position: null },
      at: '2026-11-20T01:00:00.000Z',
    });
    const changes = [
      made('create', '2022-01-01', 'Vũ Minh Châu', 'NQ 1'),
      made('rename', '2027-03-01', 'Lê Thanh Sơn', 'NQ 22'),
      made('revoke', '2027-03-01', 'Vũ Minh Châu', 'Ghi nhầm'),
      made('close', '2026-11-01', 'Lê Thanh Sơn', 'NQ 23'),
      made('reopen', '2026-10-01', 'Lê Thanh Sơn', 'Nhầm thôn'),
      made('correct', '2022-01-01', 'Phạm Thị Hà', 'NQ 1'),
    ];
    const events = courseOf([version({ to: '2026-11-01' })], none, { changes, today });
    expect(events.map(({ ahead }) => ahead)).toEqual([false, false, false, false]);
    expect(events.at(-1)?.made[0]).toMatchObject({ how: 'madeRight', reason: 'Gõ nhầm' });
    expect(
      events.map(({ on, basis, steps, made: by }) => [on, basis, steps[0]?.what, by.map(({ name }) => name)]),
    ).toEqual([
      ['2027-03-01', 'Ghi nhầm', 'revoked', ['Vũ Minh Châu', 'Lê Thanh Sơn']],
      ['2026-11-01', 'NQ 23', 'end', ['Lê Thanh Sơn']],
      ['2026-10-01', 'Nhầm thôn', 'revoked', ['Lê Thanh Sơn']],
      ['2022-01-01', 'NQ 1', 'begin', ['Phạm Thị Hà', 'Vũ Minh Châu']],
    ]);
  });

  it('does not say the type twice where the name has it', () => {
    const hamlet = { name: 'Thôn 1', type: 'thôn' };
    const steps = courseOf(
      [version({ ...hamlet, to: '2026-01-01' }), version({ name: 'Thôn 2', type: 'thôn', from: '2026-01-01' })],
      none,
      { changes: [], today },
    )[0]?.steps;
    expect(steps).toEqual([{ what: 'name', from: 'Thôn 1', to: 'Thôn 2' }]);
  });
});
