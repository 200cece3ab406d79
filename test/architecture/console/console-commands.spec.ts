/** What the console writes carries a command key, so that a press repeated, in whichever window, does not act twice. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { routes } from '#contracts';

const root = join(import.meta.dirname, '../../../apps/console');
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.spec\.tsx?$/.test(name) && !name.includes('node_modules'))
  .map((name) => ({ name: relative('.', name), text: readFileSync(join(root, name), 'utf8') }));

/** Those that are no command, each with why a second time does no harm. PUT and DELETE set a state: twice is once. */
const withoutKey: Record<string, readonly string[]> = {
  'before there is a session; the server counts the tries': [
    'signInWithPassword',
    'askForAccess',
    'acceptInvite',
    'rejectInvite',
    'proveSignIn',
    'askPasskey',
    'startAgencySignIn',
    'signInWithAgency',
  ],
  'a proof or its beginning, worth one answer': [
    'showProof',
    'startSecondFactor',
    'confirmSecondFactor',
    'renewRecoveryCodes',
    'endSecondFactor',
    'startPasskey',
    'addPasskey',
    'renamePasskey',
  ],
  'ends what is there, or takes the place of the one before': ['leave', 'createInvite', 'authoriseOa'],
  'a look, which is written down each time': ['revealPhones', 'logNames', 'seeReport'],
  'settles cells to what they are set to': ['chooseInRoster'],
  'a file that meets itself: the import of it that is open, the map of that day, the picture of the one proof': [
    'uploadRoster',
    'uploadShapes',
    'addCreditPhoto',
  ],
  'a list that is handed out, which is written down each time': ['exportLog', 'noteOfficers'],
};
const excused = new Set(Object.values(withoutKey).flat());
interface Known {
  method: string;
  path: string;
  command?: true;
}
const byPath = new Map(Object.entries<Known>(routes).map(([id, one]) => [`${one.method} ${one.path}`, { id, ...one }]));

/** The call's own text: from its name to the bracket that closes it. */
function callAt(text: string, from: number): string {
  let depth = 0;
  for (let at = text.indexOf('(', from); at < text.length; at++) {
    if (text[at] === '(') depth++;
    if (text[at] === ')' && --depth === 0) return text.slice(from, at + 1);
  }
  return text.slice(from);
}

const calls = files.flatMap(({ name, text }) =>
  [...text.matchAll(/\bclient\.(POST|PATCH)\(\s*'([^']+)'/g)].map((found) => ({
    name,
    route: byPath.get(`${found[1]} ${found[2]}`),
    call: callAt(text, found.index),
  })),
);

it('is asked of every route that the console knows', () => {
  expect(calls.length).toBeGreaterThan(100);
  expect(calls.filter(({ route }) => route === undefined)).toEqual([]);
});

it('knows the routes of all forms, which are commands by what they are made of', () => {
  const sent = files.flatMap(({ text }) =>
    [...text.matchAll(/import \{([^}]*)\} from '#client\/commands'/g)].flatMap(([, names = '']) =>
      names.split(',').map((name) => name.trim()),
    ),
  );
  const forms = sent.filter((name) => name !== '');
  expect(forms.length).toBeGreaterThan(20);
  expect(
    forms.filter((id) => !Object.entries<Known>(routes).some(([own, { command }]) => own === id && command)),
  ).toEqual([]);
});

it('carries the key of its press wherever the route takes one', () => {
  const bare = calls.filter(({ route, call }) => route?.command && !/\bheader\b|\bparams\b\s*[,}]/.test(call));
  expect(bare.map(({ name, route }) => `${name}: ${route?.id}`)).toEqual([]);
});

it('asks routes that take no key only where a second time does no harm', () => {
  const writes = (id: string) => !excused.has(id) && !/^(?:preview|check|split)/.test(id);
  const found = calls.filter(({ route }) => route && !route.command && writes(route.id));
  expect([...new Set(found.map(({ name, route }) => `${name}: ${route?.id}`))]).toEqual([]);
});

/** What is sent as bytes, or answered so, goes round the typed client: its path is a template of ours. */
const raw = files.flatMap(({ name, text }) =>
  [...text.matchAll(/\bfetchRaw\(\s*([^,]+),\s*\{/g)].flatMap((found) => {
    const call = callAt(text, found.index);
    const method = /method: '(\w+)'/.exec(call)?.[1];
    const template = /`([^`?]*)/.exec(found[1] ?? '')?.[1];
    const pattern = template && new RegExp(`^${template.replace(/\$\{[^}]*\}/g, '.+')}$`);
    const ids = Object.entries<Known>(routes).filter(
      ([, one]) => one.method === method && pattern && pattern.test(one.path),
    );
    return method === 'POST' ? [{ name, call, ids: ids.map(([id, { command }]) => ({ id, command })) }] : [];
  }),
);
/** It reads lists for others, which are asked below. */
const listReader = 'api/use-list-file.ts';

it('asks the same of files', () => {
  expect(raw.length).toBeGreaterThan(5);
  const known = raw.filter(({ name }) => name !== listReader);
  expect(known.filter(({ ids }) => ids.length === 0).map(({ name }) => name)).toEqual([]);
  const bare = known.filter(({ ids, call }) => ids.some(({ command }) => command) && !/\bheader\b/.test(call));
  expect(bare.map(({ name, ids }) => `${name}: ${ids.map(({ id }) => id).join(', ')}`)).toEqual([]);
  const free = known.flatMap(({ ids }) => ids.filter(({ command }) => !command).map(({ id }) => id));
  expect(free.filter((id) => !excused.has(id) && !/^read/.test(id))).toEqual([]);
});

it('takes no file twice: it is a command, only read, or meets itself', () => {
  const uploads = Object.entries<Known & { upload?: string }>(routes).filter(([, one]) => one.upload);
  const twice = uploads.filter(([id, { method, command }]) => method === 'POST' && !command && !/^read/.test(id));
  expect(twice.map(([id]) => id).filter((id) => !excused.has(id))).toEqual([]);
  const lists = files.flatMap(({ text }) => [...text.matchAll(/useListFile(?:<[^(]*>)?\(\s*`([^`]+)`/g)]);
  const read = uploads.filter(([id]) => /^read/.test(id)).map(([, { path }]) => path.replace(/\{[^}]*\}/g, ''));
  expect(lists.length).toBeGreaterThan(2);
  expect(lists.map(([, path = '']) => path.replace(/\$\{[^}]*\}/g, '')).filter((path) => !read.includes(path))).toEqual(
    [],
  );
});

it('goes through use-command.ts: a plain mutation is a question, a way in, or a proof', () => {
  const plain = files.filter(({ text }) => /\buseMutation\b/.test(text)).map(({ name }) => name);
  expect(
    plain.filter((name) => !/^(?:api\/use-(?:command|question)\.ts|pages\/(?:sign-in|second-factor)\/)/.test(name)),
  ).toEqual([]);
});
