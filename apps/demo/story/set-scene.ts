/** An order of Minh Sơn's own in all its states, so that the console's screens have something to show. */
import { setTimeout as pause } from 'node:timers/promises';
import { routes } from '#contracts';
import { addDays } from '#contracts/reporting/periods';
import type { ApiClient } from '../api-client.ts';
import { productsAskedFor, reportWithPhoto } from './report-with-photo.ts';
import { type Team, teamsOf } from '../teams-of.ts';

interface Scene {
  officer: ApiClient;
  signIn(personId: string): Promise<ApiClient>;
  communeId: string;
  directiveId: string;
  today: string;
}

export async function setScene({ officer, signIn, communeId, directiveId, today }: Scene): Promise<void> {
  const teams = await teamsOf(officer, communeId);
  const active = teams.filter((team) => team.status === 'active' && team.leader);
  const { items: products } = await officer.call(routes.listOcopProducts, { params: { unitId: communeId } });
  const missing = (team: Team) =>
    products.filter(({ unit, listedOn }) => unit.id === team.hamlet.id && !listedOn).length;
  const orders = [
    {
      templateCode: 'NV16',
      title: 'Hướng dẫn mở tài khoản thanh toán điện tử',
      indicatorCode: 'XH02',
      each: () => 50,
      days: 2,
      work: 'Đến từng hộ chưa có tài khoản, hướng dẫn mở và cùng bà con thử chuyển khoản một lần.',
    },
    {
      templateCode: 'NV09',
      title: 'Đưa 100% sản phẩm OCOP lên sàn thương mại điện tử',
      indicatorCode: 'KT04',
      asks: ['product_each'],
      each: missing,
      days: 6,
      work: 'Cùng các hộ còn lại chụp ảnh, viết giới thiệu và đăng sản phẩm lên postmart.vn hoặc voso.vn.',
    },
    {
      templateCode: 'NV12',
      title: 'Tuyên truyền tại buổi họp thôn',
      indicatorCode: 'TT01',
      each: () => 2,
      days: 9,
      work: 'Dành mười phút ở buổi họp thôn để giới thiệu dịch vụ công trực tuyến và cách tự bảo vệ trên mạng.',
    },
  ];
  for (const { each, days, ...order } of orders) {
    const shares = active.map((team) => ({ teamId: team.id, target: each(team) })).filter(({ target }) => target > 0);
    const { id } = await officer.call(routes.issueAssignment, {
      body: {
        unitId: communeId,
        ...order,
        target: shares.reduce((sum, { target }) => sum + target, 0),
        dueOn: addDays(today, days),
        directiveId,
        evidence: ['count', 'photo'],
        shares,
      },
    });
    await delivered(officer, id);
    await answer(id, active, signIn, today);
  }
}

/** Teams 2 and 3 work, 4 declines, 6 is done and waits; 5 has read and not answered, 8 has only received, the others nothing. */
async function answer(assignmentId: string, teams: Team[], signIn: Scene['signIn'], today: string): Promise<void> {
  const act = async (index: number, work: (client: ApiClient, taskId: string, target: number) => Promise<void>) => {
    const leader = teams[index]?.leader;
    if (!leader) return;
    const client = await signIn(leader.id);
    const task = (await client.call(routes.myTasks)).tasks.find((candidate) => candidate.assignmentId === assignmentId);
    if (task) await work(client, task.id, task.figures.target);
  };
  const report = async (client: ApiClient, taskId: string, value: number) => {
    await client.call(routes.acceptTask, { params: { taskId } });
    const body = { happenedOn: today, value, ...(await productsAskedFor(client, taskId, value)) };
    await client.call(routes.reportProgress, { params: { taskId }, body });
  };
  await act(1, (client, taskId, target) => report(client, taskId, Math.ceil(target * 0.6)));
  await act(2, (client, taskId, target) => report(client, taskId, Math.ceil(target * 0.3)));
  await act(
    3,
    async (client, taskId) =>
      void (await client.call(routes.declineTask, {
        params: { taskId },
        body: { reason: 'not_enough_people', note: 'Tổ đang bận gặt, chưa đủ người' },
      })),
  );
  await act(4, async (client) => {
    const { items } = await client.call(routes.inbox);
    await client.call(routes.markSeen, { body: { ids: items.map(({ id }) => id) } });
  });
  await act(7, async (client) => void (await client.call(routes.inbox)));
  await act(5, async (client, taskId, target) => {
    await reportWithPhoto(client, taskId, target, today);
    await client.call(routes.completeTask, { params: { taskId }, body: {} });
  });
}

/** Until every team's message has left: reading one's inbox before that would find nothing. */
async function delivered(officer: ApiClient, assignmentId: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { planned, pending } = await officer.call(routes.deliveryStatus, { params: { assignmentId } });
    if (planned > 0 && pending === 0) return;
    await pause(100);
  }
}
