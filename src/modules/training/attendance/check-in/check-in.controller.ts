import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId } from '#platform/http';
import { FinishSession } from './finish-session.ts';
import { MergeCheckIns } from './merge-check-ins.ts';
import { ReadCheckIn } from './read-check-in.ts';
import { SettleCheckIn } from './settle-check-in.ts';
import { SheetPhotos } from '../sheets/sheet-photos.ts';
import { ReadSession } from '../../sessions/reads/read-session.ts';

/** What the trainer does at check-in. */
@Controller()
export class CheckInController {
  constructor(
    private readonly readCheckIn: ReadCheckIn,
    private readonly merge: MergeCheckIns,
    private readonly settle: SettleCheckIn,
    private readonly photos: SheetPhotos,
    private readonly finish: FinishSession,
    private readonly read: ReadSession,
  ) {}

  @Handle(routes.checkInPack)
  pack(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.readCheckIn.pack(actor, id);
  }

  @Handle(routes.sendCheckIns)
  checkIns(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() { items }: RouteBody<typeof routes.sendCheckIns>,
  ) {
    return this.merge.execute(actor, id, items);
  }

  @Handle(routes.attendance)
  attendance(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.readCheckIn.attendance(actor, id);
  }

  @Handle(routes.decideCheckIn)
  decide(
    @CurrentActor() actor: Actor,
    @PathId('checkInId') id: string,
    @Input() { counts }: RouteBody<typeof routes.decideCheckIn>,
  ) {
    return this.settle.execute(actor, id, counts);
  }

  @Handle(routes.addSheetPhoto)
  photo(@CurrentActor() actor: Actor, @PathId('sessionId') id: string, @Bytes() bytes: Buffer) {
    return this.photos.add(actor, id, bytes);
  }

  @Handle(routes.finishSession)
  async end(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    await this.finish.execute(actor, id);
    return this.read.row(actor, id);
  }
}
