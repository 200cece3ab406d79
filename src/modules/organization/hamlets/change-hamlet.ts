import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { Scope } from '../scope.ts';
import type { Entered } from '../units/unit-changes.ts';
import { changeFrom, type KnownUnit, lockVersions } from '../units/unit-versions.ts';
import { CorrectHamlet } from './correct-hamlet.ts';
import { EndHamlet } from './end-hamlet.ts';
import { HamletRules } from './hamlet-rules.ts';
import { KeptHamlets } from './kept-hamlets.ts';
import { TakeHamletBack } from './take-hamlet-back.ts';

type Input = RouteBody<typeof routes.changeHamlet>;
type Of<K extends Input['kind']> = Extract<Input, { kind: K }>;
type Made = Omit<Entered, 'unitId' | 'kind'>;

/** A hamlet as its commune has it: named or ended from a day on, put right, or left as it was. */
@Injectable()
export class ChangeHamlet {
  // oxlint-disable-next-line max-params -- one for each kind of change, and what all of them share
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly rules: HamletRules,
    private readonly correction: CorrectHamlet,
    private readonly takeBack: TakeHamletBack,
    private readonly endHamlet: EndHamlet,
    private readonly kept: KeptHamlets,
  ) {}

  /** @throws organization.notAHamlet, organization.hamletElsewhere, organization.hamletNamed, organization.basisNotVisible and
   *  what each kind of change does */
  async execute(actor: Actor, unitId: string, input: Input): Promise<void> {
    await this.scope.require(actor, 'hamlet.manage', { unitId });
    await this.database.tx(async (tx) => {
      const unit = await lockVersions(tx, unitId);
      const communeId = await this.rules.commune(tx, unit);
      const made = await this.apply(tx, actor, { unit, communeId }, input);
      await this.kept.enter(tx, actor, communeId, { unitId, kind: input.kind, ...made }, { ...input });
    });
  }

  private async apply(tx: Tx, actor: Actor, at: { unit: KnownUnit; communeId: string }, input: Input): Promise<Made> {
    switch (input.kind) {
      case 'rename':
        return this.rename(tx, at, input);
      case 'correct': {
        const basis = await this.rules.paper(at.unit.id, input.directiveId);
        await this.correction.execute(tx, at, { ...input, basis });
        return { onDate: input.from, basis, directiveId: input.directiveId, reason: input.reason };
      }
      case 'close':
        return this.close(tx, actor, at, input);
      case 'revoke':
        return this.takeBack.change(tx, actor, at, input);
      case 'reopen':
        return this.takeBack.end(tx, actor, at, input);
    }
  }

  private async rename(
    tx: Tx,
    { unit, communeId }: { unit: KnownUnit; communeId: string },
    { name, type, code, from, directiveId }: Of<'rename'>,
  ): Promise<Made> {
    const basis = await this.rules.paper(unit.id, directiveId);
    const line = this.rules.here(unit, communeId, from);
    const set = { name, type: type ?? line.type, code: code ?? line.code };
    if (set.name === line.name && set.type === line.type && set.code === line.code)
      throw organizationErrors.changeSame({ path: 'name' });
    await this.rules.refuseSameName(tx, { communeId, unitId: unit.id, ...set, from });
    await changeFrom(tx, unit, set, from, basis);
    return { onDate: from, basis, directiveId };
  }

  private async close(
    tx: Tx,
    actor: Actor,
    { unit, communeId }: { unit: KnownUnit; communeId: string },
    { to, directiveId, successorIds }: Of<'close'>,
  ): Promise<Made> {
    const basis = await this.rules.paper(unit.id, directiveId);
    await this.endHamlet.execute(tx, actor, { unit, communeId }, { to, basis, successorIds });
    return { onDate: to, basis, directiveId };
  }
}
