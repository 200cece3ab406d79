import { DeliveryChannels } from '#modules/notifications';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { startTelegramEmulator } from '../../../../../test/emulators/telegram.ts';
import type { MessageKind } from '../../plan/messages/message-definition.ts';
import { MessageRenderer } from './message-renderer.ts';

const TASK = '0190d1f0-0000-7000-8000-000000000001';
const params = { title: 'Giúp bà con', issuer: 'Xã', work: 'Nộp hồ sơ' };
const leader = { language: 'vi', mandatory: true, taskId: TASK } as const;
const member = { ...leader, mandatory: false };
let app: TestApp;
beforeAll(async () => {
  const telegram = await startTelegramEmulator({ now: () => new Date() });
  app = await startApp({
    PUBLIC_URL: 'https://to-so.example/',
    ZALO_BOT_TOKEN: '1000000001:invented-bot-token',
    ZALO_MINI_APP_ID: '3200000000000000001',
    TELEGRAM_BOT_TOKEN: telegram.token,
    TELEGRAM_API_ROOT: telegram.url,
    SMTP_URL: 'smtp://127.0.0.1:2525',
  });
  await telegram.stop();
});
afterAll(stopApps);

const written = (id: string, row: typeof leader | typeof member, kind: MessageKind = 'taskAssigned') => {
  const channel = app.get(DeliveryChannels).inOrder.find((one) => one.id === id)!;
  return app.get(MessageRenderer).forChunk({ kind, params, sessionId: null }, channel)(row);
};

describe('a message for a chat', () => {
  it('opens the task where it is read', () => {
    expect(written('telegram', leader).message.link?.url).toBe(`https://to-so.example/app/#/viec/${TASK}`);
    expect(written('zalo-bot', leader).message.link?.url).toBe(`https://zalo.me/s/3200000000000000001/viec/${TASK}`);
  });

  it('opens the answer to a difficulty for whoever asked, and the desk of difficulties for who is to answer', () => {
    const difficultyId = TASK;
    const url = (kind: MessageKind) => {
      const channel = app.get(DeliveryChannels).inOrder.find((one) => one.id === 'telegram')!;
      const chunk = { kind, params: { ...params, difficultyId }, sessionId: null };
      return app.get(MessageRenderer).forChunk(chunk, channel)({ ...member, taskId: null as never }).message.link?.url;
    };
    expect(url('difficultyAnswered')).toBe(`https://to-so.example/app/#/vuong-mac/${TASK}`);
    for (const kind of ['difficultyReported', 'difficultyEscalated', 'difficultyPassedUp'] as const)
      expect(url(kind)).toBe('https://to-so.example/console/#/difficulties');
  });

  it('has buttons for what its reader may answer', () => {
    const data = (row: typeof leader | typeof member, kind?: MessageKind) =>
      written('telegram', row, kind).message.actions?.map((action) => action.data);
    expect(data(leader)).toEqual([`accept:${TASK}`, `decline:${TASK}`]);
    expect(data(member)).toEqual([`accept:${TASK}`]);
    expect(data(leader, 'taskConfirmed')).toBeUndefined();
  });

  it('says in words how to answer where there are no buttons, and nothing of it where nobody listens', () => {
    expect(written('zalo-bot', leader).parts[0]?.text).toContain('Trả lời NHẬN để nhận việc, hoặc TỪ CHỐI kèm lý do.');
    expect(written('email', leader).parts[0]?.text).not.toContain('NHẬN để');
  });
});
