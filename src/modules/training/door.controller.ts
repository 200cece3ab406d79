import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId } from '#platform/http';
import { FinishSession } from './door/finish-session.ts';
import { MergeCheckIns } from './door/merge-check-ins.ts';
import { ReadDoor } from './door/read-door.ts';
import { SettleCheckIn } from './door/settle-check-in.ts';
import { SheetPhotos } from './papers/sheet-photos.ts';
import { ReadSession } from './reads/read-session.ts';

/** What the trainer does at the door. */
@Controller()
export class DoorController {
  constructor(
    private readonly door: ReadDoor,
    private readonly merge: MergeCheckIns,
    private readonly settle: SettleCheckIn,
    private readonly photos: SheetPhotos,
    private readonly finish: FinishSession,
    private readonly read: ReadSession,
  ) {}

  @Handle(routes.doorPack)
  pack(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.door.pack(actor, id);
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
    return this.door.attendance(actor, id);
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
    return this.read.execute(actor, id);
  }
}
