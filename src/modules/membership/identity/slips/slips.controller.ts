import { Controller, Header, Ip, StreamableFile } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { OpenSlipCode } from './open-slip-code.ts';
import { PrintSlips } from './print-slips.ts';
import { ReadInvitations } from './read-invitations.ts';
import { ShowSlip } from './show-slip.ts';
import { SlipFile } from './slip-file.ts';

/** Bringing members into the application, with paper. */
@Controller()
export class SlipsController {
  constructor(
    private readonly read: ReadInvitations,
    private readonly print: PrintSlips,
    private readonly file: SlipFile,
    private readonly show: ShowSlip,
    private readonly open: OpenSlipCode,
  ) {}

  @Handle(routes.invitations)
  invitations(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.execute(actor, unitId);
  }

  @Handle(routes.teamInvitations)
  ofTeam(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.read.ofTeam(actor, teamId);
  }

  @Handle(routes.printSlips)
  make(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.printSlips>,
  ) {
    return this.print.execute(actor, unitId, input);
  }

  @Handle(routes.slipsFile)
  @Header('cache-control', 'private, no-store')
  async paper(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @PathId('printId') printId: string,
    @Query() { byTeam, ticking }: RouteQuery<typeof routes.slipsFile>,
  ) {
    const looks = { byTeam: byTeam === 'yes', ticking: ticking === 'yes' };
    const { file, name } = await this.file.execute(actor, unitId, printId, looks);
    return new StreamableFile(file, {
      type: 'application/pdf',
      length: file.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
    });
  }

  @Handle(routes.showSlip)
  slip(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @Input() { renew }: RouteBody<typeof routes.showSlip>,
  ) {
    return this.show.execute(actor, personId, renew);
  }

  @Handle(routes.openSlipCode)
  typed(@Input() input: RouteBody<typeof routes.openSlipCode>, @Ip() address: string) {
    return this.open.execute(input, address);
  }
}
