import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { ImportOffices } from './import-offices.ts';
import { KeepOffice } from './keep-office.ts';
import { ReadOfficeList } from './read-office-list.ts';
import { ReadOffices } from './read-offices.ts';

@Controller()
export class OfficesController {
  constructor(
    private readonly read: ReadOffices,
    private readonly keep: KeepOffice,
    private readonly readList: ReadOfficeList,
    private readonly importOffices: ImportOffices,
  ) {}

  @Handle(routes.officeCards)
  cards(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.officeCards>,
  ) {
    return this.read.execute(actor, unitId, query);
  }

  @Handle(routes.officeCard)
  card(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.one(actor, unitId);
  }

  @Handle(routes.setOffice)
  set(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setOffice>,
  ) {
    return this.keep.execute(actor, unitId, input);
  }

  @Handle(routes.checkOffice)
  check(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.keep.check(actor, unitId);
  }

  @Handle(routes.officeUnanswered)
  unanswered(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.keep.unanswered(actor, unitId);
  }

  @Handle(routes.readOfficeList)
  file(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.readOfficeList>,
  ) {
    return this.readList.execute(actor, unitId, file, query);
  }

  @Handle(routes.importOffices)
  import(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.importOffices>,
  ) {
    return this.importOffices.execute(actor, unitId, input);
  }
}
