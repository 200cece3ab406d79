/** What the bench `hostile` throws at a server, one after the other. To add a hostile workbook, add it to `workbooks`. */
import { randomUUID } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import sharp from 'sharp';
import { type RouteDefinition, routes } from '#contracts';
import { dateInVietnam } from '#i18n';
import { callOver } from '../../support/over-http.ts';
import * as files from '../../support/files/hostile-files.ts';
import { startFlood } from '../support/floods.ts';
import type { Reader } from '../seeds/tasks.ts';

export interface Target {
  url: string;
  /** Imports a commune's roster, and reads. */
  officerToken: string;
  communeId: string;
  readers: Reader[];
}

/** Statuses by what was asked. */
export type Answers = { what: string; status: number }[];
export type Attack = (target: Target, scale: number) => Promise<Answers>;

const bait = (length: number) => '0 '.repeat(length / 2);
const cells = (text: string, rows: number) =>
  files.rawXlsx(
    `<sheetData>${files.rowsXml(Array.from({ length: rows }, (_, i) => [String(i + 1), text, text]))}</sheetData>`,
  );
const repeated = (megabytes: number) => files.rawXlsx(`<sheetData>${' '.repeat(megabytes * 1024 * 1024)}</sheetData>`);

/** Made by name where test/support/files/hostile-files.ts has them. */
const named = [
  'zip64Bomb',
  'lyingSizes',
  'overlappingEntries',
  'duplicateNames',
  'nestedArchive',
  'entityBomb',
  'sharedStringBomb',
  'manyStrings',
];
function workbooks(): [string, Buffer][] {
  const made = named.flatMap((name): [string, Buffer][] => {
    const make = (files as unknown as Record<string, (() => Buffer) | undefined>)[name];
    return make ? [[name, make()]] : [];
  });
  return [
    ['huge cells', cells(bait(60_000), 30)],
    ['many rows', cells('Thôn 1', 60_000)],
    ['a sheet of 300 MB', repeated(300)],
    ['a damaged file', Buffer.concat([cells('x', 10).subarray(0, 400), Buffer.alloc(5_000, 7)])],
    ...made,
  ];
}

const upload = (target: Target, body: Buffer) =>
  callOver(target.url, routes.uploadRoster, {
    token: target.officerToken,
    params: { unitId: target.communeId },
    body,
  });

export const hostileWorkbooks: Attack = async (target) => {
  const answers: Answers = [];
  for (const [what, file] of workbooks()) answers.push({ what, status: (await upload(target, file)).status });
  const three = await Promise.all([1, 2, 3].map(() => upload(target, repeated(300))));
  return [...answers, ...three.map(({ status }) => ({ what: 'three at once', status }))];
};

export const interlacedPictures: Attack = async ({ url, readers }) => {
  const { token } = readers[0] as Reader;
  const picture = await sharp({ create: { width: 7_700, height: 7_700, channels: 3, background: '#3377aa' } })
    .png({ progressive: true })
    .toBuffer();
  const fair = await sharp({ create: { width: 4_900, height: 4_900, channels: 3, background: '#aa7733' } })
    .png({ progressive: true })
    .toBuffer();
  const { body: mine } = await callOver(url, routes.myTasks, { token, query: { limit: '20' } });
  const { id } = (mine as { tasks: { id: string; state: string }[] }).tasks.find(
    ({ state }) => state === 'accepted',
  ) ?? {
    id: '',
  };
  const photoIds = Array.from({ length: 4 }, () => randomUUID());
  const entries: { entryId: string; photoId: string }[] = [];
  for (let i = 0; i < 3; i++) {
    const ids = photoIds.map((photoId) => `${photoId.slice(0, -1)}${i}`);
    const today = dateInVietnam(new Date());
    const said = await callOver(url, routes.reportProgress, {
      token,
      params: { taskId: id },
      body: { happenedOn: today, value: 1, photoIds: ids },
    });
    if (said.status >= 300) throw new Error(`a part with photos was answered ${said.status}: ${said.raw.toString()}`);
    const { task } = said.body as { task: { entries: { id: string }[] } };
    entries.push(...ids.map((photoId) => ({ entryId: task.entries.at(-1)?.id ?? '', photoId })));
  }
  const sent = await Promise.all(
    entries.map((params, i) => callOver(url, routes.addPhoto, { token, params, body: i % 2 === 0 ? picture : fair })),
  );
  return sent.map(({ status }) => ({ what: 'an interlaced picture', status }));
};

function open(url: string, head: string[], body: Buffer | string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(`${[...head, 'host: bench'].join('\r\n')}\r\n\r\n`);
      socket.write(body);
      resolve(socket);
    });
    socket.on('error', reject);
    socket.on('error', () => undefined);
    socket.resume();
  });
}

/** A hundred bodies that never come to an end; still open ones count as an answer 0. */
export const slowBodies: Attack = async ({ url, readers }, seconds) => {
  const stranger = ['POST /api/v1/session/password HTTP/1.1', 'content-type: application/json', 'content-length: 900'];
  const known = [...stranger.slice(1), `authorization: Bearer ${readers[0]?.token}`];
  const sockets = await Promise.all(
    Array.from({ length: 100 }, (_, i) =>
      open(url, i % 4 === 0 ? ['POST /api/v1/assignments HTTP/1.1', ...known] : stranger, '{"login":"'),
    ),
  );
  for (let waited = 0; waited < seconds && sockets.some(({ destroyed }) => !destroyed); waited++) await wait(1_000);
  const left = sockets.filter(({ destroyed }) => !destroyed);
  for (const socket of left) socket.destroy();
  return left.map(() => ({ what: 'a slow body that was not cut', status: 0 }));
};

export const bigBodies: Attack = async ({ url }) => {
  const big = Buffer.alloc(11 * 1024 * 1024, 'a');
  const targets: [RouteDefinition, string][] = [
    [routes.signInWithPassword, 'application/json'],
    [routes.uploadRoster, 'application/octet-stream'],
    [routes.issueAssignment, 'application/json'],
  ];
  const sent = await Promise.all(
    Array.from({ length: 24 }, async (_, i) => {
      const [{ path, method }, type] = targets[i % targets.length] as [RouteDefinition, string];
      const place = `${url}/api/v1${path.replace(/\{\w+\}/g, randomUUID())}`;
      const answer = await fetch(place, { method, headers: { 'content-type': type }, body: big }).catch(
        () => undefined,
      );
      return { what: `a big body to ${path}`, status: answer?.status ?? 499 };
    }),
  );
  return sent;
};

export const loginFlood: Attack = async ({ url }, seconds) => {
  const stop = startFlood(url, 60);
  await wait(seconds * 1_000);
  return Object.entries(await stop()).flatMap(([status, times]) =>
    Array.from({ length: times }, () => ({ what: 'a sign-in', status: Number(status) })),
  );
};

const oddIds = ['00000000-0000-0000-0000-000000000000', '%00', '..%2f..', 'x'.repeat(300)];
const oddQueries = [
  {},
  { at: '0000-01-01' },
  { at: '9999-12-31', month: '0000-01', from: '0000-01-01', to: '9999-12-31' },
  { cursor: '-1' },
  { cursor: '0.5' },
  { cursor: '\u0000', q: '\u0000', code: '\u0000' },
  { cursor: Buffer.from('["\u0000", 1e400]').toString('base64url'), limit: '1e9' },
  { limit: '200', cursor: '99999999999999999999', year: '0', month: '9999-12' },
];

/** Every GET of the route table with what nobody types. */
export const oddInputs: Attack = async (target) => {
  const answers: Answers = [];
  for (const [name, definition] of Object.entries(routes) as [string, RouteDefinition][]) {
    if (definition.method !== 'GET' || definition.produces === 'text/event-stream') continue;
    const ids = definition.path.includes('{') ? [target.communeId, ...oddIds] : [''];
    const asked = ids.flatMap((id) => oddQueries.map((query) => [id, query] as const));
    const statuses = await Promise.all(
      asked.map(async ([id, query]) => {
        const path = definition.path.replace(/\{\w+\}/g, id);
        const answer = await fetch(
          `${target.url}/api/v1${path}?${new URLSearchParams(query as Record<string, string>)}`,
          {
            headers: { authorization: `Bearer ${target.officerToken}` },
          },
        );
        await answer.arrayBuffer();
        return { what: `GET ${name} ${JSON.stringify(query)} ${id.slice(0, 12)}`, status: answer.status };
      }),
    );
    answers.push(...statuses);
  }
  return answers;
};
