import { type ApiDocument, routePage, routesOf, routesPage, schemaPage, schemasPage } from './api-pages.ts';

const task = { $ref: '#/components/schemas/Task' };
const document: ApiDocument = {
  servers: [{ url: '/api/v1' }],
  paths: {
    '/tasks/{taskId}': {
      get: {
        operationId: 'readTask',
        summary: 'One task <whole>',
        'x-access': 'self',
        parameters: [{ name: 'taskId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
        responses: { 200: { description: 'Success', content: { 'application/json': { schema: task } } } },
      },
      post: {
        operationId: 'acceptTask',
        summary: 'Takes it on',
        'x-access': 'task.accept',
        parameters: [],
        requestBody: { content: { 'application/json': { schema: task } } },
        responses: { 204: { description: 'Success' } },
      },
    },
    '/health': {
      get: { operationId: 'health', summary: 'Alive', 'x-access': 'public', parameters: [], responses: {} },
    },
  },
  components: {
    schemas: {
      Task: { type: 'object', properties: { id: { type: 'string' } } },
      Tasks: { type: 'array', items: task },
    },
  },
};
const page = { lang: 'vi', path: '/api/docs' } as const;
const routeOf = (name: string) => {
  const found = routesOf(document).find(({ operation }) => operation.operationId === name);
  if (!found) throw new Error(name);
  return found;
};

describe('the pages of the API', () => {
  it('lists every route by its first word, in Vietnamese first', () => {
    const text = routesPage(document, page);
    for (const part of [
      'API của Tổ Số',
      '3 đường gọi, 2 kiểu dữ liệu',
      '<h2>tasks</h2>',
      '/api/docs/routes/acceptTask',
    ])
      expect(text).toContain(part);
    expect(text).toContain('One task &#60;whole&#62;');
    expect(text).toContain('href="/api/openapi.json"');
  });

  it('finds by path, name and description, and says when there is nothing', () => {
    expect(routesPage(document, page, 'ACCEPT')).toContain('acceptTask');
    expect(routesPage(document, page, 'alive')).not.toContain('acceptTask');
    const none = routesPage(document, { ...page, lang: 'en' }, '"><b>');
    expect(none).toContain('No route matches.');
    expect(none).toContain('value="&#34;&#62;&#60;b&#62;"');
  });

  it('shows one route with what it takes, who may call it and how', () => {
    const read = routePage(document, routeOf('readTask'), page);
    for (const part of [
      'GET /tasks/{taskId}',
      'trong đường dẫn, bắt buộc',
      'Người đã đăng nhập',
      '/api/docs/schemas/Task',
    ])
      expect(read).toContain(part);
    const accept = routePage(document, routeOf('acceptTask'), { ...page, lang: 'en' });
    for (const part of ['the right task.accept', 'content-type: application/json', 'Nothing in it.', '?lang=vi'])
      expect(accept).toContain(part);
    expect(routePage(document, routeOf('health'), page)).not.toContain('Bearer');
  });

  it('shows schemas, and where one is used', () => {
    expect(schemasPage(document, page)).toContain('<a href="/api/docs/schemas/Tasks">Tasks</a>');
    const text = schemaPage(document, 'Task', page);
    for (const part of ['id?: string', '/api/docs/schemas/Tasks', '/api/docs/routes/readTask'])
      expect(text).toContain(part);
  });

  it('has no script', () => {
    for (const text of [routesPage(document, page), schemasPage(document, page)])
      expect(text).not.toMatch(/<script|javascript:|onload/i);
  });
});
