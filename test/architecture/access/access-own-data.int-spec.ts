/** What needs no right is one's own: sessions, tasks, inbox; lists show only what the reader's places hold. */
import { type RouteDefinition, type RouteId, routes } from '#contracts';
import { type ActorKey, actors } from '../../support/access/facts.ts';
import { buildWorld, DUE, NOW, type World } from '../../support/access/world.ts';
import { startApp, stopApps } from '../../support/app.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(await startApp({ CLOCK: NOW }));
});
afterAll(stopApps);

describe('one order to two communes', () => {
  it('lets a commune chase, call and trace its own teams only', async () => {
    const shares = [
      { teamId: world.teams.A1, target: 12 },
      { teamId: world.teams.B1, target: 8 },
    ];
    const order = { unitId: world.units.D1, directiveId: world.directives.D1, shares };
    const params = { assignmentId: await world.issue(order, 'district') };
    await world.app.drain();
    const teams = (rows: { team: { id: string } }[]) => [...new Set(rows.map((row) => row.team.id))];
    expect((await world.must('deliveryStatus', 'committee', { params })).funnel.issued).toBe(1);
    expect(teams((await world.must('assignmentTasks', 'committee', { params })).items)).toEqual([world.teams.A1]);
    expect(teams((await world.must('callList', 'committee', { params })).items)).not.toContain(world.teams.B1);
    expect(
      await world.call('remind', 'committee', { params, body: { teamIds: [world.teams.A1, world.teams.B1] } }),
    ).toMatchObject({ status: 404, body: { code: 'notification.teamNotFound' } });
    const leaderB = world.people.leaderB.id;
    expect(await world.call('told', 'committee', { params, body: { personId: leaderB } })).toMatchObject({
      status: 404,
      body: { code: 'notification.personNotFound' },
    });
    expect(await world.call('personTrace', 'committee', { params: { ...params, personId: leaderB } })).toMatchObject({
      status: 404,
    });
    expect((await world.call('told', 'district', { params, body: { personId: leaderB } })).status).toBe(204);
  });

  it('shows each commune its own teams, and the district all', async () => {
    const shares = [
      { teamId: world.teams.A1, target: 12 },
      { teamId: world.teams.B1, target: 8 },
    ];
    const assignmentId = await world.issue(
      { unitId: world.units.D1, directiveId: world.directives.D1, shares, dueOn: DUE },
      'district',
    );
    const teamsSeenBy = async (by: ActorKey) =>
      (await world.must('assignmentTasks', by, { params: { assignmentId } })).items
        .map((row: { team: { id: string } }) => row.team.id)
        .toSorted();
    const targetSeenBy = async (by: ActorKey) =>
      (await world.must('getAssignment', by, { params: { assignmentId } })).figures.target;
    expect(await teamsSeenBy('district')).toEqual([world.teams.A1, world.teams.B1].toSorted());
    expect(await teamsSeenBy('committee')).toEqual([world.teams.A1]);
    expect(await teamsSeenBy('committeeB')).toEqual([world.teams.B1]);
    expect([await targetSeenBy('district'), await targetSeenBy('committee'), await targetSeenBy('focalB')]).toEqual([
      20, 12, 8,
    ]);
    expect(
      await world.call('cancelAssignment', 'committee', {
        params: { assignmentId },
        body: { reason: 'Không phải của xã' },
      }),
    ).toMatchObject({ status: 403 });
    expect(await world.call('getAssignment', 'committeeC', { params: { assignmentId } })).toMatchObject({
      status: 403,
    });
  });
});

describe('routes without a right', () => {
  const selfRoutes: RouteId[] = [
    'acknowledgeChange',
    'addCreditPhoto',
    'addPasskey',
    'answerInvitation',
    'answerLogQuestion',
    'askPasskey',
    'certificatePdf',
    'changeLanguage',
    'changePassword',
    'checkMyselfIn',
    'closeCalendarFeed',
    'closeFollowUp',
    'confirmSecondFactor',
    'createLinkCode',
    'endBusy',
    'endSecondFactor',
    'fileDataRequest',
    'getPreferences',
    'giveFeedback',
    'inbox',
    'inboxStream',
    'keepMyData',
    'leave',
    'listFile',
    'listIndicators',
    'listTemplates',
    'markSeen',
    'me',
    'moveFollowUp',
    'myAccounts',
    'myCredits',
    'myDataRequests',
    'myHandovers',
    'myLists',
    'mySecondFactor',
    'mySessions',
    'myTasks',
    'myTraining',
    'myTrainingSession',
    'officerTemplate',
    'openCalendarFeed',
    'ownData',
    'ownDataFile',
    'ownLogQuestion',
    'ownLooks',
    'proveSignIn',
    'readHandover',
    'readList',
    'recordCredit',
    'removePasskey',
    'renamePasskey',
    'renewRecoveryCodes',
    'revokeSession',
    'rosterTemplate',
    'sayBusy',
    'saySkills',
    'search',
    'searchUnits',
    'sessionCalendar',
    'setPreferences',
    'showProof',
    'signOut',
    'startPasskey',
    'startSecondFactor',
    'subscribePush',
    'takeBackAct',
    'trainingCards',
    'trainingTopics',
    'unitListForm',
    'unlinkMyAccount',
    'unsubscribePush',
    'withdrawCommand',
  ];

  it('are these and no others', () => {
    const having = (access: string) =>
      (Object.entries(routes) as [RouteId, RouteDefinition][])
        .filter(([, route]) => route.access === access)
        .map(([id]) => id)
        .toSorted();
    expect(having('self')).toEqual(selfRoutes);
    expect(having('public')).toEqual([
      'acceptInvite',
      'askForAccess',
      'calendarFeed',
      'confirmLink',
      'fileBytes',
      'openSlipCode',
      'photoBytes',
      'previewInvite',
      'provePhone',
      'pushKey',
      'rejectInvite',
      'rejectLink',
      'signInWays',
      'signInWithAgency',
      'signInWithPassword',
      'signInWithTelegram',
      'signInWithZalo',
      'startAgencySignIn',
      'verifyCertificate',
    ]);
  });

  it("show a person's own sessions and end no others", async () => {
    const rows = await world.must('mySessions', 'member');
    const others = await world.must('mySessions', 'leader');
    expect(rows).toHaveLength(1);
    expect(await world.call('revokeSession', 'member', { params: { sessionId: others[0].id } })).toMatchObject({
      status: 404,
      body: { code: 'access.sessionNotFound' },
    });
    expect((await world.call('me', 'leader')).status).toBe(200);
  });

  it("list the reader's own teams' work only, and none without a post or after it ended", async () => {
    await world.issue({
      shares: [
        { teamId: world.teams.A1, target: 12 },
        { teamId: world.teams.A2, target: 8 },
      ],
    });
    const teamsOf = async (by: ActorKey) => [
      ...new Set((await world.must('myTasks', by)).tasks.map((task: { team: { id: string } }) => task.team.id)),
    ];
    expect(await teamsOf('member')).toEqual([world.teams.A1]);
    expect(await teamsOf('memberA2')).toEqual([world.teams.A2]);
    for (const by of ['committee', 'leaderB', 'formerDeputy', 'nobody'] as const)
      expect([by, await teamsOf(by)]).toEqual([by, []]);
  });

  it('carry no posts for who has none', async () => {
    expect((await world.must('me', 'formerCommittee')).posts).toEqual([]);
    expect((await world.must('me', 'nobody')).posts).toEqual([]);
  });

  it("keep an inbox to its owner, also against another's ids", async () => {
    await world.issue();
    await world.app.drain();
    const { items } = await world.must('inbox', 'leader');
    expect(items.length).toBeGreaterThan(0);
    expect((await world.must('inbox', 'memberC')).items).toEqual([]);
    await world.must('markSeen', 'memberC', { body: { ids: [items[0].id] } });
    expect((await world.must('inbox', 'leader')).items[0].seenAt).toBeNull();
  });

  it('find nobody and no team outside the places of who searches', async () => {
    const labels = async (by: ActorKey, q: string) =>
      (await world.must('search', by, { query: { q } })).map((hit: { id: string }) => hit.id);
    const { fullName, id } = world.people.leaderB;
    expect(await labels('committeeB', fullName)).toContain(id);
    for (const by of ['committee', 'leader', 'committeeC', 'trainer', 'nobody', 'formerCommittee'] as const)
      expect([by, (await labels(by, fullName)).includes(id)]).toEqual([by, false]);
    const unitsOf = async (by: ActorKey) =>
      (await world.must('searchUnits', by, { query: { limit: '200' } })).items.map(({ id }: { id: string }) => id);
    expect(await unitsOf('committee')).toEqual(expect.arrayContaining([world.units.A, world.units.a1]));
    for (const by of ['committee', 'leader', 'committeeC'] as const)
      expect([by, (await unitsOf(by)).includes(world.units.b1)]).toEqual([by, false]);
    expect((await world.must('searchUnits', 'nobody')).items).toEqual([]);
  });

  it('need a signature for the bytes of a photo', async () => {
    expect(await world.app.call(routes.photoBytes, { query: { expires: '9999999999', signature: 'x' } })).toMatchObject(
      { status: 403, body: { code: 'photo.linkExpired' } },
    );
  });
});

it('knows every role that the product knows', () => {
  expect(new Set(Object.values(actors).flatMap((fact) => fact?.role ?? []))).toEqual(
    new Set([
      'admin',
      'province_officer',
      'district_officer',
      'committee_member',
      'focal_officer',
      'trainer',
      'leader',
      'deputy',
      'member',
    ]),
  );
});
