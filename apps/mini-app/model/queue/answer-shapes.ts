/**
 * What the answer to each kind of command has to bring before it counts as a receipt: the contract's own fields, which
 * answer-shapes.spec.ts holds against openapi.json. Kinds that are not here are answered without a body.
 */
const BRINGS: Record<string, readonly string[]> = {
  'task.': ['task', 'receipt'],
  quick: ['entry'],
  'quick.apart': ['entry'],
  photo: ['id'],
  difficulty: ['id'],
  'difficulty.': ['id'],
  dataRequest: ['id'],
  keepMyData: ['id'],
  'knowHow.use': ['uses'],
  'training.answer': ['id', 'mine'],
  'training.self': ['state', 'at'],
  'training.credit': ['id'],
  'training.door': ['refused'],
};

export const partsOf = (kind: string): readonly string[] =>
  BRINGS[kind] ?? BRINGS[kind.slice(0, kind.indexOf('.') + 1)] ?? [];

export function isReceipt(kind: string, answer: unknown): boolean {
  const parts = partsOf(kind);
  if (parts.length === 0) return true;
  return typeof answer === 'object' && answer !== null && parts.every((part) => part in answer);
}
