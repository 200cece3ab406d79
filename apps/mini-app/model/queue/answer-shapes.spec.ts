/** Each command of the phone has in the contract's answer what the phone wants to see before it says "Xã đã nhận". */
import '../../testing/phone.ts';
import { readFileSync } from 'node:fs';
import type { CommandDraft } from '#client';

const commands = await import('./commands.ts');
const training = await import('../training/commands.ts');
const { checkInDraft } = await import('../training/check-in-acts.ts');
const { isReceipt, partsOf } = await import('./answer-shapes.ts');
const { aTask, team } = await import('../../testing/phone.ts');

interface Schema {
  $ref?: string;
  required?: string[];
}
interface Document {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}
const contract = JSON.parse(readFileSync(`${process.cwd()}/libs/client/openapi.json`, 'utf8')) as Document;

/** The fields that the contract's answer always has; none where it has no body. */
function answered({ method, path }: CommandDraft): string[] | undefined {
  const parts = path.split('/');
  const literal = (place: string) => place.split('/').filter((part) => !part.startsWith('{')).length;
  const [found] = Object.keys(contract.paths)
    .filter((place) => {
      const wanted = place.split('/');
      return wanted.length === parts.length && wanted.every((part, i) => part.startsWith('{') || part === parts[i]);
    })
    .sort((a, b) => literal(b) - literal(a));
  const responses = contract.paths[found ?? '']?.[method.toLowerCase()]?.responses;
  if (!responses) return undefined;
  const schema = Object.entries(responses).find(([status]) => status < '300')?.[1].content?.['application/json']
    ?.schema;
  const named = schema?.$ref ? contract.components.schemas[schema.$ref.split('/').at(-1) ?? ''] : schema;
  return named?.required ?? [];
}

const task = aTask(1);
const session = { id: 's', title: 'Buổi', version: 1 };
const photo = { blob: new Blob(['x']), width: 1, height: 1 };
const told = { id: 'd', text: 'x', team };
const made: CommandDraft[] = [
  commands.accept(task),
  commands.turnDecline(task),
  commands.undoAccept(task),
  commands.decline(task, { reason: 'no_people' } as never),
  commands.undoDecline(task),
  commands.askExtension(task, {} as never),
  commands.complete(task),
  commands.delegate(task, null),
  ...commands.progress(task, {
    id: 'e',
    value: 1,
    happenedOn: '2022-11-18',
    note: '',
    complete: false,
    photos: [photo],
  }),
  ...commands.quickReport({
    id: 'q',
    teamId: team.id,
    kind: 'payment',
    kindWord: 'Thanh toán',
    value: 1,
    happenedOn: '2022-11-18',
    note: '',
    photos: [],
  }),
  commands.undoQuick('e', 'x'),
  commands.countApart(task, { id: 'e', value: 1 }, 'x'),
  ...commands.difficulty('d', team.id, {} as never, 'x'),
  commands.askFurther(told as never, 'x'),
  commands.closeDifficulty(told as never),
  commands.reopenDifficulty(told as never),
  commands.useKnowHow(team.id, { id: 'k', text: 'x' }),
  commands.seen([], ''),
  commands.resultSeen(task.id),
  training.answer(session as never, 'going' as never),
  training.acknowledge(session as never),
  training.checkMyselfIn(session as never, 'c', ''),
  training.giveFeedback(session as never, {} as never),
  ...training.recordCredit('c', { course: 'x' } as never, photo),
  checkInDraft({ id: 's', title: 'x' } as never, []),
];

it.each(made.map((draft) => [draft.kind, draft] as const))(
  '%s: the contract has what the phone wants',
  (kind, draft) => {
    const fields = answered(draft);
    expect(fields).toBeDefined();
    for (const part of partsOf(kind)) expect(fields).toContain(part);
    // A body that says something is looked at; without one there is nothing to look at.
    expect(partsOf(kind).length > 0).toBe((fields ?? []).length > 0);
  },
);

it("does not take somebody else's JSON, an empty body or a text for a receipt", () => {
  for (const answer of [undefined, null, '', 'ok', {}, { status: 'ok' }, { task: {} }, []])
    expect(isReceipt('task.progress', answer)).toBe(false);
  expect(isReceipt('task.progress', { task: {}, receipt: 'MS-1', alreadyBy: null })).toBe(true);
  expect(isReceipt('seal', undefined)).toBe(true);
});
