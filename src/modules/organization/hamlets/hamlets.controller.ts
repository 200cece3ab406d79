import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadUnits } from '../units/read-units.ts';
import { AddHamlet } from './add-hamlet.ts';
import { ChangeHamlet } from './change-hamlet.ts';

@Controller()
export class HamletsController {
  constructor(
    private readonly read: ReadUnits,
    private readonly addHamlet: AddHamlet,
    private readonly changeHamlet: ChangeHamlet,
  ) {}

  @Handle(routes.addHamlet)
  async add(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.addHamlet>,
  ) {
    return this.read.one(actor, await this.addHamlet.execute(actor, unitId, input), input.from);
  }

  @Handle(routes.changeHamlet)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.changeHamlet>,
  ) {
    await this.changeHamlet.execute(actor, unitId, input);
    return this.read.one(actor, unitId, 'from' in input ? input.from : undefined);
  }
}
