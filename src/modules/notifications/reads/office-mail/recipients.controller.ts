import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ConfirmMailbox } from './confirm-mailbox.ts';
import { EndMailbox } from './end-mailbox.ts';
import { MailAgain } from './mail-again.ts';
import { NameMailbox } from './name-mailbox.ts';
import { OwnOffice } from './own-office.ts';
import { ReadRecipients } from './read-recipients.ts';

@Controller()
export class RecipientsController {
  constructor(
    private readonly own: OwnOffice,
    private readonly read: ReadRecipients,
    private readonly name: NameMailbox,
    private readonly confirm: ConfirmMailbox,
    private readonly end: EndMailbox,
    private readonly again: MailAgain,
  ) {}

  @Handle(routes.recipients)
  recipients(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.execute(actor, unitId);
  }

  @Handle(routes.nameMailbox)
  async nameMailbox(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.nameMailbox>,
  ) {
    await this.own.require(actor, unitId);
    const name = input.name && (await this.read.named(unitId, input.name));
    await this.name.execute(actor, unitId, { ...input, ...(name && { name }) });
    return this.read.of(unitId);
  }

  @Handle(routes.confirmMailbox)
  async confirmMailbox(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @PathId('mailboxId') mailboxId: string,
    @Input() { code }: RouteBody<typeof routes.confirmMailbox>,
  ) {
    await this.own.require(actor, unitId);
    await this.confirm.execute(actor, unitId, { mailboxId, code });
    return this.read.of(unitId);
  }

  @Handle(routes.endMailbox)
  async endMailbox(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @PathId('mailboxId') mailboxId: string,
  ) {
    await this.own.require(actor, unitId);
    await this.end.execute(actor, unitId, mailboxId);
    return this.read.of(unitId);
  }

  @Handle(routes.mailAgain)
  async mailAgain(
    @CurrentActor() actor: Actor,
    @PathId('reportId') reportId: string,
    @Input() input: RouteBody<typeof routes.mailAgain>,
  ) {
    const report = await this.own.report(actor, reportId);
    await this.again.execute(actor, report, input);
  }
}
