/**
 * Asks every GET as everybody who may over HTTP, all of them three times, one round after the other; the middle answer
 * counts. Asked three times in a row, what the machine did in that moment would be told of the read. What is quick is asked
 * four times more: the fastest answers of two countries are compared, and of three of 25 ms none may have been undisturbed.
 */
import { performance } from 'node:perf_hooks';
import { roleMay, type RouteDefinition, pathTo, routes } from '#contracts';
import type { Role } from '#contracts/enums';
import type { Made, Served } from './prepare.ts';
import { type Ask, type Asker, isAbove, type ReadId } from './probe-asks.ts';
import { probes } from './probes.ts';
import type { Asked, Recorder } from './recorder.ts';

const TIMES = 3;
const TIMES_QUICK = 7;
const QUICK_MS = 100;
/** Nobody waits longer. */
const MOST_MS = 60_000;
/** What takes so long once is not asked again: the middle would be no other. */
const ONCE_MS = 4_000;

export interface Read {
  key: string;
  id: ReadId;
  role: Role;
  /** Method and path as in the contract, with what was asked. */
  what: string;
  isAbove: boolean;
  ms: number;
  /** Of the fastest answer: what the read costs, without what the machine did beside it. */
  leastMs: number;
  kb: number;
  fault?: string;
  /** The statements of the middle one. */
  asked: Asked[];
}

interface Once {
  ms: number;
  bytes: number;
  fault?: string;
  asked: Asked[];
}

export const readIds = (Object.keys(routes) as (keyof typeof routes)[]).filter(
  (id) => routes[id].method === 'GET',
) as ReadId[];

export function withoutProbe(): string[] {
  return readIds.filter((id) => !probes[id]);
}

/** @param only of these; none: all */
export async function askAll(served: Served, made: Made, recorder: Recorder, only: readonly string[]): Promise<Read[]> {
  const all = await questionsOf(served, made, recorder);
  const questions = only.length > 0 ? all.filter(({ id }) => only.includes(id)) : all;
  const from = performance.now();
  for (let round = 0; round < TIMES_QUICK; round++)
    for (const question of questions) {
      if (isSettled(question, round)) continue;
      if (round > 0 && question.anew) question.ask = await question.anew();
      question.answers.push(await once(served, question));
    }
  console.log(`  asked ${questions.length} reads in ${((performance.now() - from) / 1000).toFixed(0)} s`);
  return questions.map((question) => readOf(served, question));
}

async function questionsOf({ country: { seats } }: Served, made: Made, recorder: Recorder): Promise<Question[]> {
  const questions: Question[] = [];
  for (const id of readIds) {
    const { access }: RouteDefinition = routes[id];
    for (const [role, { token }] of Object.entries(seats.people) as [Asker['role'], { token: string }][]) {
      if (access === 'public' ? role !== 'member' : access !== 'self' && !roleMay(role, access)) continue;
      const asks = async () => probes[id]({ role, seats, made });
      for (const [n, ask] of (await asks()).entries()) {
        const anew = ask.query?.['signature'] ? async () => (await asks())[n] as Ask : undefined;
        questions.push({ id, role, ask, n, token, recorder, answers: [], ...(anew && { anew }) });
      }
    }
  }
  return questions;
}

function isSettled({ answers }: Question, round: number): boolean {
  const isQuick = answers.some(({ ms }) => ms < QUICK_MS);
  return answers.some(({ ms, fault }) => ms > ONCE_MS || fault) || (round >= TIMES && !isQuick);
}

interface Question {
  id: ReadId;
  role: Role;
  ask: Ask;
  n: number;
  token: string;
  recorder: Recorder;
  /** Of a signed link, which holds for minutes: the same, signed now. */
  anew?: () => Promise<Ask>;
  /** One for each round. */
  answers: Once[];
}

function readOf(served: Served, { id, role, ask, n, answers }: Question): Read {
  const slowest = Math.max(...answers.map(({ ms }) => ms));
  if (slowest > ONCE_MS) console.log(`  ${id} as ${role} takes ${(slowest / 1000).toFixed(1)} s`);
  const inOrder = answers.toSorted((a, b) => a.ms - b.ms);
  const middle = inOrder[Math.floor(answers.length / 2)] as Once;
  const fault = answers.find((one) => one.fault)?.fault;
  return {
    key: `${role} ${id} ${n}`,
    id,
    role,
    what: `GET ${routes[id].path}${ask.query && !ask.query['signature'] ? `?${new URLSearchParams(ask.query)}` : ''}${placeOf(served, ask)}`,
    isAbove: isAbove({ role }),
    ms: middle.ms,
    leastMs: (inOrder[0] as Once).ms,
    kb: middle.bytes / 1024,
    asked: middle.asked,
    ...(fault && { fault }),
  };
}

function placeOf({ country }: Served, { params = {} }: Ask): string {
  const { province, commune, hamlet } = country.seats;
  const name = { [province]: ' (province)', [commune]: ' (commune)', [hamlet]: ' (hamlet)' }[params['unitId'] ?? ''];
  return name ?? (params['assignmentId'] ? ` (${orderOf(params['assignmentId'])})` : '');
}

function orderOf(id: string): string {
  const k = Number.parseInt(id.slice(0, 8), 16);
  return `order ${k} of the ${id.slice(9, 13) === '0017' ? 'province' : 'commune'}`;
}

async function once({ url }: Served, { id, ask, token, recorder }: Question): Promise<Once> {
  const route: RouteDefinition = routes[id];
  const query = ask.query ? `?${new URLSearchParams(ask.query)}` : '';
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), MOST_MS);
  recorder.begin();
  const from = performance.now();
  try {
    const response = await fetch(`${url}/api/v1${pathTo(route, ask.params ?? {})}${query}`, {
      headers: {
        ...(route.access !== 'public' && { authorization: `Bearer ${token}` }),
        'accept-encoding': 'identity',
      },
      signal: stop.signal,
    });
    // A stream has no end: its beginning is what one waits for.
    const bytes = /event-stream/.test(response.headers.get('content-type') ?? '')
      ? Buffer.alloc(0)
      : Buffer.from(await response.arrayBuffer());
    const ms = performance.now() - from;
    const fault = response.ok ? undefined : `${response.status} ${bytes.toString().slice(0, 200)}`;
    return { ms, bytes: bytes.length, asked: recorder.end(), ...(fault && { fault }) };
  } catch (error) {
    return { ms: performance.now() - from, bytes: 0, asked: recorder.end(), fault: String(error) };
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
