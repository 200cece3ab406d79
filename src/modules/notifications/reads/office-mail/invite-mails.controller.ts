import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input } from '#platform/http';
import { MailInvites } from './mail-invites.ts';

@Controller()
export class InviteMailsController {
  constructor(private readonly mail: MailInvites) {}

  @Handle(routes.mailInvites)
  send(@CurrentActor() actor: Actor, @Input() { personIds }: RouteBody<typeof routes.mailInvites>) {
    return this.mail.execute(actor, personIds);
  }
}
