import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SendKinds } from '#modules/membership';
import { ChooseNames, reachOf } from './choose-names.ts';
import { SendGroupNames } from './send-group-names.ts';

/** Names of many groups that wait for a second officer: a group that has its name meanwhile is left alone. */
@Injectable()
export class NameSends implements OnModuleInit {
  constructor(
    private readonly kinds: SendKinds,
    private readonly choose: ChooseNames,
    private readonly names: SendGroupNames,
  ) {}

  onModuleInit(): void {
    this.kinds.keep('groupNames', {
      action: 'committee.manage',
      prepare: async (actor, content) => {
        const { unitId, teamIds } = content;
        const { wrong } = await this.choose.of(actor, unitId, teamIds);
        return { unitId, title: '', content, reach: reachOf(wrong) };
      },
      chosen: async ({ unitId, teamIds }) => (await this.choose.now(unitId, teamIds)).wrong.map(({ id }) => id),
      send: async (actor, { unitId, teamIds }) => ({
        resultId: null,
        sentIds: await this.names.approved(actor, unitId, teamIds),
      }),
    });
  }
}
