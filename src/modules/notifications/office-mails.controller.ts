import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ReadOfficeMails } from './office-mail/office-mails.ts';

@Controller()
export class OfficeMailsController {
  constructor(private readonly read: ReadOfficeMails) {}

  @Handle(routes.officeMails)
  list(@CurrentActor() actor: Actor, @PathId('reportId') id: string) {
    return this.read.execute(actor, id);
  }
}
