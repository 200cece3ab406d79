import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AddPasskey } from './add-passkey.ts';
import { AskPasskey } from './ask-passkey.ts';
import { RemovePasskey } from './remove-passkey.ts';
import { RenamePasskey } from './rename-passkey.ts';
import { StartPasskey } from './start-passkey.ts';

/** The person's own keys. */
@Controller()
export class PasskeysController {
  constructor(
    private readonly ask: AskPasskey,
    private readonly start: StartPasskey,
    private readonly add: AddPasskey,
    private readonly rename: RenamePasskey,
    private readonly remove: RemovePasskey,
  ) {}

  @Handle(routes.askPasskey)
  question(@CurrentActor() actor: Actor) {
    return this.ask.execute(actor);
  }

  @Handle(routes.startPasskey)
  offer(@CurrentActor() actor: Actor) {
    return this.start.execute(actor);
  }

  @Handle(routes.addPasskey)
  made(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.addPasskey>) {
    return this.add.execute(actor, input);
  }

  @Handle(routes.renamePasskey)
  named(
    @CurrentActor() actor: Actor,
    @PathId('passkeyId') passkeyId: string,
    @Input() { name }: RouteBody<typeof routes.renamePasskey>,
  ) {
    return this.rename.execute(actor, passkeyId, name);
  }

  @Handle(routes.removePasskey)
  gone(@CurrentActor() actor: Actor, @PathId('passkeyId') passkeyId: string) {
    return this.remove.execute(actor, passkeyId);
  }
}
