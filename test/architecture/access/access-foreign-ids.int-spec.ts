/** Ids that exist, but elsewhere: what belongs to another commune or team cannot be drawn in by naming it. */
import { randomUUID } from 'node:crypto';
import { sql } from '#platform/database';
import type { ActorKey } from '../../support/access/facts.ts';
import { buildWorld, NOW, TODAY, type World } from '../../support/access/world.ts';
import { type Answer, startApp, stopApps } from '../../support/app.ts';
import { buildDirective } from '../../support/orders.ts';

let world: World;
beforeAll(async () => {
  world = await buildWorld(await startApp({ CLOCK: NOW }));
});
afterAll(stopApps);

const person = (key: ActorKey) => world.people[key].id;
const ofA = () => ({ params: { unitId: world.units.A } });
const ofA1 = () => ({ params: { teamId: world.teams.A1 } });
const codesOf = ({ body }: Answer): string[] => [
  body.code,
  ...(body.details ?? []).map((detail: { code: string }) => detail.code),
];
const newcomer = (personId: string) => ({ personId, fullName: 'Lê Thị Khác', role: 'member', from: TODAY });

describe('an id of another place in a body', () => {
  const cases: [what: string, status: number, code: string, ask: () => Promise<Answer>][] = [
    [
      'a team of another commune in an order',
      422,
      'assignment.teamOutside',
      () =>
        world.call('issueAssignment', 'committee', {
          body: world.order({ shares: [{ teamId: world.teams.B1, target: 20 }] }),
        }),
    ],
    [
      'a directive of another commune in an order',
      422,
      'assignment.directiveNotValid',
      () => world.call('issueAssignment', 'committee', { body: world.order({ directiveId: world.directives.B }) }),
    ],
    [
      'a team of another district in a district order',
      422,
      'assignment.teamOutside',
      () =>
        world.call('issueAssignment', 'district', {
          body: world.order({
            unitId: world.units.D1,
            directiveId: world.directives.D1,
            shares: [{ teamId: world.teams.C1, target: 20 }],
          }),
        }),
    ],
    [
      'an officer of another commune as supporter',
      422,
      'membership.notCommitteeMember',
      () =>
        world.call('shareSupport', 'committee', {
          params: { unitId: world.units.A },
          body: { changes: [{ teamId: world.teams.A1, personId: person('committeeB'), insteadOf: null }] },
        }),
    ],
    [
      'a person of another commune as member',
      422,
      'membership.personNotFound',
      () => world.call('addMember', 'committee', { ...ofA1(), body: newcomer(person('leaderB')) }),
    ],
    [
      'a person of another commune as committee member',
      422,
      'membership.personNotFound',
      async () => {
        await world.must('createCommittee', 'committee', {
          ...ofA(),
          body: { number: '1/QĐ', signedOn: TODAY, signer: 'Chủ tịch UBND xã', from: '2022-03-01' },
        });
        return world.call('addCommitteeMember', 'committee', {
          ...ofA(),
          body: { personId: person('committeeB'), fullName: 'Lê Thị Khác', position: 'Công chức', from: TODAY },
        });
      },
    ],
    [
      'a person of another commune as replacement',
      422,
      'membership.personNotFound',
      () =>
        world.call('replaceMember', 'committee', {
          params: { ...ofA1().params, memberId: world.people.member.postId },
          body: newcomer(person('leaderB')),
        }),
    ],
    [
      'a person of another district in an office',
      422,
      'membership.personNotFound',
      () =>
        world.call('appointOfficer', 'adminOfOtherDistrict', {
          params: { unitId: world.units.D2 },
          body: {
            personId: person('committee'),
            fullName: 'Lê Thị Khác',
            role: 'trainer',
            title: 'Giảng viên',
            from: TODAY,
          },
        }),
    ],
    [
      'a directive of another commune as basis',
      422,
      'organization.basisNotVisible',
      () =>
        world.call('createDirective', 'committee', {
          ...ofA(),
          body: {
            kind: 'plan',
            number: '98/KH',
            issuedOn: TODAY,
            issuer: 'UBND xã',
            abstract: 'Kế hoạch',
            basisId: world.directives.B,
          },
        }),
    ],
    [
      'a unit outside in the coverage of a provider',
      403,
      'platform.denied',
      () =>
        world.call('createProvider', 'adminOfOtherDistrict', {
          body: { name: 'Bưu điện', kind: 'post', coverage: [world.units.C, world.units.A], from: TODAY },
        }),
    ],
    [
      'somebody of another team as doer',
      422,
      'task.doerNotMember',
      async () =>
        world.call('delegateTask', 'leader', {
          params: { taskId: (await world.task('accepted')).taskId },
          body: { personId: person('memberA2') },
        }),
    ],
    [
      'a part of another result when returning',
      422,
      'return.partUnknown',
      async () => {
        const other = await world.task('submitted');
        await world.app.database.rows(sql`update tasks set state = 'confirmed' where id = ${other.taskId}`);
        return world.call('returnTask', 'committee', {
          params: { taskId: (await world.task('submitted')).taskId },
          body: { reasons: ['photo_unclear'], confirm: [{ entryId: other.entryId, value: 1 }] },
        });
      },
    ],
    [
      'a task of another team in a quick report',
      422,
      'progress.otherTeam',
      async () =>
        world.call('quickReport', 'leaderA2', {
          params: { teamId: world.teams.A2 },
          body: { kind: 'communication', value: 1, happenedOn: TODAY, taskId: (await world.task('accepted')).taskId },
        }),
    ],
    [
      'a task of another team in a difficulty',
      422,
      'progress.otherTeam',
      async () =>
        world.call('reportDifficulty', 'leaderA2', {
          params: { teamId: world.teams.A2 },
          body: { kind: 'task', text: 'Không đủ máy', taskId: (await world.task('accepted')).taskId },
        }),
    ],
    [
      'a member of another team in the path',
      404,
      'membership.memberNotFound',
      () =>
        world.call('endMember', 'committee', {
          params: { ...ofA1().params, memberId: world.people.memberA2.postId },
          body: { lastDay: TODAY },
        }),
    ],
    [
      'a committee member of another commune in the path',
      404,
      'membership.memberNotFound',
      () =>
        world.call('endCommitteeMember', 'committee', {
          params: { ...ofA().params, memberId: world.people.committeeB.postId },
          body: { lastDay: TODAY },
        }),
    ],
    [
      'a person who has nothing to do with the order as told',
      404,
      'notification.personNotFound',
      async () =>
        world.call('told', 'committee', {
          params: { assignmentId: await world.issue() },
          body: { personId: person('leaderB') },
        }),
    ],
    [
      'a unit outside as the place to search below',
      403,
      'platform.denied',
      () => world.call('searchUnits', 'committee', { query: { under: world.units.B } }),
    ],
  ];

  it.each(cases)('%s is refused: %i %s', async (_, status, code, ask) => {
    const answer = await ask();
    expect({ status: answer.status, codes: codesOf(answer) }).toEqual({
      status,
      codes: expect.arrayContaining([code]),
    });
  });

  it("does not overwrite another unit's draft", async () => {
    const draftId = randomUUID();
    await world.must('saveDraft', 'committeeB', {
      params: { unitId: world.units.B, draftId },
      body: { title: 'Của xã B', content: {} },
    });
    expect(
      await world.call('saveDraft', 'committee', {
        params: { unitId: world.units.A, draftId },
        body: { title: 'Của xã A', content: {} },
      }),
    ).toMatchObject({ status: 404, body: { code: 'assignment.draftNotFound' } });
    await world.call('deleteDraft', 'committee', { params: { unitId: world.units.A, draftId } });
    expect(await world.must('listDrafts', 'committeeB', { params: { unitId: world.units.B } })).toMatchObject([
      { title: 'Của xã B' },
    ]);
  });

  it('shows nothing of the teams of another commune in a preview', async () => {
    await world.issue(
      { unitId: world.units.D1, directiveId: world.directives.D1, shares: [{ teamId: world.teams.B1, target: 20 }] },
      'district',
    );
    const plan = await world.must('previewAssignment', 'committee', {
      body: world.order({ shares: [{ teamId: world.teams.B1, target: 20 }] }),
    });
    expect(plan).toMatchObject({ people: 0, routes: [], unreachable: [], similar: [] });
  });

  it('neither moves a unit below another district nor names a successor there', async () => {
    const unitId = await world.unit('commune', 'xã', 'Xuân Lai', world.units.D2);
    const change = (body: object) =>
      world.call('changeUnit', 'adminOfOtherDistrict', { params: { unitId }, body: { ...body, basis: 'Nghị quyết' } });
    expect((await change({ kind: 'move', parentId: world.units.D1, from: TODAY })).status).toBe(403);
    expect((await change({ kind: 'close', to: TODAY, successorIds: [world.units.A] })).status).toBe(403);
    expect(codesOf(await change({ kind: 'close', to: TODAY, successorIds: [randomUUID()] }))).toContain(
      'organization.unitNotFound',
    );
    expect(await world.must('unitHistory', 'admin', { params: { unitId } })).toMatchObject([
      { parentId: world.units.D2, to: null },
    ]);
  });

  it('does not end a directive of the unit above, nor take over what stands on it', async () => {
    const body = { kind: 'plan', number: '77/KH', issuedOn: TODAY, issuer: 'UBND xã', abstract: 'Kế hoạch' };
    const supersede = (by: ActorKey, supersedesId: string) =>
      world.call('createDirective', by, { ...ofA(), body: { ...body, supersedesId } });
    expect((await supersede('committee', world.directives.D1)).status).toBe(403);
    expect(codesOf(await supersede('committee', world.directives.B))).toContain('organization.basisNotVisible');
    const { items } = await world.must('listDirectives', 'district', { params: { unitId: world.units.D1 } });
    expect(items.find(({ id }: { id: string }) => id === world.directives.D1)).toMatchObject({
      supersededBy: null,
      validTo: null,
    });
    expect((await supersede('committee', await buildDirective(world.app, world.units.A, '55/KH-UBND'))).status).toBe(
      201,
    );
  });

  it('does not reach the photo of another entry', async () => {
    const photoId = randomUUID();
    const first = await world.task('accepted');
    await world.must('reportProgress', 'leader', {
      params: { taskId: first.taskId },
      body: { happenedOn: TODAY, value: 1, photoIds: [photoId] },
    });
    const second = await world.call('reportProgress', 'member', {
      params: { taskId: first.taskId },
      body: { happenedOn: TODAY, value: 1, photoIds: [photoId] },
    });
    expect(second).toMatchObject({ status: 409, body: { code: 'photo.idUsed' } });
  });
});
