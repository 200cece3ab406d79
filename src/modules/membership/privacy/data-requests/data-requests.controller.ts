import { Controller, Header, StreamableFile } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { AnswerDataRequest } from './answer-data-request.ts';
import { PrintDataCopy } from './copy/print-data-copy.ts';
import { PassOnDataRequest } from './pass-on-data-request.ts';
import { ReadDataRequests } from './read-data-requests.ts';
import { RecordDataRequest } from './record-data-request.ts';
import { VerifyRequester } from './verify-requester.ts';

/** The officers' side of what people ask about their data. */
@Controller()
export class DataRequestsController {
  constructor(
    private readonly read: ReadDataRequests,
    private readonly recording: RecordDataRequest,
    private readonly verifying: VerifyRequester,
    private readonly passing: PassOnDataRequest,
    private readonly answering: AnswerDataRequest,
    private readonly printing: PrintDataCopy,
  ) {}

  @Handle(routes.listDataRequests)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listDataRequests>,
  ) {
    return this.read.list(actor, unitId, query);
  }

  @Handle(routes.readDataRequest)
  one(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    return this.read.one(actor, id);
  }

  @Handle(routes.dataRequestCopy)
  @Header('cache-control', 'private, no-store')
  async copy(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    const { file, name } = await this.printing.execute(actor, id);
    return new StreamableFile(file, {
      type: routes.dataRequestCopy.produces,
      length: file.length,
      disposition: `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}`,
    });
  }

  @Handle(routes.recordDataRequest)
  async record(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @Input() input: RouteBody<typeof routes.recordDataRequest>,
  ) {
    return this.read.one(actor, await this.recording.execute(actor, personId, input));
  }

  @Handle(routes.verifyRequester)
  async verify(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.verifyRequester>,
  ) {
    await this.verifying.execute(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.dataRequestOfficers)
  officers(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    return this.passing.choices(actor, id);
  }

  @Handle(routes.passOnDataRequest)
  async passOn(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() { personId }: RouteBody<typeof routes.passOnDataRequest>,
  ) {
    await this.passing.execute(actor, id, personId);
    return this.read.one(actor, id);
  }

  @Handle(routes.answerDataRequest)
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.answerDataRequest>,
  ) {
    await this.answering.answer(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.refuseDataRequest)
  async refuse(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.refuseDataRequest>,
  ) {
    await this.answering.refuse(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.eraseOnRequest)
  async erase(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.eraseOnRequest>,
  ) {
    await this.answering.erase(actor, id, input);
    return this.read.one(actor, id);
  }
}
