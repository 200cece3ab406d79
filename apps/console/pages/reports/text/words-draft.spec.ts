import { jest } from '@jest/globals';
import { client, type Schemas } from '../../../api/client.ts';
import { keptWords } from './kept-words.ts';
import { textsOf, WordsDraft } from './words-draft.ts';

type Words = Schemas['ReportWords'];
type Answer = { data: Words } | { error: { code: string; status: number } };
const other = { id: 'o', fullName: 'Lê Thị Hai', position: null };
const NOTHING = { texts: {}, over: {}, request: null };

/** The server's words as the contract has them: who builds on an older version is refused, a key is answered once. */
class Server {
  words: Words = { version: 1, by: null, at: null, sections: [] };
  readonly answers = new Map<string, Answer>();
  readonly keys: string[] = [];
  /** What becomes of the answer to the next request. */
  next: (answer: Answer) => Promise<Answer> = async (answer) => answer;

  write(sections: Schemas['ReportWordsInput']['sections'], by: Words['by'] = null): void {
    const texts = new Map(this.words.sections.map(({ key, text }) => [key, text]));
    for (const { key, text } of sections) texts.set(key, text);
    const all = [...texts].map(([key, text]) => ({ key, text, drafted: false }));
    this.words = { version: this.words.version + 1, by, at: null, sections: all };
  }

  async put(key: string, body: Schemas['ReportWordsInput']): Promise<Answer> {
    this.keys.push(key);
    let answer = this.answers.get(key);
    if (!answer && body.version === this.words.version) this.write(body.sections);
    else answer ??= { error: { code: 'report.wordsChanged', status: 409 } };
    answer ??= { data: this.words };
    this.answers.set(key, answer);
    const becomes = this.next;
    this.next = async (same) => same;
    return becomes(answer);
  }
}

let server: Server;
let draft: WordsDraft;
beforeEach(() => {
  server = new Server();
  jest
    .spyOn(client, 'PUT')
    .mockImplementation(((_: string, init: { params: { header: object }; body: never }) =>
      server.put(Object.values(init.params.header)[0], init.body)) as never);
  jest.spyOn(client, 'GET').mockImplementation((async () => ({ data: { words: server.words } })) as never);
  draft = new WordsDraft('p', 'r', server.words, NOTHING);
});
afterEach(() => {
  jest.restoreAllMocks();
  localStorage.clear();
});
const stored = () => textsOf(server.words);
const type = (text: string) => draft.write('strengths', text, stored().strengths);
const lost = () => Promise.reject(new TypeError('Failed to fetch'));

it('saves what was typed, and keeps it here until then', async () => {
  type('Một');
  expect([draft.read().state, keptWords('p', 'r')?.texts]).toEqual(['unsaved', { strengths: 'Một' }]);
  expect(await draft.flush()).toBe(true);
  expect([draft.read(), keptWords('p', 'r'), stored().strengths]).toMatchObject([
    { state: 'saved', mine: {}, words: { version: 2 } },
    null,
    'Một',
  ]);
});

it('saves one after the other, the later words last', async () => {
  let answer = () => {};
  server.next = (same) => new Promise((resolve) => (answer = () => resolve(same)));
  type('Một');
  const first = draft.flush();
  type('Một hai');
  const second = draft.flush();
  expect(server.keys).toHaveLength(1);
  answer();
  expect(await Promise.all([first, second])).toEqual([true, true]);
  expect([server.keys.length, stored().strengths, draft.read().state]).toEqual([2, 'Một hai', 'saved']);
});

it.each([
  ['came', (answer: Answer) => (server.answers.set(server.keys[0] ?? '', answer), lost())],
  [
    'did not come',
    () => ((server.words = { ...server.words, version: 1, sections: [] }), server.answers.clear(), lost()),
  ],
])('repeats a request that %s and was not answered, and takes nobody’s part', async (_, next) => {
  server.next = next;
  type('Một');
  expect(await draft.flush()).toBe(false);
  expect(draft.read().state).toBe('failed');
  type('Một hai');
  // Read meanwhile, the own words look like another's.
  draft.meet(server.words);
  expect(draft.read().conflict).toBeNull();
  expect(await draft.flush()).toBe(true);
  expect(server.keys[1]).toBe(server.keys[0]);
  expect([stored().strengths, draft.read().conflict]).toEqual(['Một hai', null]);
});

it('goes on after the page was loaded anew before the answer came', async () => {
  server.next = lost;
  type('Một');
  await draft.flush();
  const again = new WordsDraft('p', 'r', server.words, keptWords('p', 'r') ?? NOTHING);
  again.write('strengths', 'Một hai', 'Một');
  expect(await again.flush()).toBe(true);
  expect([new Set(server.keys).size, stored().strengths, again.read().conflict]).toEqual([2, 'Một hai', null]);
});

it('takes the answer "done before" for done', async () => {
  server.next = lost;
  type('Một');
  await draft.flush();
  server.answers.set(server.keys[0] ?? '', { error: { code: 'platform.alreadyDone', status: 409 } });
  type('Một hai');
  expect(await draft.flush()).toBe(true);
  expect(stored().strengths).toBe('Một hai');
});

it('writes nothing over words in dispute before their writer has chosen, and saves what is not', async () => {
  type('Của tôi');
  draft.write('causes', 'Việc khác', '');
  server.write([{ key: 'strengths', text: 'Của bạn' }], other);
  expect(await draft.flush()).toBe(false);
  expect(draft.read().conflict).toEqual({ by: 'Lê Thị Hai', theirs: [{ key: 'strengths', text: 'Của bạn' }] });
  expect(await draft.flush({ notes: [{ code: 'CQ02', note: 'Sổ' }] })).toBe(true);
  expect(await draft.flush()).toBe(false);
  expect(stored()).toMatchObject({ strengths: 'Của bạn', causes: 'Việc khác' });
  draft.settle('strengths', 'mine');
  expect(await draft.flush()).toBe(true);
  expect([stored().strengths, draft.read().state]).toEqual(['Của tôi', 'saved']);
});

it('saves again where another officer changed another section', async () => {
  type('Của tôi');
  server.write([{ key: 'causes', text: 'Của bạn' }], other);
  expect(await draft.flush()).toBe(true);
  expect(stored()).toMatchObject({ strengths: 'Của tôi', causes: 'Của bạn' });
});

it.each([
  [503, 'platform.busy', 'failed', true],
  [409, 'report.wrongState', 'refused', false],
])('calls a %s what it is: %s is %s', async (status, code, state, isKept) => {
  server.next = async () => ({ error: { code, status } });
  type('Một');
  expect(await draft.flush()).toBe(false);
  expect([draft.read().state, keptWords('p', 'r')?.request !== null]).toEqual([state, isKept]);
});
