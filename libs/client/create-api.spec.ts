import { OUR_ANSWER } from '#contracts/answers';
import { ApiError, createApi, take } from './create-api.ts';

let token: string | undefined = 'one';
let signedOut = 0;
const asked: Request[] = [];
/** As our server answers. */
const said = (body: string | null, init: ResponseInit = {}) =>
  new Response(body, { ...init, headers: { [OUR_ANSWER]: '1' } });
let answer = () => said('{}');
const api = createApi({
  baseUrl: 'https://to-so.example/api/v1',
  token: () => token,
  onSignedOut: () => (signedOut += 1),
  fetch: async (request) => {
    asked.push(request);
    return answer();
  },
});
const last = () => asked[asked.length - 1] as Request;

beforeEach(() => {
  token = 'one';
  signedOut = 0;
});

it('fills the address, repeats lists, leaves out what is absent, and carries the token', async () => {
  answer = () => said('{"tasks":[]}');
  const query = { closed: 'true', cursor: undefined, of: ['a b', 'c'] } as never;
  await take(api.GET('/me/tasks', { params: { query } }));
  expect(last().url).toBe('https://to-so.example/api/v1/me/tasks?closed=true&of=a+b&of=c');
  expect(last().headers.get('authorization')).toBe('Bearer one');
  expect(last().headers.get('content-type')).toBeNull();
  // A foreign 401 opens no login of the browser's.
  expect(last().credentials).toBe('omit');
  await api.GET('/tasks/{taskId}', { params: { path: { taskId: 'a/b' } } });
  expect(last().url).toBe('https://to-so.example/api/v1/tasks/a%2Fb');
});

it('sends a body as JSON with the headers of the call', async () => {
  const header = { 'Idempotency-Key': 'k1' } as never;
  const body = { purpose: 'call_about_task' } as const;
  await api.POST('/people/{personId}/phones/reveal', { params: { path: { personId: 'p' }, header }, body });
  expect(last().method).toBe('POST');
  expect(last().headers.get('idempotency-key')).toBe('k1');
  expect(last().headers.get('content-type')).toBe('application/json');
  await expect(last().json()).resolves.toEqual(body);
});

it('keeps the code of a problem, and reads an answer without a body', async () => {
  answer = () => said('{"code":"task.moved","title":"x","details":[]}', { status: 409 });
  await expect(take(api.GET('/me/tasks'))).rejects.toMatchObject({ status: 409, code: 'task.moved' });
  answer = () => said('<html>', { status: 502 });
  await expect(take(api.GET('/me/tasks'))).rejects.toEqual(new ApiError(502));
  answer = () => said(null, { status: 204 });
  await expect(take(api.GET('/me/tasks'))).resolves.toBeUndefined();
  answer = () => {
    throw new TypeError('Failed to fetch');
  };
  await expect(take(api.GET('/me/tasks'))).rejects.toMatchObject({ status: 0, code: 'network' });
});

it('ends the session that an answer is about, not the one that has begun meanwhile', async () => {
  answer = () => said('{}', { status: 401 });
  await api.GET('/me');
  expect(signedOut).toBe(1);
  answer = () => {
    token = 'two';
    return said('{}', { status: 401 });
  };
  await api.GET('/me');
  token = undefined;
  answer = () => said('{}', { status: 401 });
  await api.GET('/me');
  expect(signedOut).toBe(1);
});

it('takes no foreign answer for ours: neither its data, nor its refusal, nor the end of a session', async () => {
  for (const status of [200, 401, 403, 404, 502])
    for (const body of ['', '{"tasks":[]}', '{"code":"platform.signInNeeded","details":[]}', '<html>']) {
      answer = () => new Response(body, { status });
      await expect(take(api.GET('/me/tasks'))).rejects.toMatchObject({ status: 0, code: 'network' });
    }
  expect(signedOut).toBe(0);
});
