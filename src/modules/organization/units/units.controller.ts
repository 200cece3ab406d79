import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { ChangeUnit } from './change-unit.ts';
import { CreateUnit } from './create-unit.ts';
import { ImportUnits } from './lists/import-units.ts';
import { ReadLineage } from './history/read-lineage.ts';
import { ReadUnitList } from './lists/read-unit-list.ts';
import { ReadUnits } from './read-units.ts';

@Controller()
export class UnitsController {
  constructor(
    private readonly read: ReadUnits,
    private readonly lineage: ReadLineage,
    private readonly createUnit: CreateUnit,
    private readonly changeUnit: ChangeUnit,
    private readonly readUnitList: ReadUnitList,
    private readonly importUnits: ImportUnits,
  ) {}

  @Handle(routes.searchUnits)
  search(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.searchUnits>) {
    return this.read.search(actor, query);
  }

  @Handle(routes.getUnit)
  one(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.getUnit>,
  ) {
    return this.read.one(actor, unitId, query.at);
  }

  @Handle(routes.unitHistory)
  history(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.history(actor, unitId);
  }

  @Handle(routes.unitChildren)
  children(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.unitChildren>,
  ) {
    return this.read.children(actor, unitId, query.at);
  }

  @Handle(routes.unitSummary)
  summary(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.unitSummary>,
  ) {
    return this.lineage.summary(actor, unitId, query.at);
  }

  @Handle(routes.unitLineage)
  heirs(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.lineage.lineage(actor, unitId);
  }

  @Handle(routes.createUnit)
  async create(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.createUnit>) {
    return this.read.one(actor, await this.createUnit.execute(actor, input), input.from);
  }

  @Handle(routes.changeUnit)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.changeUnit>,
  ) {
    await this.changeUnit.execute(actor, unitId, input);
    return this.read.one(actor, unitId, input.kind === 'close' ? undefined : input.from);
  }

  @Handle(routes.readUnitList)
  readList(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.readUnitList>,
  ) {
    return this.readUnitList.execute(actor, unitId, file, query);
  }

  @Handle(routes.importUnits)
  import(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.importUnits>,
  ) {
    return this.importUnits.execute(actor, unitId, input);
  }
}
