/**
 * A phone for component tests: what jsdom lacks (dialogs, IndexedDB, fetch), an API that answers from a table and
 * remembers what it was asked, and a signed-in leader. Import it before the screens.
 */
import 'fake-indexeddb/auto';
import { deserialize, serialize } from 'node:v8';
import { configure } from '@testing-library/preact';
import axe from 'axe-core';
import type { MyTasks, TaskDetail } from '#client';
import { COMMAND_ID, OUR_ANSWER } from '#contracts/answers';

// A second, the default, is short where several suites share two cores.
configure({ asyncUtilTimeout: 15_000 });

Object.assign(HTMLDialogElement.prototype, {
  showModal(this: HTMLDialogElement) {
    this.open = true;
  },
  close(this: HTMLDialogElement) {
    this.open = false;
  },
});
Object.assign(HTMLCanvasElement.prototype, { getContext: () => null });
Object.assign(globalThis, {
  structuredClone: (value: unknown) => deserialize(serialize(value)),
  scrollTo: () => {},
  matchMedia: () => ({ matches: false, addEventListener() {} }),
});

export interface Asked {
  method: string;
  path: string;
  key: string | null;
  body: unknown;
}
export const asked: Asked[] = [];
type Answers = Record<string, unknown | ((asked: Asked) => unknown)>;
let answers: Answers = {};
let online = true;

/** Answers by "METHOD /path" below /api/v1; an unknown path is 404, a thrown number is that status. */
export function serverSays(table: Answers): void {
  answers = { ...answers, ...table };
}
export function networkIs(up: boolean): void {
  online = up;
  dispatchEvent(new Event(up ? 'online' : 'offline'));
}

async function answer(input: Request | string, init: RequestInit = {}): Promise<unknown> {
  if (!online) throw new TypeError('Failed to fetch');
  const url = new URL(typeof input === 'string' ? input : input.url, location.origin);
  const source = typeof input === 'string' ? init : input;
  const headers = new Headers(source.headers as HeadersInit);
  const text =
    typeof input === 'string' ? String(init.body ?? '') : await (input as { text(): Promise<string> }).text();
  const request: Asked = {
    method: source.method ?? 'GET',
    path: url.pathname.replace('/api/v1', ''),
    key: headers.get('idempotency-key'),
    body: text ? JSON.parse(text) : undefined,
  };
  asked.push(request);
  return reply(request);
}

function reply(request: Asked): unknown {
  const found = answers[`${request.method} ${request.path}`];
  try {
    const body = typeof found === 'function' ? (found as (asked: Asked) => unknown)(request) : found;
    return named(request, body === undefined ? problem(404) : response(200, body));
  } catch (error) {
    return named(request, error instanceof Coded ? problem(error.status, error) : problem(Number(error)));
  }
}

/** As the server does: it says that it is the server, and which command it answers. */
function named({ key }: Asked, answered: PlainResponse): PlainResponse {
  answered.headers.set(OUR_ANSWER, '1');
  if (key) answered.headers.set(COMMAND_ID, key);
  return answered;
}

class Coded extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: object,
  ) {
    super(code);
  }
}
/** An answer of the table that is a problem with a code of the server. */
export const refusal =
  (status: number, code: string, params: object = {}) =>
  () => {
    throw new Coded(status, code, params);
  };

const problem = (
  status: number,
  { code, params }: Pick<Coded, 'code' | 'params'> = { code: `test.${status}`, params: {} },
) => response(status, { code, title: '', status, details: [{ path: '', code, params }] });

/** jsdom has no Response of its own; this is the part of one that the client reads. */
class PlainResponse {
  readonly headers = new Map<string, string>();
  readonly body = null;
  readonly status: number;
  readonly #text: string;
  constructor(text: string, { status = 200 } = {}) {
    this.#text = text;
    this.status = status;
  }
  get ok() {
    return this.status < 300;
  }
  async text() {
    return this.#text;
  }
  async json() {
    return JSON.parse(this.#text);
  }
  clone() {
    return new PlainResponse(this.#text, this);
  }
}
const response = (status: number, body: unknown) => new PlainResponse(JSON.stringify(body), { status });

class PlainRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly #body: string;
  constructor(url: string, init: RequestInit = {}) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.headers = new Headers(init.headers as HeadersInit);
    this.#body = String(init.body ?? '');
  }
  async text() {
    return this.#body;
  }
}

Object.assign(globalThis, { fetch: answer, Request: PlainRequest, Response: PlainResponse });

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
export const team = { id: id(900), name: 'Tổ công nghệ số cộng đồng Thôn 1' };
const commune = { id: id(901), kind: 'commune' as const, name: 'Minh Sơn', fullName: 'Xã Minh Sơn' };
export const hoa = { id: id(1), fullName: 'Lê Thị Hoa', position: 'Chi hội trưởng Phụ nữ' };
const may = [
  'task.read',
  'task.accept',
  'task.answer',
  'task.report',
  'task.complete',
  'team.read',
  'difficulty.report',
];

export const me = {
  person: {
    id: hoa.id,
    fullName: hoa.fullName,
    language: 'vi',
    hasPassword: false,
    email: null,
    logins: ['0510000011'],
  },
  posts: [
    {
      id: id(902),
      role: 'deputy',
      title: 'Tổ phó',
      unit: { id: id(903), kind: 'hamlet', name: 'Thôn 1', fullName: 'Thôn 1' },
      ancestors: [commune],
      team,
      may,
    },
  ],
  session: { id: id(904), expiresAt: '2023-01-01T00:00:00.000Z' },
  today: '2022-11-18',
};
/** What the server's clock says while the story plays. */
export const serverNow = '2022-11-18T00:42:00.000Z';

type Task = MyTasks['tasks'][number];
export function aTask(n: number, change: Partial<Task> = {}): Task {
  return {
    id: id(n),
    assignmentId: id(100 + n),
    title: `Việc ${n}`,
    pillar: 'digital_society',
    templateCode: 'NV03',
    state: 'accepted',
    dueOn: '2022-11-20',
    replyByOn: '2022-11-21',
    indicator: { code: 'CQ02', name: 'Tài khoản', nameEn: 'Accounts', unit: 'tài khoản', unitEn: 'accounts' },
    figures: { target: 50, reported: 38, confirmed: 0, waiting: 0 },
    team,
    doer: null,
    doerIsMe: false,
    returnedBecause: null,
    submittedAt: null,
    extension: null,
    priority: 'normal',
    confirmedSeen: true,
    ...change,
  };
}
/** A part of the work that waits. */
export function anEntry(n: number, value: number, change: Partial<TaskDetail['entries'][number]> = {}) {
  return {
    id: id(700 + n),
    receipt: `MS-${n}`,
    happenedOn: '2022-11-17',
    recordedAt: '2022-11-17T03:00:00.000Z',
    by: hoa,
    value,
    note: null,
    links: [],
    applicationCodes: [],
    photos: [],
    photosPending: 0,
    correctsId: null,
    correctedById: null,
    confirmedValue: null,
    confirmedAt: null,
    periodMonth: '2022-12',
    mine: true,
    ...change,
  };
}
export function aDetail(card: Task, change: Partial<TaskDetail> = {}): TaskDetail {
  return {
    ...card,
    work: 'Cùng bà con mở tài khoản',
    issuer: commune,
    issuedBy: { id: id(3), fullName: 'Đỗ Minh Hải', position: 'Phó Chủ tịch UBND xã' },
    issuedAt: '2022-11-17T02:00:00.000Z',
    acceptedAt: null,
    acceptedBy: null,
    declined: null,
    returned: null,
    confirmed: null,
    cancelled: null,
    directive: { id: id(905), citation: 'Công văn 577/STTTT-CNTT ngày 28/3/2022', abstract: 'Về Tổ công nghệ số' },
    supporters: [],
    guide: [],
    evidence: ['count'],
    entries: [],
    members: [hoa],
    missingProducts: null,
    commune: { unit: commune, target: 600, confirmed: 412, otherTeams: 10 },
    byPerson: [],
    ...change,
  };
}

/** Signs the leader in on this phone and gives the server its usual answers. */
export function signInHere(tasks: Task[]): void {
  localStorage.setItem('to-so.session', JSON.stringify({ token: 't', personId: hoa.id }));
  localStorage.setItem('to-so.me', JSON.stringify(me));
  serverSays({
    'GET /me': me,
    'GET /me/tasks': { tasks, asOf: serverNow },
    ...Object.fromEntries(tasks.map((task) => [`GET /tasks/${task.id}`, aDetail(task)])),
  });
}

/** What axe finds in the page, contrast and page-wide rules apart (a browser checks those). */
export async function findings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  return violations.map(({ id: rule, nodes }) => `${rule}: ${nodes.map((node) => node.html).join(' ')}`);
}
