import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { RevokeUnitChange } from '../units/revoke-unit-change.ts';
import type { Entered } from '../units/unit-changes.ts';
import type { KnownUnit } from '../units/unit-versions.ts';
import { HamletRules } from './hamlet-rules.ts';

type Input = RouteBody<typeof routes.changeHamlet>;
type Made = Omit<Entered, 'unitId' | 'kind'>;
interface Place {
  unit: KnownUnit;
  communeId: string;
}

/** What the commune entered and now takes back; what an office above entered stays with that office. */
@Injectable()
export class TakeHamletBack {
  constructor(
    private readonly rules: HamletRules,
    private readonly revokeChange: RevokeUnitChange,
    private readonly clock: Clock,
  ) {}

  /** A change whose day has not come. @throws organization.changeBegun, nothingToRevoke, changeOfAbove */
  async change(
    tx: Tx,
    actor: Actor,
    { unit }: Place,
    { from, reason }: Extract<Input, { kind: 'revoke' }>,
  ): Promise<Made> {
    const directiveId = await this.rules.enteredHere(tx, actor, unit.id, from);
    await this.revokeChange.execute(tx, unit, from);
    return { onDate: from, basis: reason, directiveId };
  }

  /**
   * An end that was a mistake, also after its day: nothing stood in the hamlet any more. Not where its area went to others,
   * which have counted with it since.
   * @throws organization.notEnded, endedIntoOthers, changeOfAbove, hamletNamed, hamletElsewhere
   */
  async end(
    tx: Tx,
    actor: Actor,
    { unit, communeId }: Place,
    { reason }: Extract<Input, { kind: 'reopen' }>,
  ): Promise<Made> {
    const { to } = unit.validity;
    const last = unit.versions.at(-1);
    if (!to || !last) throw organizationErrors.notEnded();
    const directiveId = await this.rules.enteredHere(tx, actor, unit.id, to);
    const heirs = await rowsOf(tx, sql`select 1 from unit_successors where from_unit_id = ${unit.id} limit 1`);
    if (heirs.length > 0 && to <= this.clock.today()) throw organizationErrors.endedIntoOthers({ on: to });
    this.rules.here(unit, communeId, to);
    await this.rules.refuseSameName(tx, { communeId, unitId: unit.id, ...last, from: to });
    await this.revokeChange.reopen(tx, unit, to);
    return { onDate: to, basis: reason, directiveId };
  }
}
