/** Training of the last four weeks and the next ten days, so that every screen of trainers, communes and members has something to show. */
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { routes } from '#contracts';
import { addDays } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { focalOf, signInWith } from '../../accounts.ts';
import type { ApiClient } from '../../api-client.ts';
import { count, line } from '../../terminal.ts';
import type { Providers, Tree } from '../load-units.ts';
import { mainCommune, trainingCommunes } from '../places.ts';
import { loadComingSessions } from './coming-sessions.ts';
import { type Team, TrainingClients } from './training-clients.ts';
import { loadPastSessions } from './past-sessions.ts';
import { TimeTravel } from './time-travel.ts';
import { appointTrainers, type TrainerKey } from './trainers.ts';
import { teamsOf } from '../../teams-of.ts';

export async function loadTraining(
  app: NestFastifyApplication,
  api: ApiClient,
  { admin, tree, providers }: { admin: ApiClient; tree: Tree; providers: Providers },
): Promise<void> {
  const clock = app.get(Clock);
  const [today, now] = [clock.today(), clock.now()];
  const signIn = signInWith(app, api);
  const ids = await appointTrainers(admin, tree, providers);
  const trainers: Partial<Record<TrainerKey, ApiClient>> = {};
  for (const [key, id] of Object.entries(ids)) trainers[key as TrainerKey] = await signIn(id);
  const focals = new Map<string, ApiClient>();
  const teams = new Map<string, Team[]>();
  for (const name of trainingCommunes) {
    const unitId = tree.communes.get(name) ?? '';
    focals.set(name, await signIn(await focalOf(app, unitId)));
    const found = await teamsOf(admin, unitId);
    teams.set(name, found.filter(({ status }) => status === 'active').toSorted(byHamlet));
  }
  const clients = new TrainingClients(
    trainers as Record<TrainerKey, ApiClient>,
    focals,
    teams,
    await membersOf(admin, teams.get(mainCommune)?.[0]),
    signIn,
    tree.communes,
  );
  await keepFree(clients, tree);
  const travel = new TimeTravel(app);
  await loadPastSessions(clients, travel, today);
  await loadComingSessions(clients, travel, { today, now });
  await loadCredits(clients, today);
  const row = await app.get(Database).one<{ n: number; there: number }>(
    sql`select (select count(*)::int from training_sessions) as n, (select count(*)::int from check_ins
        where state = 'counted') as there`,
  );
  line(`   ${count(row?.n ?? 0)} buổi tập huấn của 4 đơn vị · ${count(row?.there ?? 0)} lượt người học`);
}

async function membersOf(admin: ApiClient, team: Team | undefined): Promise<Set<string>> {
  const { members } = await admin.call(routes.getTeam, { params: { teamId: team?.id ?? '' } });
  return new Set(members.map(({ person }) => person.id));
}

const numberOf = ({ hamlet }: Team): number => Number(hamlet.name.replace(/\D/g, ''));
const byHamlet = (a: Team, b: Team): number => numberOf(a) - numberOf(b);

/** The market meets by the lunar month. */
async function keepFree(clients: TrainingClients, tree: Tree): Promise<void> {
  const market = {
    weekdays: [],
    lunarDays: [3, 8, 13, 18, 23, 28],
    from: null,
    to: null,
    startTime: '05:00',
    endTime: '11:30',
  };
  await clients.focalOf(mainCommune).call(routes.setAvoidTimes, {
    params: { unitId: tree.communes.get(mainCommune) ?? '' },
    body: { items: [{ label: 'Chợ phiên Dân Lý', ...market }] },
  });
}

/** Courses on the net: one accepted, two that wait. */
async function loadCredits(clients: TrainingClients, today: string): Promise<void> {
  const courses: [hamlet: number, course: string, topicCode: string, hours: number, daysAgo: number][] = [
    [8, 'Kỹ năng số cơ bản cho Tổ công nghệ số', 'it_use', 6, 20],
    [11, 'Chuyển đổi số ở cấp xã', 'policy', 4, 8],
    [1, 'Bảo vệ dữ liệu cá nhân', 'online_safety', 3, 2],
  ];
  const focal = clients.focalOf(mainCommune);
  for (const [i, [hamlet, course, topicCode, hours, daysAgo]] of courses.entries()) {
    const leader = clients.teamsOf(mainCommune)[hamlet - 1]?.leader?.id ?? '';
    const credit = await (await clients.member(leader)).call(routes.recordCredit, {
      body: {
        course,
        organiser: 'Nền tảng học trực tuyến mở (MOOC)',
        topicCode,
        hours,
        completedOn: addDays(today, -daysAgo),
        proofUrl: `https://mooc.example/chung-nhan/${2022 + i}`,
      },
    });
    if (i === 0) await focal.call(routes.decideCredit, { params: { creditId: credit.id }, body: { accepted: true } });
  }
}
