import { Controller, Ip } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, CodeTries, Handle, Input, PathCode, PathId, Query } from '#platform/http';
import { CertificateStore } from '../certificates/certificate-store.ts';
import { CreditStore } from '../credits/credit-store.ts';
import { DecideCredit } from '../credits/decide-credit.ts';
import { ReadResult } from './read-result.ts';

/** What is left of a session: results, certificates, and courses elsewhere. */
@Controller()
export class CertificatesController {
  private readonly tries = new CodeTries();

  constructor(
    private readonly result: ReadResult,
    private readonly certificates: CertificateStore,
    private readonly credits: CreditStore,
    private readonly decision: DecideCredit,
  ) {}

  @Handle(routes.sessionResult)
  results(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.result.execute(actor, id);
  }

  @Handle(routes.issueCertificates)
  issue(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() { personIds }: RouteBody<typeof routes.issueCertificates>,
  ) {
    return this.certificates.issue(actor, id, personIds);
  }

  @Handle(routes.revokeCertificate)
  revoke(
    @CurrentActor() actor: Actor,
    @PathId('certificateId') id: string,
    @Input() { reason }: RouteBody<typeof routes.revokeCertificate>,
  ) {
    return this.certificates.revoke(actor, id, reason);
  }

  @Handle(routes.verifyCertificate)
  verify(@PathCode('code') code: string, @Ip() address: string) {
    return this.tries.find(
      address,
      () => this.certificates.check(code),
      () => true,
    );
  }

  @Handle(routes.myCredits)
  async mine(@CurrentActor() actor: Actor) {
    const [certificates, credits] = await Promise.all([
      this.certificates.ofPerson(actor.personId),
      this.credits.mine(actor),
    ]);
    return { certificates, credits };
  }

  @Handle(routes.recordCredit)
  record(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.recordCredit>) {
    return this.credits.record(actor, input);
  }

  @Handle(routes.addCreditPhoto)
  proof(@CurrentActor() actor: Actor, @PathId('creditId') id: string, @Bytes() bytes: Buffer) {
    return this.decision.addPhoto(actor, id, bytes);
  }

  @Handle(routes.unitCredits)
  waiting(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.unitCredits>,
  ) {
    return this.credits.ofUnit(actor, unitId, query);
  }

  @Handle(routes.decideCredit)
  decide(
    @CurrentActor() actor: Actor,
    @PathId('creditId') id: string,
    @Input() { accepted, note }: RouteBody<typeof routes.decideCredit>,
  ) {
    return this.decision.execute(actor, id, accepted, note);
  }
}
