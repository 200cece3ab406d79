/** Random trees and random reforms, three after each other: no hamlet is ever without exactly one commune. */
import { emptyLine, type ReformLine, type ReformUnit } from './reform-lines.ts';
import { reformPlan } from './reform-plan.ts';

/** The same numbers each time. */
function randomOf(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state % below;
  };
}

interface Tree {
  communes: Map<string, ReformUnit>;
  /** Hamlet to commune. */
  hamlets: Map<string, string>;
}

const unitOf = (id: string): ReformUnit => ({
  id,
  kind: 'commune',
  type: 'xã',
  name: id,
  fullName: `Xã ${id}`,
  code: id,
  parentId: 'p',
  from: '2022-01-01',
  to: null,
  changedOn: '2022-01-01',
});

function randomReform({ communes, hamlets }: Tree, random: (below: number) => number): ReformLine[] {
  const ids = [...communes.keys()];
  const heirs = Array.from({ length: 1 + random(3) }, (_, at): ReformLine => {
    const kept = random(2) === 0 ? ids[at] : undefined;
    return {
      ...emptyLine,
      position: at + 1,
      kind: kept ? 'keep' : 'create',
      unitId: kept ?? null,
      type: 'xã',
      name: `m${at}`,
      parentId: kept ? null : 'p',
    };
  });
  const kept = new Set(heirs.flatMap(({ unitId }) => unitId ?? []));
  const lines = [...heirs];
  const put = (line: Partial<ReformLine>) =>
    lines.push({ ...emptyLine, kind: 'merge', ...line, position: lines.length + 1 });
  for (const unitId of ids) {
    const into = [...new Set([1 + random(heirs.length), 1 + random(heirs.length)])];
    if (kept.has(unitId) || random(5) === 0) continue;
    if (into.length === 1) put({ unitId, intoPosition: into[0] ?? 1 });
    else {
      for (const intoPosition of into) put({ kind: 'part', unitId, intoPosition });
      for (const [hamlet, commune] of hamlets)
        if (commune === unitId) put({ kind: 'allot', unitId: hamlet, intoPosition: into[random(2)] ?? 1 });
    }
  }
  return lines;
}

function applied(tree: Tree, lines: readonly ReformLine[], newId: () => string): Tree {
  const below = [...tree.hamlets].map(([id, parentId]) => ({ id, parentId }));
  const plan = reformPlan(lines, { units: tree.communes, below, newId });
  const communes = new Map(tree.communes);
  for (const id of plan.ends) communes.delete(id);
  for (const { id } of plan.begins) communes.set(id, unitOf(id));
  const hamlets = new Map(tree.hamlets);
  for (const { id, fromId, toId } of plan.moves) {
    expect(hamlets.get(id)).toBe(fromId);
    hamlets.set(id, toId);
  }
  expect(new Set(plan.moves.map(({ id }) => id)).size).toBe(plan.moves.length);
  // Whatever ended has heirs, and they stand.
  for (const id of plan.ends) expect(plan.heirs.filter(({ fromId }) => fromId === id).length).toBeGreaterThan(0);
  for (const { toId } of plan.heirs) expect(communes.has(toId)).toBe(true);
  // Figures are added of whole units alone, each into one.
  const added = plan.sums.flatMap(({ partIds }) => partIds);
  expect(new Set(added).size).toBe(added.length);
  return { communes, hamlets };
}

it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('holds for tree and chain of reforms %i', (seed) => {
  const random = randomOf(seed);
  let made = 0;
  const newId = () => `n${++made}`;
  const communes = new Map(Array.from({ length: 3 + random(8) }, (_, n) => [`c${n}`, unitOf(`c${n}`)] as const));
  const ids = [...communes.keys()];
  let tree: Tree = {
    communes,
    hamlets: new Map(Array.from({ length: random(30) }, (_, n) => [`h${n}`, ids[random(ids.length)] ?? 'c0'] as const)),
  };
  for (let reform = 0; reform < 3; reform++) {
    const count = tree.hamlets.size;
    tree = applied(tree, randomReform(tree, random), newId);
    expect(tree.hamlets.size).toBe(count);
    for (const [, commune] of tree.hamlets) expect(tree.communes.has(commune)).toBe(true);
  }
});
